import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { submissionStates, takeStep, type SubmissionState, type SubmissionStep } from './process';

const steps: readonly SubmissionStep[] = ['edit', 'submit', 'withdraw', 'return', 'approve', 'reject'];

describe('the process of a submission', () => {
  test.each<[SubmissionState, SubmissionStep, SubmissionState]>([
    ['draft', 'submit', 'submitted'],
    ['submitted', 'return', 'returned'],
    ['returned', 'submit', 'submitted'],
    ['submitted', 'approve', 'approved'],
    ['submitted', 'reject', 'rejected'],
    ['submitted', 'withdraw', 'withdrawn'],
  ])('from %s, %s leads to %s', (from, step, to) => {
    expect(takeStep(from, step)).toEqual({ ok: true, value: to });
  });

  test.each(['approved', 'rejected', 'withdrawn'] as const)('%s is the end of the road', (state) => {
    expect(steps.filter((step) => takeStep(state, step).ok)).toEqual([]);
  });

  test('nothing is published that was not submitted before, on any path', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...steps), { maxLength: 30 }), (path) => {
        const states = path.reduce<SubmissionState[]>(
          (past, step) => {
            const next = takeStep(past.at(-1) ?? 'draft', step);
            return next.ok ? [...past, next.value] : past;
          },
          ['draft'],
        );
        const approved = states.indexOf('approved');
        expect(approved === -1 || states[approved - 1] === 'submitted').toBe(true);
        expect(states.every((state) => submissionStates.includes(state))).toBe(true);
      }),
    );
  });
});
