import { describe, expect, test } from 'vitest';
import { day, type DateSpan } from '../calendar';
import {
  byPopulationGroup,
  bySeries,
  type CountOfPeople,
  ofEveryOrigin,
  runningTotals,
  standingTotal,
} from './running-totals';

const on = (date: string): DateSpan => ({ first: day(date), last: day(date), precision: 'day' });
const aCount = (facts: Partial<CountOfPeople>): CountOfPeople => ({
  slug: 'a-count',
  placeSlug: 'a-village',
  kind: 'return',
  populationGroup: 'returned',
  stage: 'happened',
  counting: 'running_total',
  event: null,
  origin: null,
  referenceOn: on('2024-01-01'),
  families: 10,
  persons: 40,
  rivals: [],
  statement: { verification: 'reported', source: null },
  ...facts,
});

describe('the running total that stands', () => {
  test('is the one of the latest day, and never a sum', () => {
    const counts = [
      aCount({ families: 20, referenceOn: on('2024-06-01') }),
      aCount({ families: 30, referenceOn: on('2023-06-01') }),
    ];
    expect(standingTotal(counts, 'families')?.value).toBe(20);
  });

  test('passes over a later count that does not state the metric', () => {
    const counts = [aCount({ families: 20 }), aCount({ families: null, persons: 99, referenceOn: on('2025-01-01') })];
    expect(standingTotal(counts, 'families')?.value).toBe(20);
    expect(standingTotal(counts, 'persons')?.value).toBe(99);
  });

  test('of two of one day stands beside the other, and may be asked for as the lowest or the highest', () => {
    const counts = [aCount({ slug: 'a', families: 20 }), aCount({ slug: 'b', families: 25 })];
    expect(standingTotal(counts, 'families')).toMatchObject({ value: 20, lowest: 20, highest: 25, because: 'value' });
    expect(standingTotal(counts, 'families', 'highest')).toMatchObject({
      value: 25,
      claim: { slug: 'b' },
      because: 'highest',
    });
  });

  test.each([
    ['a single group', { counting: 'single_group' }],
    ['an announced group', { stage: 'announced' }],
    ['a count without a date', { referenceOn: null }],
  ] as const)('is never %s', (_, facts) => {
    expect(standingTotal([aCount(facts)], 'families')).toBeNull();
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

test('so are the events and the places of one group: the later total does not continue the earlier', () => {
  const counts = [
    aCount({ event: '2020', persons: 90_000, referenceOn: on('2020-12-31') }),
    aCount({ event: '2023', persons: 19_000, referenceOn: on('2023-09-26') }),
    aCount({ event: '2023', persons: 100_000, referenceOn: on('2023-09-30') }),
    aCount({ event: '2023', placeSlug: 'a-town' }),
  ];
  expect(bySeries(counts).map(({ event, counts: own }) => [event, standingTotal(own, 'persons')?.value])).toEqual([
    ['2020', 90_000],
    ['2023', 100_000],
    ['2023', 40],
  ]);
});

test('so are the origins: two totals of one day from different places are no rivals', () => {
  const counts = [
    aCount({ slug: 'everyone', persons: 90 }),
    aCount({ slug: 'from-a-town', origin: 'a-town', persons: 60 }),
    aCount({ slug: 'from-elsewhere', origin: 'elsewhere', persons: 30 }),
  ];
  expect(
    bySeries(counts).map(({ origin, counts: own }) => [origin, standingTotal(own, 'persons')?.others.length]),
  ).toEqual([
    [null, 0],
    ['a-town', 0],
    ['elsewhere', 0],
  ]);
});

test('what is told by origin is part of no headline and is set against no target', () => {
  expect(ofEveryOrigin([aCount({ slug: 'everyone' }), aCount({ origin: 'a-town' })])).toMatchObject([
    { slug: 'everyone' },
  ]);
});
