import { describe, expect, test } from 'vitest';
import { rebaseliningFindings } from './re-baselining';

const published = { baselineStartOn: '2022', baselineEndOn: '2024', baselineReason: 'The plan of 2022' };
const found = (
  changes: Readonly<Record<string, string | null>>,
  before: Readonly<Record<string, string | null>> = published,
) => rebaseliningFindings('project', before, { ...before, ...changes }).map(({ path }) => path);

describe('a published baseline', () => {
  test.each([
    ['moves', { baselineEndOn: '2026' }],
    ['is taken away', { baselineEndOn: null }],
    ['begins on another day', { baselineStartOn: '2023' }],
    ['moves and loses its reason', { baselineEndOn: '2026', baselineReason: null }],
  ])('that %s needs a reason of its own', (_, changes) => {
    expect(found(changes)).toEqual(['baselineReason']);
  });

  test('moves with a new reason', () => {
    expect(found({ baselineEndOn: '2026', baselineReason: 'The works were tendered anew' })).toEqual([]);
  });

  test('that stays needs none', () => {
    expect(found({ forecastEndOn: '2027', baselineReason: null })).toEqual([]);
  });

  test('that was never there needs none for the first one', () => {
    expect(
      found({ baselineEndOn: '2026' }, { baselineStartOn: null, baselineEndOn: null, baselineReason: null }),
    ).toEqual([]);
  });

  test('is a matter of projects alone', () => {
    expect(rebaseliningFindings('milestone', published, {})).toEqual([]);
  });
});
