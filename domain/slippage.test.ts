import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day, type DateSpan, readDateSpan } from './calendar';
import { baselineEnd, type DatedPromise, lastPromise, type ProjectDates, promisesMade, slippage } from './slippage';

const on = (text: string): DateSpan => {
  const read = readDateSpan(text);
  if (!read.ok) throw new Error(text);
  return read.value;
};

const promise = (statedOn: string | null, promisedEndOn: string): DatedPromise => ({
  statedOn: statedOn === null ? null : on(statedOn),
  promisedEndOn: on(promisedEndOn),
});

const aProject = (facts: Partial<ProjectDates> = {}): ProjectDates => ({
  status: 'underway',
  statusOn: on('2025-01-01'),
  baselineEndOn: null,
  forecastEndOn: null,
  actualEndOn: null,
  ...facts,
});

describe('the baseline', () => {
  test('is the earliest dated promise', () => {
    const promises = [promise('2024-05-14', '2025'), promise('2022-06-26', '2024')];
    expect(baselineEnd(aProject(), promises)).toEqual(on('2024'));
  });

  test('is the frozen plan where there is one', () => {
    expect(baselineEnd(aProject({ baselineEndOn: on('2023') }), [promise('2022-06-26', '2024')])).toEqual(on('2023'));
  });

  test('is never a promise of an unknown day, and never the forecast', () => {
    expect(baselineEnd(aProject({ forecastEndOn: on('2026') }), [promise(null, '2024')])).toBeNull();
  });
});

describe('the last promise', () => {
  test("is the project's own forecast", () => {
    expect(lastPromise(aProject({ forecastEndOn: on('2026') }), [promise('2024-05-14', '2025')])).toEqual(on('2026'));
  });

  test('is that of a report of a later day', () => {
    expect(lastPromise(aProject({ forecastEndOn: on('2026') }), [promise('2025-02-01', '2027')])).toEqual(on('2027'));
  });

  test('is the baseline when nothing was promised since', () => {
    expect(lastPromise(aProject({ baselineEndOn: on('2024') }), [])).toEqual(on('2024'));
  });
});

describe('slippage', () => {
  test.each([
    ['to the day', '2024-06-30', '2025-06-30', 365, 365],
    ['from the last promised day', '2023-12', '2025-05-10', 496, 496],
    ['as a range where the outcome is not known to the day', '2024', '2025', 1, 365],
    ['from the first promised day when it is earlier', '2024', '2023-12-31', -1, -1],
    ['is none within the promised period', '2024', '2024-05-02', 0, 0],
    ['is none when the same is promised again', '2024', '2024', 0, 0],
  ])('counts %s', (_, promised, outcome, leastDays, mostDays) => {
    const project = aProject({ status: 'in_use', baselineEndOn: on(promised), actualEndOn: on(outcome) });
    expect(slippage(project, [])).toEqual({ leastDays, mostDays });
  });

  test('is unknown without a baseline', () => {
    expect(slippage(aProject({ forecastEndOn: on('2026') }), [])).toBeNull();
  });

  test('is unknown for what was built on an unknown day, and for what was cancelled', () => {
    const dates = { baselineEndOn: on('2024'), forecastEndOn: on('2026') };
    expect(slippage(aProject({ status: 'completed', ...dates }), [])).toBeNull();
    expect(slippage(aProject({ status: 'cancelled', ...dates }), [])).toBeNull();
  });

  test('is a range in order, and grows with the outcome', () => {
    const days = fc
      .integer({ min: 0, max: 4000 })
      .map((offset) => day(new Date(Date.UTC(2020, 0, 1 + offset)).toISOString().slice(0, 10)));
    const spans = fc.tuple(days, days).map(
      ([one, other]): DateSpan => ({
        first: one < other ? one : other,
        last: one < other ? other : one,
        precision: 'span',
      }),
    );
    fc.assert(
      fc.property(spans, spans, days, (baselineEndOn, actualEndOn, later) => {
        const slipped = (end: DateSpan) =>
          slippage(aProject({ status: 'completed', baselineEndOn, actualEndOn: end }), []);
        const found = slipped(actualEndOn);
        expect(found && found.leastDays <= found.mostDays).toBe(true);
        const last = later > actualEndOn.last ? later : actualEndOn.last;
        expect(slipped({ ...actualEndOn, last })?.mostDays).toBeGreaterThanOrEqual(found?.mostDays ?? 0);
      }),
    );
  });
});

describe('the story of a promise', () => {
  test('is the first promise and each move, in the order they were made', () => {
    const promises = [promise('2025-10-13', '2026'), promise('2022-05-13', '2024'), promise('2023-02-18', '2024-07')];
    const told = promisesMade(
      aProject({ statusOn: on('2025-10-13'), baselineEndOn: on('2024'), forecastEndOn: on('2026') }),
      promises,
    );
    expect(told.map(({ kind, promisedEndOn }) => [kind, promisedEndOn])).toEqual([
      ['baseline', on('2024')],
      ['move', on('2024-07')],
      ['move', on('2026')],
    ]);
  });

  test('says nothing twice', () => {
    const told = promisesMade(aProject(), [promise('2022-04-21', '2024'), promise('2024-05-14', '2024')]);
    expect(told).toHaveLength(1);
  });

  test('has no first promise where only one of an unknown day is known', () => {
    expect(promisesMade(aProject({ forecastEndOn: on('2026') }), [])).toMatchObject([{ kind: 'move', statedOn: null }]);
  });
});
