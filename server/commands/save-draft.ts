import 'server-only';
import * as z from 'zod';
import { may, type Actor } from '@/domain/permission';
import type { ChangeFindings, Problem } from '@/domain/problem';
import { isPublicIdentifier } from '@/domain/record/identifier';
import { error, type Finding } from '@/domain/record/finding';
import { accept, refuse, type Result } from '@/domain/result';
import { proposedChangeSchema, type ProposedChange } from '@/domain/submission/change';
import { takeStep } from '@/domain/submission/process';
import { Prisma, type Channel } from '@/prisma/generated/client/client';
import { recordAudit } from '../audit';
import { transact, type Transaction } from '../db';
import { hashOf } from '../record/hash';

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
  const envelope = readEnvelope(input.changes);
  if (!envelope.ok)
    return refuse({ kind: 'invalid-form', findings: envelope.problem.flatMap(({ findings }) => findings) });

  return transact(async (tx) =>
    input.submissionId === undefined
      ? addDraft(tx, actor, input, envelope.value)
      : changeDraft(tx, actor, { ...input, submissionId: input.submissionId }, envelope.value),
  );
}

/** Change sets that can be kept, whatever they say: what is in them is checked when they are handed in. */
export function readEnvelope(
  given: readonly ProposedChange[],
): Result<readonly ProposedChange[], readonly ChangeFindings[]> {
  const read = z.array(proposedChangeSchema).max(200_000).safeParse(given);
  if (!read.success) {
    const [index = 0, ...path] = read.error.issues[0]?.path ?? [];
    const { kind, slug } = given[Number(index)] ?? { kind: 'source', slug: '' };
    return refuse([{ recordKind: kind, slug, findings: [error('not-text', path.join('.'))] }]);
  }
  const changes = read.data as readonly ProposedChange[]; // the schema's shape; `content` stays unknown
  const seen = new Set<string>();
  const findingsOf = ({ kind, slug, content, reason, answer }: ProposedChange): readonly Finding[] => {
    const unkeepable = Object.entries({ ...Object(content), reason, answer }).filter((field) => !isKeepable(field));
    if (unkeepable.length > 0) return unkeepable.map(([field]) => error('not-text', field));
    if (!isPublicIdentifier(slug)) return [error('not-an-identifier', 'slug', { found: slug })];
    // One record changes once in a submission, or nobody could say what it becomes.
    if (seen.has(`${kind}/${slug}`)) return [error('already-taken', 'slug', { found: slug })];
    seen.add(`${kind}/${slug}`);
    return [];
  };
  const wrong = changes
    .map((change): ChangeFindings => ({ recordKind: change.kind, slug: change.slug, findings: findingsOf(change) }))
    .filter(({ findings }) => findings.length > 0);
  return wrong.length > 0 ? refuse(wrong) : accept(changes);
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
  const idempotencyHash = hashOf({ title: input.title, changes });
  if (input.idempotencyKey) {
    // Two retries at once: the second waits here until the first has committed, and then finds it.
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`${actor.id}/${input.idempotencyKey}`}, 0))`;
    const known = await tx.submission.findUnique({
      where: { authorId_idempotencyKey: { authorId: actor.id, idempotencyKey: input.idempotencyKey } },
    });
    if (known && known.idempotencyHash !== idempotencyHash) return refuse({ kind: 'key-of-other-content' });
    if (known) return accept({ submissionId: known.id, rowVersion: known.rowVersion });
  }
  return accept(
    await writeDraft(tx, actor, {
      title: input.title,
      channel: input.channel ?? 'form',
      idempotency: input.idempotencyKey ? { key: input.idempotencyKey, hash: idempotencyHash } : null,
      changes,
    }),
  );
}

export interface NewDraft {
  readonly title: string;
  readonly channel: Channel;
  readonly idempotency: { readonly key: string; readonly hash: string } | null;
  readonly changes: readonly ProposedChange[];
}

/** Writes a draft that nobody has written before. */
export async function writeDraft(
  tx: Transaction,
  actor: Actor,
  { title, channel, idempotency, changes }: NewDraft,
): Promise<SavedDraft> {
  const submission = await tx.submission.create({
    data: {
      title: title.trim().slice(0, 300),
      channel,
      authorId: actor.id,
      idempotencyKey: idempotency?.key ?? null,
      idempotencyHash: idempotency?.hash ?? null,
    },
  });
  await writeChanges(tx, submission.id, changes);
  await recordAudit(tx, actor, { verb: 'submission.saved', subject: `submission/${submission.id}` });
  return { submissionId: submission.id, rowVersion: submission.rowVersion };
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
  await tx.submissionChange.createMany({
    data: changes.map(({ content, ...change }, position) => ({
      ...change,
      submissionId,
      position,
      content: (content ?? {}) as Prisma.InputJsonValue, // it arrived as JSON
    })),
  });
}
