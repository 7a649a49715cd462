import 'server-only';
import type { Actor } from '@/domain/permission';
import type { Problem } from '@/domain/problem';
import { refuse, type Result } from '@/domain/result';
import { recordAudit } from '../audit';
import { transact } from '../db';
import { publish } from './publish';
import { contentHashOf, openForStep, readChanges } from './submission-steps';

export interface Approve {
  readonly submissionId: string;
  /** The hash of what the reviewer was looking at; the approval is refused when it is no longer what would be published. */
  readonly contentHash: string;
}

/** Approves and publishes, as one act. Of two reviewers who approve at the same moment, one is accepted and one refused. */
export async function approve(
  actor: Actor,
  { submissionId, contentHash }: Approve,
): Promise<Result<{ revisionCount: number }, Problem>> {
  return transact(async (tx) => {
    const open = await openForStep(tx, actor, { submissionId, verb: 'submission.review', step: 'approve' });
    if (!open.ok) return open;
    const { submission, next } = open.value;
    const changes = await readChanges(tx, submissionId);
    if (submission.contentHash !== contentHash || contentHashOf(changes) !== contentHash) {
      return refuse({ kind: 'stale-approval' });
    }
    const published = await publish(tx, { submissionId, author: submission.author, approver: actor, changes });
    if (!published.ok) return published;

    await tx.submission.update({
      where: { id: submissionId },
      data: {
        state: next,
        reviewerId: actor.id,
        decidedAt: new Date(),
        updatedAt: new Date(),
        rowVersion: { increment: 1 },
      },
    });
    await recordAudit(tx, actor, {
      verb: 'submission.published',
      subject: `submission/${submissionId}`,
      details: { contentHash, revisions: published.value.revisionCount },
    });
    return published;
  });
}
