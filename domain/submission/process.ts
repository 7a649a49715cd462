import { accept, refuse, type Result } from '../result';

export const submissionStates = ['draft', 'submitted', 'returned', 'approved', 'rejected', 'withdrawn'] as const;
export type SubmissionState = (typeof submissionStates)[number];
export type SubmissionStep = 'edit' | 'submit' | 'withdraw' | 'return' | 'approve' | 'reject';

export interface StepNotOpen {
  readonly kind: 'step-not-open';
  readonly from: SubmissionState;
  readonly step: SubmissionStep;
}

/**
 * The whole process. What is not in this table cannot happen; approved, rejected and withdrawn are the end
 * of the road.
 */
const stateAfter: Record<SubmissionState, Partial<Record<SubmissionStep, SubmissionState>>> = {
  draft: { edit: 'draft', submit: 'submitted', withdraw: 'withdrawn' },
  submitted: { withdraw: 'withdrawn', return: 'returned', approve: 'approved', reject: 'rejected' },
  returned: { edit: 'returned', submit: 'submitted', withdraw: 'withdrawn' },
  withdrawn: {},
  approved: {},
  rejected: {},
};

export function takeStep(from: SubmissionState, step: SubmissionStep): Result<SubmissionState, StepNotOpen> {
  const to = stateAfter[from][step];
  return to ? accept(to) : refuse({ kind: 'step-not-open', from, step });
}
