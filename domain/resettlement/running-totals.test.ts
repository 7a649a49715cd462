import { describe, expect, test } from 'vitest';
import { day, type DateSpan } from '../calendar';
import { byPopulationGroup, type CountOfPeople, latestTotal, runningTotals } from './running-totals';

const on = (date: string): DateSpan => ({ first: day(date), last: day(date), precision: 'day' });
const aCount = (facts: Partial<CountOfPeople>): CountOfPeople => ({
  placeSlug: 'a-village',
  kind: 'return',
  populationGroup: 'returned',
  stage: 'happened',
  counting: 'running_total',
  referenceOn: on('2024-01-01'),
  families: 10,
  persons: 40,
  ...facts,
});

describe('the latest running total', () => {
  test('is the one of the latest day, and never a sum', () => {
    const counts = [
      aCount({ families: 20, referenceOn: on('2024-06-01') }),
      aCount({ families: 30, referenceOn: on('2023-06-01') }),
    ];
    expect(latestTotal(counts, 'families')?.families).toBe(20);
  });

  test('passes over a later count that does not state the metric', () => {
    const counts = [aCount({ families: 20 }), aCount({ families: null, persons: 99, referenceOn: on('2025-01-01') })];
    expect(latestTotal(counts, 'families')?.families).toBe(20);
    expect(latestTotal(counts, 'persons')?.persons).toBe(99);
  });

  test.each([
    ['a single group', { counting: 'single_group' }],
    ['an announced group', { stage: 'announced' }],
    ['a count without a date', { referenceOn: null }],
  ] as const)('is never %s', (_, facts) => {
    expect(latestTotal([aCount(facts)], 'families')).toBeNull();
  });
});

test('an announced running total has not happened', () => {
  expect(runningTotals([aCount({ stage: 'announced' })])).toEqual([]);
});

test('population groups are kept apart', () => {
  const counts = [aCount({}), aCount({ populationGroup: 'residents' }), aCount({ families: 1 })];
  expect(byPopulationGroup(counts).map(({ populationGroup, counts: own }) => [populationGroup, own.length])).toEqual([
    ['returned', 2],
    ['residents', 1],
  ]);
});
