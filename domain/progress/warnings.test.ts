import { expect, test } from 'vitest';
import { progressWarnings } from './warnings';

const nothing = { percent: null, previousPercent: null, spentMinorUnits: null, contractedMinorUnits: null };

test('progress that falls is asked about', () => {
  expect(progressWarnings({ ...nothing, percent: 58, previousPercent: 62 })).toMatchObject([
    { code: 'progress-fell', severity: 'warning', words: { found: '58', other: '62' } },
  ]);
});

test('progress that stands still or rises is not', () => {
  expect(progressWarnings({ ...nothing, percent: 62, previousPercent: 62 })).toEqual([]);
});

test('spending above what was contracted is asked about; where no contract is published there is nothing to compare', () => {
  expect(progressWarnings({ ...nothing, spentMinorUnits: 101n, contractedMinorUnits: 100n })).toMatchObject([
    { code: 'spent-above-contracted' },
  ]);
  expect(progressWarnings({ ...nothing, spentMinorUnits: 101n })).toEqual([]);
});
