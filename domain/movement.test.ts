import { describe, expect, test } from 'vitest';
import { day } from './calendar';
import { type PlannedSum, plannedMovement, promiseMovement, type TotalOnDay, totalMovement } from './movement';

const homes: PlannedSum = { sector: 'housing', measure: 'homes', label: 'Homes', unit: 'homes', planned: 900 };
const returned: TotalOnDay = {
  metric: 'families',
  value: 1000,
  kind: 'return',
  placeSlug: 'a-town',
  placeName: 'A town',
  populationGroup: 'returned_idp',
  groupLabel: 'Returned',
  event: null,
  origin: null,
  originLabel: null,
};

describe('what moved between two days', () => {
  test('is the difference of each sum in its own measure and sector', () => {
    const roads = { ...homes, sector: 'infrastructure' as const, measure: 'road_length', unit: 'km', planned: 40 };
    expect(plannedMovement([homes, roads], [{ ...homes, planned: 870 }, roads])).toEqual([
      { of: { ...homes, planned: 870 }, before: 900, after: 870, difference: -30 },
    ]);
  });

  test('is nothing where the sum is known on one day only: what was unknown has not grown', () => {
    expect(plannedMovement([{ ...homes, planned: null }], [homes])).toEqual([]);
    expect(plannedMovement([], [homes])).toEqual([]);
    expect(plannedMovement([homes], [])).toEqual([]);
  });

  test('keeps groups, places and measures of people apart', () => {
    const workers = { ...returned, populationGroup: 'workers', value: 50 };
    const persons = { ...returned, metric: 'persons' as const, value: 4000 };
    const rows = totalMovement(
      [returned, workers, persons],
      [{ ...returned, value: 1120 }, { ...workers, value: 60 }, persons],
    );
    expect(rows.map(({ of, difference }) => [of.populationGroup, of.metric, difference])).toEqual([
      ['returned_idp', 'families', 120],
      ['workers', 'families', 10],
    ]);
  });

  test('of promises counts later and earlier ones apart, and only those promised on both days', () => {
    const at = (slug: string, on: string) => ({ slug, sector: 'housing' as const, on: day(on) });
    expect(
      promiseMovement(
        [at('a', '2023-12-31'), at('b', '2025-12-31'), at('c', '2025-12-31')],
        [at('a', '2024-12-31'), at('b', '2025-12-21'), at('c', '2025-12-31'), at('new', '2030-12-31')],
      ),
    ).toEqual([{ sector: 'housing', later: 1, laterDays: 366, earlier: 1, earlierDays: 10 }]);
  });
});
