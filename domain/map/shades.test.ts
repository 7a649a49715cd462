import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mostShades, shadeOf, shadesOf } from './shades';

test('counts up to 22 have five classes of five', () => {
  expect(shadesOf([8, 22, 0])).toEqual([
    { least: 1, most: 5 },
    { least: 6, most: 10 },
    { least: 11, most: 15 },
    { least: 16, most: 20 },
    { least: 21, most: 25 },
  ]);
});

test('few counts have a class each', () => {
  expect(shadesOf([3, 1])).toEqual([
    { least: 1, most: 1 },
    { least: 2, most: 2 },
    { least: 3, most: 3 },
  ]);
});

test('nothing at all has no class', () => {
  expect(shadesOf([0, 0])).toEqual([]);
  expect(shadesOf([])).toEqual([]);
});

test('every count has exactly one class, and a larger count never a lower one', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(100_000), { minLength: 1, maxLength: 40 }), (counts) => {
      const shades = shadesOf(counts);
      expect(shades.length).toBeLessThanOrEqual(mostShades);
      const sorted = [...counts].sort((one, other) => one - other).map((count) => shadeOf(count, shades));
      expect(sorted).toEqual([...sorted].sort((one, other) => one - other));
      expect(sorted.every((shade, index) => shade > 0 || [...counts].sort((a, b) => a - b)[index] === 0)).toBe(true);
    }),
  );
});
