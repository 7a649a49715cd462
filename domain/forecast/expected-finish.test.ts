import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DateSpan, day, daysAfter, type IsoDate, readDateSpan } from '../calendar';
import {
  expectedFinish,
  forecastLimits,
  type NoForecast,
  noForecastReasons,
  type OpenProject,
  type StatedPercent,
  undisputed,
} from './expected-finish';
import { leastClassSize, type PlannedProject, quantile, referenceClass } from './reference-class';

const on = (text: string): DateSpan => {
  const read = readDateSpan(text);
  if (!read.ok) throw new Error(text);
  return read.value;
};
const onDay = (exact: IsoDate): DateSpan => ({ first: exact, last: exact, precision: 'day' });

const today = day('2026-01-01');
const project: OpenProject = {
  status: 'underway',
  isOnHold: false,
  startOn: on('2024-01-01'),
  baselineEndOn: on('2026-06-30'),
};
const said = (referenceOn: string, percent: number): StatedPercent => undisputed(on(referenceOn), percent);
const halfway = [said('2024-12-31', 20), said('2025-12-31', 50)];
const ofItsKind = { of: 'subsector', size: 9, low: 0.8, middle: 1, high: 1.5 } as const;

describe('the expected finish', () => {
  test('follows from the pace of the last report, counted from the last day of the start', () => {
    const expected = expectedFinish(project, halfway, ofItsKind, today);
    expect(expected).toMatchObject({
      ok: true,
      value: {
        on: '2027-12-31',
        first: '2027-08-07',
        last: '2028-12-30',
        asAt: '2025-12-31',
        reports: 2,
        elapsedDays: 730,
        plannedDays: 911,
      },
    });
    expect(expected.ok && expected.value.earnedDays).toBe(455.5);
    expect(expected.ok && expected.value.pace).toBeCloseTo(455.5 / 730);
  });

  test('counts a span from its last day', () => {
    const expected = expectedFinish(
      { ...project, startOn: on('2023') },
      [said('2024', 20), said('2025', 50)],
      ofItsKind,
      today,
    );
    expect(expected).toMatchObject({ ok: true, value: { asAt: '2025-12-31', elapsedDays: 731 } });
  });

  test('reads the lower of two percentages of one day where nothing else tells them apart', () => {
    const stated = [...halfway, said('2025-12-31', 60)];
    expect(expectedFinish(project, stated, ofItsKind, today)).toMatchObject({
      ok: true,
      value: { percent: 50, reports: 2 },
    });
  });

  test('follows from the percentage that a reviewer preferred, as the progress figure does', () => {
    const rival = (isPreferred: boolean) => [{ disagreement: 'how-far', field: null, isPreferred }];
    const [first, last] = halfway;
    const stated = [
      ...(first ? [first] : []),
      ...(last ? [{ ...last, rivals: rival(false) }] : []),
      { ...said('2025-12-31', 60), rivals: rival(true) },
    ];
    expect(expectedFinish(project, stated, ofItsKind, today)).toMatchObject({ ok: true, value: { percent: 60 } });
  });
});

const refused: readonly (readonly [
  NoForecast,
  Partial<OpenProject>,
  readonly StatedPercent[],
  typeof ofItsKind | null,
])[] = [
  ['settled', { status: 'in_use' }, halfway, ofItsKind],
  ['on_hold', { isOnHold: true }, halfway, ofItsKind],
  ['no_start', { startOn: null }, halfway, ofItsKind],
  ['no_baseline', { baselineEndOn: null }, halfway, ofItsKind],
  ['plan_without_length', { baselineEndOn: on('2024-01-01') }, halfway, ofItsKind],
  ['too_few_reports', {}, [said('2025-12-31', 50)], ofItsKind],
  ['too_few_reports', {}, [said('2025-12-31', 50), said('2025-12-31', 55)], ofItsKind],
  ['too_few_reports', {}, [said('2025-12-31', 50), undisputed(null, 20)], ofItsKind],
  ['old_report', { startOn: on('2023-01-01') }, [said('2023-06-01', 40), said('2023-12-31', 50)], ofItsKind],
  ['reported_before_start', {}, [said('2023-12-31', 10), said('2024-01-01', 20)], ofItsKind],
  ['too_little_progress', {}, [said('2024-12-31', 5), said('2025-12-31', 9.9)], ofItsKind],
  ['reported_done', {}, [said('2024-12-31', 5), said('2025-12-31', 100)], ofItsKind],
  ['small_class', {}, halfway, null],
  ['too_far', { startOn: on('2010') }, [said('2024-12-31', 5), said('2025-12-31', 30)], ofItsKind],
  ['passed', { startOn: on('2024-01-01') }, [said('2024-05-01', 60), said('2024-06-01', 90)], ofItsKind],
];

