import { expect, test } from 'vitest';
import { day } from './calendar';
import { movesOf, type PromisedVersion } from './moved-figures';

const aVersion = (
  publishedOn: string,
  value: number | null,
  dueOn: string | null = null,
  reason: string | null = null,
): PromisedVersion => ({
  publishedOn: day(publishedOn),
  reasonKind: 'new_report',
  reason,
  value,
  dueOn,
});

test('a promised figure keeps each move with its reason, and a version that changed something else is none', () => {
  const versions = [
    aVersion('2026-01-01', 1000, '2025'),
    aVersion('2026-02-01', 1000, '2025', 'A spelling'),
    aVersion('2026-03-01', 1200, '2025', 'The plan grew'),
    aVersion('2026-04-01', 1200, '2026', 'One year more'),
  ];
  expect(movesOf(versions).map(({ value, dueOn, reason }) => [value, dueOn, reason])).toEqual([
    [1000, '2025', null],
    [1200, '2025', 'The plan grew'],
    [1200, '2026', 'One year more'],
  ]);
});

test('what was not stated at first is promised where it is first stated; what is no longer stated has moved to unknown', () => {
  expect(
    movesOf([aVersion('2026-01-01', null), aVersion('2026-02-01', 5), aVersion('2026-03-01', null)]).map(
      ({ value }) => value,
    ),
  ).toEqual([5, null]);
});
