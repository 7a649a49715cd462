import 'server-only';
import type { Actor } from '@/domain/permission';
import type { Problem } from '@/domain/problem';
import { accept, refuse, type Result } from '@/domain/result';
import { recordAudit } from '../audit';
import { transact } from '../db';
import { openForStep } from './submission-steps';

export interface Decision {
  readonly submissionId: string;
  /** The hash of what the reviewer was looking at. */
  readonly contentHash: string;
  /** What the author reads: what to mend, or why not. Never empty. */
  readonly note: string;
}

/** Returns a submission to its author with a note; it can be mended and submitted again. */
export const sendBack = (actor: Actor, decision: Decision) => decide(actor, decision, 'return', 'submission.returned');

/** Rejects a submission for good, with the reason. */
export const reject = (actor: Actor, decision: Decision) => decide(actor, decision, 'reject', 'submission.rejected');

async function decide(
  actor: Actor,
  { submissionId, contentHash, note }: Decision,
  step: 'return' | 'reject',
  verb: 'submission.returned' | 'submission.rejected',
): Promise<Result<{ submissionId: string }, Problem>> {
  return transact(async (tx) => {
    const open = await openForStep(tx, actor, { submissionId, verb: 'submission.review', step });
    if (!open.ok) return open;
    if (open.value.submission.contentHash !== contentHash) return refuse({ kind: 'stale-approval' });
    const words = readable(note.slice(0, 5000));
    if (!words) return refuse({ kind: 'note-needed' });

    await tx.submission.update({
      where: { id: submissionId },
      data: {
        state: open.value.next,
        reviewerId: actor.id,
        decisionNote: words,
        decidedAt: new Date(),
        updatedAt: new Date(),
        rowVersion: { increment: 1 },
      },
    });
    await recordAudit(tx, actor, { verb, subject: `submission/${submissionId}`, details: { note: words } });
    return accept({ submissionId });
  });
}

/** Without what looks like nothing and a database does not keep: control characters but line ends, and lone surrogates. */
const readable = (note: string) =>
  note
    .replaceAll('\r\n', '\n')
    .replaceAll(/(?!\n)[\p{Cc}\p{Cs}]/gu, ' ')
    .trim();