describe('there is no expected finish', () => {
  test.each(refused)('%s', (reason, facts, stated, ofKind) => {
    expect(expectedFinish({ ...project, ...facts }, stated, ofKind, today)).toEqual({ ok: false, problem: reason });
  });

  test('for every reason there is', () => {
    expect(new Set(refused.map(([reason]) => reason))).toEqual(new Set(noForecastReasons));
  });

  test('from the day on that the last percentage is older than 24 months', () => {
    const stated = [said('2024-06-01', 30), said('2024-12-31', 50)];
    expect(expectedFinish(project, stated, { ...ofItsKind, high: 3 }, day('2026-12-31')).ok).toBe(true);
    expect(expectedFinish(project, stated, { ...ofItsKind, high: 3 }, day('2027-01-01'))).toEqual({
      ok: false,
      problem: 'old_report',
    });
  });
});

const percents = fc.double({ min: forecastLimits.leastPercent, max: 99.9999, noNaN: true });
const classes = fc
  .array(fc.double({ min: 0.05, max: 20, noNaN: true }), { minLength: leastClassSize, maxLength: 12 })
  .map((ratios) => ({
    of: 'sector' as const,
    size: ratios.length,
    low: quantile(ratios, 0.1),
    middle: quantile(ratios, 0.5),
    high: quantile(ratios, 0.9),
  }));

test('the range holds the day, and begins no earlier than the last report', () => {
  fc.assert(
    fc.property(percents, fc.integer({ min: 1, max: 4000 }), classes, (percent, elapsed, ofKind) => {
      const startOn = onDay(daysAfter(today, -elapsed));
      const stated = [undisputed(onDay(daysAfter(today, -elapsed)), 1), undisputed(onDay(today), percent)];
      const expected = expectedFinish({ ...project, startOn, baselineEndOn: on('2030') }, stated, ofKind, today);
      if (!expected.ok) {
        expect(expected.problem).toBe('too_far');
        return;
      }
      const { first, on: middle, last, asAt } = expected.value;
      expect([asAt, first, middle, last]).toEqual([asAt, first, middle, last].toSorted());
    }),
  );
});

test('more progress by the same day never ends later, in none of the three days', () => {
  fc.assert(
    fc.property(percents, percents, fc.integer({ min: 1, max: 3000 }), classes, (one, other, elapsed, ofKind) => {
      const [less, more] = [Math.min(one, other), Math.max(one, other)].map((percent) =>
        expectedFinish(
          { ...project, startOn: onDay(daysAfter(today, -elapsed)), baselineEndOn: on('2030') },
          [undisputed(onDay(daysAfter(today, -elapsed)), 0), undisputed(onDay(today), percent)],
          ofKind,
          today,
        ),
      );
      if (!less?.ok || !more?.ok) return;
      expect(
        more.value.first <= less.value.first && more.value.on <= less.value.on && more.value.last <= less.value.last,
      ).toBe(true);
    }),
  );
});

test('it is refused exactly when a rule says so, and for the first rule that does', () => {
  const dates = fc.constantFrom(null, ...['2019', '2023-12-31', '2024-01-01', '2025-06', '2026'].map(on));
  const reports = fc.array(
    fc
      .record({ referenceOn: dates, percent: fc.constantFrom(0, 5, 10, 50, 99, 100) })
      .map(({ referenceOn, percent }) => undisputed(referenceOn, percent)),
    { maxLength: 4 },
  );
  const projects = fc.record({
    status: fc.constantFrom('planned', 'underway', 'completed', 'cancelled'),
    isOnHold: fc.boolean(),
    startOn: dates,
    baselineEndOn: dates,
  } as const);
  fc.assert(
    fc.property(projects, reports, fc.constantFrom(null, ofItsKind), (anyProject, stated, ofKind) => {
      const expected = expectedFinish(anyProject, stated, ofKind, today);
      expect(expected.ok ? null : expected.problem).toBe(firstReason(anyProject, stated, ofKind));
    }),
    { numRuns: 2000 },
  );
});

