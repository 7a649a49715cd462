import { expect, test } from 'vitest';
import { countReferrers, type Referrer, withdrawalFindings } from './withdrawal';

const referrer = (slug: string, facts: Partial<Referrer> = {}): Referrer => ({
  kind: 'readiness',
  slug,
  isOwned: false,
  ...facts,
});

test('what says nothing without the withdrawn record may not stay; what merely names it is asked about', () => {
  const report = { kind: 'progress_report', isOwned: true } as const;
  expect(withdrawalFindings([referrer('r'), referrer('p-1', report), referrer('p-2', report)])).toEqual([
    {
      code: 'leaves-without-owner',
      severity: 'error',
      path: 'withOwned',
      words: { kind: 'progress_report', count: '2' },
    },
    { code: 'still-referred-to', severity: 'warning', path: 'answer', words: { kind: 'readiness', count: '1' } },
  ]);
});

test('a record that names another twice counts once, as owned where one of the two makes it so', () => {
  expect(countReferrers([referrer('one'), referrer('one'), referrer('one', { isOwned: true })])).toEqual([
    { kind: 'readiness', isOwned: true, count: 1 },
  ]);
});

test('nothing is asked where nothing names it', () => {
  expect(withdrawalFindings([])).toEqual([]);
});
