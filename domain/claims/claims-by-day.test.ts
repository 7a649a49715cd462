import { expect, test } from 'vitest';
import { day, type DateSpan } from '../calendar';
import { claimsByDay } from './claims-by-day';

const on = (date: string): DateSpan => ({ first: day(date), last: day(date), precision: 'day' });
const aClaim = (slug: string, date: string | null, persons: number | null) => ({
  slug,
  persons,
  referenceOn: date === null ? null : on(date),
  rivals: [],
  statement: { verification: 'reported' as const, source: null },
});

test('a picture joins one claim a day, and marks the others of that day beside it', () => {
  const claims = [
    aClaim('c', '2024-02-01', 30),
    aClaim('a', '2024-01-01', 10),
    aClaim('b', '2024-01-01', 20),
    aClaim('d', null, 9),
    aClaim('e', '2024-03-01', null),
  ];
  const { standing, beside } = claimsByDay(claims, 'persons', ({ persons }) => persons);
  expect(standing.map(({ slug }) => slug)).toEqual(['a', 'c']);
  expect(beside.map(({ slug }) => slug)).toEqual(['b']);
});
