import 'server-only';
import type { Actor } from '@/domain/permission';
import type { Problem } from '@/domain/problem';
import { accept, refuse, type Result } from '@/domain/result';
import { recordAudit } from '../audit';
import { transact } from '../db';
import { openForStep } from './submission-steps';

/** Takes one's own submission back before it is decided. It stays readable as withdrawn; nothing was published. */
export async function withdrawSubmission(
  actor: Actor,
  { submissionId, expectedRowVersion }: { readonly submissionId: string; readonly expectedRowVersion: number },
): Promise<Result<{ submissionId: string }, Problem>> {
  return transact(async (tx) => {
    const open = await openForStep(tx, actor, { submissionId, verb: 'submission.withdraw', step: 'withdraw' });
    if (!open.ok) return open;
    if (open.value.submission.rowVersion !== expectedRowVersion) return refuse({ kind: 'stale-submission' });
    await tx.submission.update({
      where: { id: submissionId },
      data: { state: open.value.next, updatedAt: new Date(), rowVersion: { increment: 1 } },
    });
    await recordAudit(tx, actor, { verb: 'submission.withdrawn', subject: `submission/${submissionId}` });
    return accept({ submissionId });
  });
}
