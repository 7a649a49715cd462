import 'server-only';
import type { Actor } from '@/domain/permission';
import type { Problem } from '@/domain/problem';
import { accept, refuse, type Result } from '@/domain/result';
import type { ProposedChange } from '@/domain/submission/change';
import type { SubmissionState } from '@/domain/submission/process';
import { canonical } from '@/domain/submission/compare';
import { recordAudit } from '../audit';
import { transact, type Transaction } from '../db';
import { inChunks } from '../record/chunks';
import { tellOfWaiting } from '../webhooks/outbox';
import { checkChanges, type CheckedChange } from './check-changes';
import { contentHashOf, openForStep, readChanges } from './submission-steps';

export interface Submit {
  readonly submissionId: string;
  /** The row version the author was looking at. */
  readonly expectedRowVersion: number;
}

/**
 * Hands a draft in for review: everything is checked, what was typed is kept in its one spelling, and the change set is
 * fixed by its hash. Refused with every finding at once; the draft then stays a draft.
 */
export async function submit(
  actor: Actor,
  { submissionId, expectedRowVersion }: Submit,
): Promise<Result<{ contentHash: string; rowVersion: number }, Problem>> {
  return transact((tx) => submitWithin(tx, actor, { submissionId, expectedRowVersion }));
}

/** The same as a part of something larger, which stands or falls with it. */
export async function submitWithin(
  tx: Transaction,
  actor: Actor,
  { submissionId, expectedRowVersion }: Submit,
): Promise<Result<{ contentHash: string; rowVersion: number }, Problem>> {
  const open = await openForStep(tx, actor, { submissionId, verb: 'submission.submit', step: 'submit' });
  if (!open.ok) return open;
  if (open.value.submission.rowVersion !== expectedRowVersion) return refuse({ kind: 'stale-submission' });

  return handIn(tx, actor, { submissionId, next: open.value.next });
}

export interface HandIn {
  readonly submissionId: string;
  readonly next: SubmissionState;
  /** What the log says besides the hash, such as the file that the changes came from. */
  readonly details?: Readonly<Record<string, string | number>>;
}

/** Checks an open submission as a whole and fixes it by its hash, inside the transaction that holds it. */
export async function handIn(
  tx: Transaction,
  actor: Actor,
  { submissionId, next, details }: HandIn,
): Promise<Result<{ contentHash: string; rowVersion: number }, Problem>> {
  const changes = await readChanges(tx, submissionId);
  const checked = await checkChanges(tx, actor, changes);
  if (!checked.ok) return checked;
  await writeOneSpelling(tx, submissionId, changes, checked.value);
  const contentHash = contentHashOf(checked.value);
  const { rowVersion } = await tx.submission.update({
    where: { id: submissionId },
    data: {
      state: next,
      contentHash,
      submittedAt: new Date(),
      updatedAt: new Date(),
      decisionNote: null,
      rowVersion: { increment: 1 },
    },
  });
  await recordAudit(tx, actor, {
    verb: 'submission.submitted',
    subject: `submission/${submissionId}`,
    details: { ...details, contentHash },
  });
  await tellOfWaiting(tx, submissionId);
  return accept({ contentHash, rowVersion });
}

/** Keeps the contents whose spelling the checks have changed: texts trimmed, dates in one form. */
async function writeOneSpelling(
  tx: Transaction,
  submissionId: string,
  typed: readonly ProposedChange[],
  checked: readonly CheckedChange[],
): Promise<void> {
  const respelled = checked.filter(({ content }, index) => canonical(typed[index]?.content) !== canonical(content));
  for (const some of inChunks(respelled)) {
    const json = JSON.stringify(some.map(({ kind, slug, content }) => ({ kind, slug, content })));
    await tx.$executeRaw`
      update submission_change set content = said.content
      from jsonb_to_recordset(${json}::jsonb) as said (kind text, slug text, content jsonb)
      where submission_id = ${submissionId}::uuid and submission_change.kind::text = said.kind
        and submission_change.slug = said.slug`;
  }
}
