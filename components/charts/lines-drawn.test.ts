import { createTranslator } from 'next-intl';
import { describe, expect, test } from 'vitest';
import { figureFormat, type FigureWords } from '@/components/figures/figure-format';
import { day } from '@/domain/calendar';
import messages from '@/messages/en.json';
import { drawLines, type TimeSeries } from './lines-drawn';

const words = createTranslator({ locale: 'en', messages, namespace: 'figures' }) as unknown as FigureWords; // its keys are not known as types
const format = figureFormat('en', words);

const returned: TimeSeries = {
  id: 'committee',
  label: 'State Committee',
  points: [
    { date: day('2024-12-20'), value: 2700 },
    { date: day('2022-07-20'), value: 10 },
    { date: day('2023-06-30'), value: null },
  ],
};

describe('a picture of lines', () => {
  test('starts at zero and ends above the highest value or target', () => {
    const drawn = drawLines(
      { unit: 'families', series: [returned], targets: [{ label: 'Target', value: 34_500 }] },
      'Returns',
      format,
    );
    expect(drawn.yTicks[0]?.value).toBe(0);
    expect(drawn.top).toBeGreaterThanOrEqual(34_500);
  });

  test('keeps an unknown value as a gap, in the order of time', () => {
    const drawn = drawLines({ unit: 'families', series: [returned] }, 'Returns', format);
    expect(drawn.series[0]?.points.map(({ value }) => value)).toEqual([10, null, 2700]);
  });

  test('runs from 0 to 100 where charts must compare', () => {
    const progress = { ...returned, points: [{ date: day('2024-01-01'), value: 30 }] };
    expect(drawLines({ unit: '%', top: 100, series: [progress] }, 'Progress', format).top).toBe(100);
  });

  test('puts names apart that would stand on each other', () => {
    const other = { ...returned, id: 'other', label: 'Other' };
    const [one, two] = drawLines({ unit: 'families', series: [returned, other] }, 'Returns', format).series;
    expect(Math.abs((one?.labelY ?? 0) - (two?.labelY ?? 0))).toBeGreaterThanOrEqual(17);
  });

  test('of one point and of none is still a picture', () => {
    const one = { ...returned, points: [{ date: day('2024-01-01'), value: 0 }] };
    expect(drawLines({ unit: 'families', series: [one] }, 'Returns', format).end).toBeGreaterThan(
      Date.parse('2024-01-01'),
    );
    expect(drawLines({ unit: 'families', series: [] }, 'Returns', format).top).toBeGreaterThan(0);
  });
});
