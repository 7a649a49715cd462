import 'server-only';
import { may, type Actor } from '@/domain/permission';
import type { Problem } from '@/domain/problem';
import { accept, refuse, type Result } from '@/domain/result';
import type { ProposedChange } from '@/domain/submission/change';
import { transact, type Transaction } from '../db';
import { hashOf } from '../record/hash';
import { readEnvelope, writeDraft } from './save-draft';
import { submitWithin } from './submit';

export interface HandIn {
  readonly title: string;
  readonly changes: readonly ProposedChange[];
  /** Only kept, as a draft that its author goes on with in the workspace. */
  readonly isDraft: boolean;
  /** The same key is the same submission, however often a program asks. */
  readonly key: string;
}

export interface HandedIn {
  readonly submissionId: string;
  /** False: this key had made it before. */
  readonly isNew: boolean;
}

/**
 * Takes a change set from a program and hands it in for review, as one act: what is refused leaves nothing behind, not even
 * a draft, and can be mended and sent again with the same key. It is reviewed by somebody else like any other.
 */
export async function handIn(
  actor: Actor,
  { title, changes, isDraft, key }: HandIn,
): Promise<Result<HandedIn, Problem>> {
  for (const verb of ['submission.write', 'submission.submit'] as const) {
    const permission = may(actor, verb, { authorId: actor.id });
    if (!permission.ok) return permission;
  }
  const envelope = readEnvelope(changes);
  if (!envelope.ok) return refuse({ kind: 'invalid-changes', changes: envelope.problem });

  return transact<HandedIn>(async (tx) => {
    if (!(await takeKey(tx, actor, key))) return refuse({ kind: 'key-in-use' });
    const hash = hashOf({ title, changes: envelope.value, isDraft });
    const known = await tx.submission.findUnique({
      where: { authorId_idempotencyKey: { authorId: actor.id, idempotencyKey: key } },
      select: { id: true, idempotencyHash: true },
    });
    if (known && known.idempotencyHash !== hash) return refuse({ kind: 'key-of-other-content' });
    if (known) return accept({ submissionId: known.id, isNew: false });

    const draft = { title, channel: 'api', idempotency: { key, hash }, changes: envelope.value } as const;
    const { submissionId, rowVersion } = await writeDraft(tx, actor, draft);
    if (!isDraft) {
      const submitted = await submitWithin(tx, actor, { submissionId, expectedRowVersion: rowVersion });
      if (!submitted.ok) return submitted;
    }
    return accept({ submissionId, isNew: true });
  });
}

/** Until the transaction ends nobody else has this key: who asks meanwhile is told so, instead of waiting. */
async function takeKey(tx: Transaction, actor: Actor, key: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ taken: boolean }[]>`
    select pg_try_advisory_xact_lock(hashtextextended(${`${actor.id}/${key}`}, 0)) as taken`;
  return row?.taken === true;
}
