import { describe, expect, test } from 'vitest';
import type { Content } from '../record/content';
import { records } from '../record/records';
import { figureMoves, isOutlier, largestMove } from './outliers';

const report = (content: Content) => content;
const movesOf = (before: Content | null, after: Content) => figureMoves(records.progress_report, before, after);

describe('how figures would move', () => {
  test('is said in their own unit and as a share', () => {
    expect(
      movesOf(report({ physicalProgressPercent: 40 }), report({ physicalProgressPercent: 62 })).get(
        'physicalProgressPercent',
      ),
    ).toEqual({
      difference: 22,
      share: 0.55,
    });
  });

  test('is unknown where one of them is', () => {
    expect(movesOf(report({ physicalProgressPercent: null }), report({ physicalProgressPercent: 62 })).size).toBe(0);
    expect(movesOf(null, report({ physicalProgressPercent: 62 })).size).toBe(0);
  });

  test('is unknown between two currencies', () => {
    const before = report({ spentMinorUnits: '100', currency: 'AZN' });
    expect(movesOf(before, report({ spentMinorUnits: '200', currency: 'EUR' })).size).toBe(0);
    expect(
      movesOf(before, report({ spentMinorUnits: '250', currency: 'AZN' })).get('spentMinorUnits')?.difference,
    ).toBe(1.5);
  });

  test('is said of each quantity by its measure and basis', () => {
    const quantities = (homes: number, basis: string) =>
      report({ quantities: [{ measure: 'homes', quantity: homes, basis }] });
    const move = movesOf(quantities(100, 'total_to_date'), quantities(160, 'total_to_date'));
    expect([...move]).toEqual([['quantities.homes', { difference: 60, share: 0.6 }]]);
    expect(movesOf(quantities(100, 'planned'), quantities(160, 'total_to_date')).size).toBe(0);
  });

  test.each([
    [40, 59, false],
    [40, 60, true],
    [40, 20, true],
    [0, 1, true],
  ])('from %d to %d is an outlier: %s', (before, after, expected) => {
    const move = movesOf(report({ physicalProgressPercent: before }), report({ physicalProgressPercent: after })).get(
      'physicalProgressPercent',
    );
    expect(move && isOutlier(move)).toBe(expected);
  });

  test('sorts what came from nothing before any share', () => {
    const fromNothing = largestMove(
      movesOf(report({ physicalProgressPercent: 0 }), report({ physicalProgressPercent: 1 })),
    );
    const doubled = largestMove(
      movesOf(report({ physicalProgressPercent: 40 }), report({ physicalProgressPercent: 80 })),
    );
    expect(fromNothing).toBeGreaterThan(doubled);
  });
});