/** The published rule once more, told as a list of conditions. */
function firstReason(
  asked: OpenProject,
  stated: readonly StatedPercent[],
  ofKind: typeof ofItsKind | null,
): NoForecast | null {
  const days = stated.flatMap(({ referenceOn }) => referenceOn?.last ?? []).toSorted();
  const lastDay = days.at(-1) ?? day('0001-01-01');
  const percent = Math.min(
    ...stated.filter(({ referenceOn }) => referenceOn?.last === lastDay).map((report) => report.percent),
  );
  const start = asked.startOn?.last ?? today;
  const elapsed = (Date.parse(lastDay) - Date.parse(start)) / 86_400_000;
  const remaining = (elapsed * (100 - percent)) / percent;
  const end = Date.parse(lastDay) + Math.ceil(remaining * 1.5) * 86_400_000;
  const conditions: Readonly<Record<NoForecast, boolean>> = {
    settled: asked.status === 'completed' || asked.status === 'cancelled',
    on_hold: asked.isOnHold,
    no_start: !asked.startOn,
    no_baseline: !asked.baselineEndOn,
    plan_without_length: (asked.baselineEndOn?.last ?? '') <= start,
    too_few_reports: new Set(days).size < 2,
    old_report: lastDay < '2024-01-01',
    reported_before_start: lastDay <= start,
    too_little_progress: percent < 10,
    reported_done: percent === 100,
    small_class: ofKind === null,
    too_far: Math.ceil(remaining * 1.5) > 10950,
    passed: end < Date.parse(today),
  };
  return noForecastReasons.find((reason) => conditions[reason]) ?? null;
}

describe('a reference class', () => {
  const built = (ratio: number, facts: Partial<PlannedProject> = {}): PlannedProject => ({
    sector: 'infrastructure',
    subsector: 'road',
    status: 'completed',
    startOn: on('2020-01-01'),
    baselineEndOn: on('2020-04-10'),
    actualEndOn: onDay(daysAfter(day('2020-01-01'), ratio * 100)),
    ...facts,
  });
  const roads = [1, 1.2, 1.5, 2, 3].map((ratio) => built(ratio));
  const bridges = [1, 1, 1].map((ratio) => built(ratio, { subsector: 'bridge' }));

  test('is of its subsector where five are known', () => {
    expect(referenceClass({ sector: 'infrastructure', subsector: 'road' }, [...roads, ...bridges])).toMatchObject({
      of: 'subsector',
      size: 5,
      middle: 1.5,
    });
  });

  test('is of its sector otherwise', () => {
    expect(referenceClass({ sector: 'infrastructure', subsector: 'bridge' }, [...roads, ...bridges])).toMatchObject({
      of: 'sector',
      size: 8,
    });
  });

  test('is none where four are known', () => {
    expect(referenceClass({ sector: 'infrastructure', subsector: 'road' }, roads.slice(1))).toBeNull();
    expect(referenceClass({ sector: 'housing', subsector: 'homes' }, roads)).toBeNull();
  });

  test.each([
    ['what is not built', { status: 'underway' }],
    ['what has no start', { startOn: null }],
    ['what has no baseline', { baselineEndOn: null }],
    ['what was done on an unknown day', { actualEndOn: null }],
    ['a plan without length', { baselineEndOn: on('2020-01-01') }],
  ] as const)('leaves out %s', (_, facts) => {
    expect(
      referenceClass({ sector: 'infrastructure', subsector: 'road' }, [...roads.slice(1), built(1, facts)]),
    ).toBeNull();
  });

  test('lies between its least and its greatest', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0.01, max: 10, noNaN: true }), { minLength: 1 }), (ratios) => {
        const found = [0, 0.1, 0.5, 0.9, 1].map((share) => quantile(ratios, share));
        expect(found).toEqual(found.toSorted((one, other) => one - other));
        expect([found[0], found[4]]).toEqual([Math.min(...ratios), Math.max(...ratios)]);
      }),
    );
  });
});
