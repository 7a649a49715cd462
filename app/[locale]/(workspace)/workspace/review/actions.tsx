'use server';

import { getLocale, getTranslations } from 'next-intl/server';
import * as z from 'zod';
import { findingSentences } from '@/app/_edge/finding-sentences';
import { problemSentence } from '@/app/_edge/problem-sentence';
import { SubmissionChanges } from '@/app/_edge/submission-view';
import type { FormWords } from '@/components/forms/form-spec';
import type { DecisionAnswer, DecisionRequest } from '@/components/review/decision-form';
import { SubmissionFacts } from '@/components/review/submission-facts';
import type { Actor } from '@/domain/permission';
import type { Problem } from '@/domain/problem';
import { unchecked } from '@/domain/submission/checklist';
import { approve } from '@/server/commands/approve';
import { reject, sendBack } from '@/server/commands/decide';
import { requireActor } from '@/server/session';
import { readSubmission } from '@/server/workspace/read-submission';

const decisionRequest: z.ZodType<DecisionRequest> = z.strictObject({
  decision: z.enum(['approve', 'return', 'reject']),
  submissionId: z.uuid(),
  contentHash: z.string().max(100),
  note: z.string().max(5000),
  ticked: z.array(z.string().max(100)).max(50),
});

export async function decideSubmission(sent: DecisionRequest): Promise<DecisionAnswer> {
  const actor = await requireActor();
  const request = decisionRequest.parse(sent);
  const t = await getTranslations();
  const missing = unchecked(request.ticked).length;
  if (request.decision === 'approve' && missing > 0) {
    return { kind: 'refused', message: t('workspace.checklist.unchecked', { count: missing }) };
  }
  const decided = await decisions[request.decision](actor, request);
  if (decided.ok) return { kind: 'done', goTo: `/${await getLocale()}/workspace/review/${request.submissionId}` };
  const isOverBefore =
    decided.problem.kind === 'stale-approval' ||
    decided.problem.kind === 'step-not-open' ||
    decided.problem.kind === 'stale-records';
  return {
    kind: 'refused',
    message: problemSentence(decided.problem, t),
    lines: linesOf(decided.problem, t),
    ...(isOverBefore ? { now: await whatIsThereNow(actor, request.submissionId) } : {}),
  };
}

/** What keeps it from being published, record by record: mostly what was published since it was submitted. */
function linesOf(problem: Problem, t: FormWords): readonly string[] {
  if (problem.kind !== 'invalid-changes') return [];
  return problem.changes.flatMap(({ recordKind, slug, findings }) => {
    const { errors, warnings } = findingSentences(recordKind, findings, t);
    const sentences = [...Object.values(errors), ...Object.values(warnings)].flat();
    return sentences.map((sentence) => `${t(`record.${recordKind}.name`)} ${slug}: ${sentence}`);
  });
}

const decisions = { approve, return: sendBack, reject } as const;

/** What the reviewer did not see: who decided meanwhile, or what its author has changed since. */
async function whatIsThereNow(actor: Actor, submissionId: string) {
  const read = await readSubmission(actor, submissionId);
  if (!read.ok) return null;
  return (
    <>
      <SubmissionFacts {...read.value} />
      <SubmissionChanges actor={actor} submission={read.value} isOutliersFirst />
    </>
  );
}
