import 'server-only';
import { may, type Actor, type Verb } from '@/domain/permission';
import type { Problem } from '@/domain/problem';
import { accept, refuse, type Result } from '@/domain/result';
import type { ProposedChange } from '@/domain/submission/change';
import { takeStep, type SubmissionState, type SubmissionStep } from '@/domain/submission/process';
import type { Submission, User } from '@/prisma/generated/client/client';
import type { Transaction } from '../db';
import { hashOfList } from '../record/hash';

export interface OpenSubmission {
  readonly submission: Submission & { readonly author: User };
  readonly next: SubmissionState;
}

/**
 * Reads a submission for a step, locked until the transaction ends, when this person may take that step from where it
 * stands: of two people who act at once, the second sees what the first has done.
 */
export async function openForStep(
  tx: Transaction,
  actor: Actor,
  wanted: { readonly submissionId: string; readonly verb: Verb; readonly step: SubmissionStep },
): Promise<Result<OpenSubmission, Problem>> {
  await tx.$executeRaw`select 1 from submission where id = ${wanted.submissionId}::uuid for update`;
  const submission = await tx.submission.findUnique({
    where: { id: wanted.submissionId },
    include: { author: true },
  });
  if (!submission) return refuse({ kind: 'not-found', what: 'submission' });
  const permission = may(actor, wanted.verb, { authorId: submission.authorId });
  if (!permission.ok) return permission;
  const step = takeStep(submission.state, wanted.step);
  if (!step.ok) return step;
  return accept({ submission, next: step.value });
}

const changesRead = 2000;

/** The whole change set of a submission, in its order. */
export async function readChanges(tx: Transaction, submissionId: string): Promise<readonly ProposedChange[]> {
  const changes: ProposedChange[] = [];
  for (let last = -1, isMore = true; isMore; ) {
    const rows = await tx.$queryRaw<(ProposedChange & { readonly position: number })[]>`
      select position, kind::text as kind, slug, action::text as action, base_version as "baseVersion", content,
        reason_kind::text as "reasonKind", reason, answer
      from submission_change where submission_id = ${submissionId}::uuid and position > ${last}
      order by position limit ${changesRead}`;
    for (const { position, ...change } of rows) {
      changes.push(change);
      last = position;
    }
    isMore = rows.length === changesRead;
  }
  return changes;
}

/** What an approval names: the hash of every change as it will be published. */
export const contentHashOf = (changes: readonly ProposedChange[]): string => hashOfList(changes);
