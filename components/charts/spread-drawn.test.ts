import { describe, expect, test } from 'vitest';
import { drawSpread } from './spread-drawn';

const draw = (...days: ({ low: number; middle: number; high: number } | null)[]) =>
  drawSpread(
    days.map((one, index) => ({ id: String(index), label: '', text: '', days: one })),
    '',
    String,
  );

describe('a picture of slippage', () => {
  test('holds the promise, day 0, also where all are later', () => {
    expect(draw({ low: 100, middle: 200, high: 300 }).zeroAt).toBe(0);
    expect(draw({ low: -100, middle: -50, high: 100 }).zeroAt).toBeGreaterThan(0);
  });

  test('has the median within its bar, and the bar within the picture', () => {
    const { bar } = draw({ low: -40, middle: 10, high: 365 }).rows[0] ?? {};
    expect(
      bar &&
        bar.from >= 0 &&
        bar.from <= bar.middle &&
        bar.middle <= bar.from + bar.width &&
        bar.from + bar.width <= 100,
    ).toBe(true);
  });

  test('draws nothing where nothing is known', () => {
    expect(draw(null).rows[0]?.bar).toBeNull();
  });
});
