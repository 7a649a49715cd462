import 'server-only';
import * as z from 'zod';
import { may, type Actor } from '@/domain/permission';
import type { Problem } from '@/domain/problem';
import { isPublicIdentifier } from '@/domain/record/identifier';
import { error, type Finding } from '@/domain/record/finding';
import { accept, refuse, type Result } from '@/domain/result';
import { mostChanges, proposedChangeSchema, type ProposedChange } from '@/domain/submission/change';
import { takeStep } from '@/domain/submission/process';
import type { Channel } from '@/prisma/generated/client/client';
import { recordAudit } from '../audit';
import { transact, type Transaction } from '../db';
import { hashOf, newId } from '../record/hash';
import { writeRows } from '../record/write-rows';

export interface SaveDraft {
  /** Left out for a new draft. */
  readonly submissionId?: string;
  /** The row version the person was looking at; needed with `submissionId`. */
  readonly expectedRowVersion?: number;
  readonly title: string;
  readonly changes: readonly ProposedChange[];
  /** A retry with the same key is the same submission. */
  readonly idempotencyKey?: string;
  readonly channel?: Channel;
}

export interface SavedDraft {
  readonly submissionId: string;
  readonly rowVersion: number;
}

/**
 * Keeps a change set as a draft, complete or not: what a person typed is stored as typed, and is checked when it is
 * submitted. Refuses a stale save, so that of two windows neither overwrites the other unseen.
 */
export async function saveDraft(actor: Actor, input: SaveDraft): Promise<Result<SavedDraft, Problem>> {
  const envelope = readEnvelope(input);
  if (!envelope.ok) return envelope;

  return transact(async (tx) =>
    input.submissionId === undefined
      ? addDraft(tx, actor, input, envelope.value)
      : changeDraft(tx, actor, { ...input, submissionId: input.submissionId }, envelope.value),
  );
}

function readEnvelope(input: SaveDraft): Result<readonly ProposedChange[], Problem> {
  const read = z.array(proposedChangeSchema).max(mostChanges).safeParse(input.changes);
  if (!read.success)
    return refuse({ kind: 'invalid-form', findings: [error('not-text', read.error.issues[0]?.path.join('.') ?? '')] });
  const changes = read.data as readonly ProposedChange[]; // the schema's shape; `content` stays unknown
  const seen = new Set<string>();
  const findings = changes.flatMap(({ kind, slug, content, reason, answer }): Finding[] => {
    const unkeepable = Object.entries({ ...Object(content), reason, answer }).filter((field) => !isKeepable(field));
    if (unkeepable.length > 0) return unkeepable.map(([field]) => error('not-text', field));
    if (!isPublicIdentifier(slug)) return [error('not-an-identifier', 'slug', { found: slug })];
    // One record changes once in a submission, or nobody could say what it becomes.
    if (seen.has(`${kind}/${slug}`)) return [error('already-taken', 'slug', { found: slug })];
    seen.add(`${kind}/${slug}`);
    return [];
  });
  return findings.length > 0 ? refuse({ kind: 'invalid-form', findings }) : accept(changes);
}

/** A database keeps neither a zero byte nor half of a surrogate pair; as JSON both are escapes. */
const isKeepable = (value: unknown): boolean =>
  !/(?:^|[^\\])(?:\\\\)*\\u(?:0000|d[89a-f][0-9a-f]{2})/.test(JSON.stringify(value) ?? '');

async function addDraft(
  tx: Transaction,
  actor: Actor,
  input: SaveDraft,
  changes: readonly ProposedChange[],
): Promise<Result<SavedDraft, Problem>> {
  const idempotencyHash = input.idempotencyKey ? hashOf({ title: input.title, changes }) : null;
  if (input.idempotencyKey) {
    // Two retries at once: the second waits here until the first has committed, and then finds it.
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`${actor.id}/${input.idempotencyKey}`}, 0))`;
    const known = await tx.submission.findUnique({
      where: { authorId_idempotencyKey: { authorId: actor.id, idempotencyKey: input.idempotencyKey } },
    });
    if (known && known.idempotencyHash !== idempotencyHash) return refuse({ kind: 'key-of-other-content' });
    if (known) return accept({ submissionId: known.id, rowVersion: known.rowVersion });
  }
  const submission = await tx.submission.create({
    data: {
      title: input.title.trim().slice(0, 300),
      channel: input.channel ?? 'form',
      authorId: actor.id,
      idempotencyKey: input.idempotencyKey ?? null,
      idempotencyHash,
    },
  });
  await writeChanges(tx, submission.id, changes);
  await recordAudit(tx, actor, { verb: 'submission.saved', subject: `submission/${submission.id}` });
  return accept({ submissionId: submission.id, rowVersion: submission.rowVersion });
}

async function changeDraft(
  tx: Transaction,
  actor: Actor,
  input: SaveDraft & { submissionId: string },
  changes: readonly ProposedChange[],
): Promise<Result<SavedDraft, Problem>> {
  const submission = await tx.submission.findUnique({ where: { id: input.submissionId } });
  if (!submission) return refuse({ kind: 'not-found', what: 'submission' });
  const permission = may(actor, 'submission.write', { authorId: submission.authorId });
  if (!permission.ok) return permission;
  const step = takeStep(submission.state, 'edit');
  if (!step.ok) return step;

  const { count } = await tx.submission.updateMany({
    where: { id: submission.id, rowVersion: input.expectedRowVersion ?? -1 },
    data: { title: input.title.trim().slice(0, 300), rowVersion: { increment: 1 }, updatedAt: new Date() },
  });
  if (count === 0) return refuse({ kind: 'stale-submission' });

  await tx.submissionChange.deleteMany({ where: { submissionId: submission.id } });
  await writeChanges(tx, submission.id, changes);
  await recordAudit(tx, actor, { verb: 'submission.saved', subject: `submission/${submission.id}` });
  return accept({ submissionId: submission.id, rowVersion: submission.rowVersion + 1 });
}

async function writeChanges(tx: Transaction, submissionId: string, changes: readonly ProposedChange[]): Promise<void> {
  const rows = changes.map(({ content, ...change }, position) => ({
    ...change,
    id: newId(),
    submissionId,
    position,
    content: content ?? {},
  }));
  await writeRows(tx, 'submission_change', rows);
}
