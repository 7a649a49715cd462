import 'server-only';
import type { Actor } from '@/domain/permission';
import type { Problem } from '@/domain/problem';
import { accept, refuse, type Result } from '@/domain/result';
import type { Prisma } from '@/prisma/generated/client/client';
import { recordAudit } from '../audit';
import { transact, type Transaction } from '../db';
import { tellOfWaiting } from '../webhooks/outbox';
import { checkChanges } from './check-changes';
import { contentHashOf, openForStep } from './submission-steps';

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

  const checked = await checkChanges(tx, actor, open.value.changes);
  if (!checked.ok) return checked;
  for (const [index, change] of checked.value.entries()) {
    const before = open.value.changes[index];
    if (before && contentHashOf([before]) === contentHashOf([change])) continue;
    await tx.submissionChange.updateMany({
      where: { submissionId, kind: change.kind, slug: change.slug },
      data: { content: change.content as unknown as Prisma.InputJsonValue }, // content is JSON by its schema
    });
  }
  const contentHash = contentHashOf(checked.value);
  const { rowVersion } = await tx.submission.update({
    where: { id: submissionId },
    data: {
      state: open.value.next,
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
    details: { contentHash },
  });
  await tellOfWaiting(tx, submissionId);
  return accept({ contentHash, rowVersion });
}
