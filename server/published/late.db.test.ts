import { beforeAll, describe, expect, test } from 'vitest';
import { day, type DateSpan, readDateSpan } from '@/domain/calendar';
import { everyProject } from '@/domain/filter';
import { expectedFinish, undisputed } from '@/domain/forecast/expected-finish';
import { type PlannedProject, quantile, referenceClass } from '@/domain/forecast/reference-class';
import { isBuilt, lateness, passedByDays, lateByDays } from '@/domain/lateness';
import { baselineEnd, type DatedPromise, lastPromise, type ProjectDates } from '@/domain/slippage';
import { aCode, adding, aPlace, aProject, aReport, published, theGround } from '@/test/record';
import { now } from '@/domain/past';
import { readLateList } from './late';
import { recordAt } from './record-at';
import { readReferenceClass } from './reference-class';
import { readSlippageSpread } from './slippage-spread';

const today = day('2026-06-01');
const record = recordAt(now, today);

interface Told {
  readonly slug: string;
  readonly facts: Readonly<Record<string, string | boolean>>;
  readonly reports: readonly { readonly on: string; readonly percent?: number; readonly promised?: string }[];
  /** The last of the reports is a rival of the one before it, and a reviewer prefers it. */
  readonly isLastPreferred?: boolean;
}

const half = [
  { on: '2025-06-01', percent: 20 },
  { on: '2026-03-31', percent: 50 },
] as const;
const plan = { baselineStartOn: '2024-01-01', baselineEndOn: '2026-12-31' } as const;

/** Every way to stand to a promise, and every reason to have no expected finish. */
const open: readonly Told[] = [
  { slug: 'late', facts: { ...plan, baselineEndOn: '2025', statusOn: '2026-02-01' }, reports: half },
  { slug: 'late-by-report', facts: { baselineEndOn: '2024-06' }, reports: [{ on: '2024-07-01' }] },
  {
    slug: 'late-by-promise',
    facts: {},
    reports: [
      { on: '2023-07-01', promised: '2023' },
      { on: '2024-07-01', promised: '2024-05' },
    ],
  },
  { slug: 'passed', facts: { baselineEndOn: '2025', statusOn: '2025-06-01' }, reports: [] },
  { slug: 'passed-unheard', facts: { forecastEndOn: '2025' }, reports: [] },
  { slug: 'silent', facts: { ...plan, statusOn: '2024-06-01' }, reports: [] },
  { slug: 'unpromised', facts: { actualStartOn: '2024', statusOn: '2026-01-01' }, reports: half },
  { slug: 'behind', facts: plan, reports: half },
  { slug: 'behind-by-start', facts: { actualStartOn: '2024', baselineEndOn: '2026-12-31' }, reports: half },
  {
    slug: 'ahead',
    facts: plan,
    reports: [
      { on: '2025-06-01', percent: 60 },
      { on: '2026-03-31', percent: 97.25 },
    ],
  },
  { slug: 'two-of-a-day', facts: plan, reports: [...half, { on: '2026-03-31', percent: 70 }] },
  {
    slug: 'the-higher-preferred',
    facts: plan,
    reports: [...half, { on: '2026-03-31', percent: 70 }],
    isLastPreferred: true,
  },
  { slug: 'held', facts: { ...plan, isOnHold: true, onHoldReason: 'Water is short' }, reports: half },
  {
    slug: 'backwards',
    facts: { actualStartOn: '2025', forecastEndOn: '2027', baselineEndOn: '2024-06' },
    reports: half,
  },
  { slug: 'one-report', facts: plan, reports: half.slice(1) },
  {
    slug: 'old',
    facts: { ...plan, statusOn: '2026-01-01' },
    reports: [
      { on: '2024-03-01', percent: 30 },
      { on: '2024-05-31', percent: 40 },
    ],
  },
  { slug: 'early-report', facts: { ...plan, baselineStartOn: '2026-04-01' }, reports: half },
  {
    slug: 'hardly-begun',
    facts: plan,
    reports: [
      { on: '2025-06-01', percent: 0 },
      { on: '2026-03-31', percent: 9.9 },
    ],
  },
  {
    slug: 'nothing-done',
    facts: plan,
    reports: [
      { on: '2025-06-01', percent: 0 },
      { on: '2026-03-31', percent: 0 },
    ],
  },
  {
    slug: 'done-says-report',
    facts: plan,
    reports: [
      { on: '2025-06-01', percent: 10 },
      { on: '2026-03-31', percent: 100 },
    ],
  },
  { slug: 'alone', facts: { ...plan, sector: 'housing', subsector: 'homes' }, reports: half },
  {
    slug: 'slow',
    facts: { ...plan, baselineStartOn: '2010' },
    reports: [
      { on: '2025-06-01', percent: 9 },
      { on: '2026-03-31', percent: 20 },
    ],
  },
  {
    slug: 'due',
    facts: plan,
    reports: [
      { on: '2025-01-01', percent: 80 },
      { on: '2025-06-30', percent: 99 },
    ],
  },
];

const done: readonly Told[] = ['2020-12-31', '2021-06-30', '2021-03-31', '2022-12-31', '2021-01-15', '2020-11-01'].map(
  (end, index) => ({
    slug: `done-${index}`,
    facts: {
      status: index % 2 === 0 ? 'completed' : 'in_use',
      subsector: index < 5 ? 'road' : 'bridge',
      baselineStartOn: '2020-01-01',
      baselineEndOn: '2020-12-31',
      actualEndOn: end,
    },
    reports: [],
  }),
);
const told = [...open, ...done];

beforeAll(async () => {
  await published(
    ...theGround,
    aCode('subsector', 'bridge', { sector: 'infrastructure' }),
    aCode('subsector', 'homes', { sector: 'housing' }),
    aPlace('a-district', {
      type: 'district',
      names: [{ language: 'en', name: 'A district', kind: 'official', isMain: true }],
    }),
    aPlace('a-town', {
      type: 'town',
      parentSlug: 'a-district',
      names: [{ language: 'en', name: 'A town', kind: 'official', isMain: true }],
    }),
    ...told.map(({ slug, facts }) =>
      aProject(slug, {
        title: slug,
        places: [
          { placeSlug: slug === 'late' ? 'a-town' : 'a-village' },
          ...(slug === 'behind' ? [{ placeSlug: 'a-town' }, { placeSlug: 'a-district' }] : []),
        ],
        ...facts,
      }),
    ),
  );
  await published(
    ...told.flatMap(({ slug, reports }) =>
      reports.map(({ on, percent = null, promised = null }, index) =>
        aReport(`${slug}-${index}`, {
          projectSlug: slug,
          referenceOn: on,
          physicalProgressPercent: percent,
          promisedEndOn: promised,
        }),
      ),
    ),
  );
  await published(
    ...told
      .filter(({ isLastPreferred }) => isLastPreferred)
      .map((one) =>
        adding('disagreement', `on-${one.slug}`, {
          title: 'How far it is',
          nature: 'rival_claims',
          claims: one.reports.flatMap((_, index) =>
            rivalsOf(one, index).map(({ isPreferred }) => ({
              recordKind: 'progress_report',
              recordSlug: `${one.slug}-${index}`,
              field: null,
              value: null,
              statedBySlug: null,
              sourceSlug: null,
              isPreferred: isPreferred || null,
            })),
          ),
          preferredReason: 'It was measured on the spot.',
          explanation: 'Two reports of one day differ.',
        }),
      ),
  );
});

const span = (text: unknown): DateSpan | null => {
  const found = readDateSpan(typeof text === 'string' ? text : '');
  return found.ok ? found.value : null;
};

/** What the rules of the domain make of one project. */
function ruled({ slug, facts, reports }: Told) {
  const dates: ProjectDates = {
    status: (facts.status ?? 'underway') as ProjectDates['status'], // the tables above say only statuses
    statusOn: span(facts.statusOn),
    baselineEndOn: span(facts.baselineEndOn),
    forecastEndOn: span(facts.forecastEndOn),
    actualEndOn: span(facts.actualEndOn),
  };
  const promises = reports.flatMap(({ on, promised }): DatedPromise[] => {
    const promisedEndOn = span(promised);
    return promisedEndOn ? [{ statedOn: span(on), promisedEndOn }] : [];
  });
  const planned: PlannedProject = {
    sector: String(facts.sector ?? 'infrastructure'),
    subsector: String(facts.subsector ?? 'road'),
    status: dates.status,
    startOn: span(facts.baselineStartOn) ?? span(facts.actualStartOn),
    baselineEndOn: baselineEnd(dates, promises),
    actualEndOn: dates.actualEndOn,
  };
  const lastReportOn = span([...reports.map(({ on }) => on), String(facts.statusOn ?? '')].sort().at(-1));
  return {
    slug,
    planned,
    lastReportOn,
    promisedEndOn: lastPromise(dates, promises),
    isOnHold: facts.isOnHold === true,
  };
}

const rivalsOf = ({ slug, reports, isLastPreferred }: Told, index: number) =>
  isLastPreferred && index >= reports.length - 2
    ? [{ disagreement: `on-${slug}`, field: null, isPreferred: index === reports.length - 1 }]
    : [];

const completed = told.map((one) => ruled(one).planned).filter(({ status }) => isBuilt(status));

async function wholeList(filters: Readonly<Record<string, string>> = {}) {
  const pages = await Promise.all([1, 2].map((page) => readLateList(record, filters, page, 'en')));
  return pages.flatMap(({ rows }) => rows);
}

describe('the late list says of a whole table what the rules say of one project', () => {
  test.each(open)('$slug', async (one) => {
    const { slug, planned, promisedEndOn, lastReportOn, isOnHold } = ruled(one);
    const stated = one.reports.flatMap(({ on, percent }, index) =>
      percent === undefined
        ? []
        : [{ ...undisputed(span(on), percent, `${slug}-${index}`), rivals: rivalsOf(one, index) }],
    );
    const expected = expectedFinish({ ...planned, isOnHold }, stated, referenceClass(planned, completed), today);
    const promised = { status: planned.status, promisedEndOn, lastReportOn };
    const row = (await wholeList()).find((listed) => listed.slug === slug);
    expect(row).toMatchObject({
      promisedEndOn,
      lastReportOn: lastReportOn?.last ?? null,
      passedByDays: passedByDays(promised, today),
      lateByDays: lateByDays(promised, today),
      noForecast: expected.ok ? null : expected.problem,
      expected: expected.ok ? { first: expected.value.first, on: expected.value.on, last: expected.value.last } : null,
      lateness: lateness(promised, expected.ok ? expected.value.on : null, today),
    });
  });

  test('and every way and every reason but one that no open project has is there', async () => {
    const rows = await wholeList();
    expect(new Set(rows.map((row) => row.lateness)).size).toBe(6);
    expect(new Set(rows.map((row) => row.noForecast)).size).toBe(13);
  });
});

test.each(['road', 'bridge', 'homes'])(
  'the reference class of one project is that of the rule: %s',
  async (subsector) => {
    const kind = { sector: subsector === 'homes' ? 'housing' : 'infrastructure', subsector } as const;
    expect(await readReferenceClass(record, kind)).toEqual(referenceClass(kind, completed));
  },
);

describe('the late list', () => {
  test('counts what it lists', async () => {
    const { counts } = await readLateList(record, {}, 1, 'en');
    const rows = await wholeList();
    expect(rows).toHaveLength(open.length);
    for (const { lateness: kind, count } of counts)
      expect(rows.filter((row) => row.lateness === kind)).toHaveLength(count);
  });

  test('begins with what is late, the longest first', async () => {
    const late = (await wholeList()).slice(0, 4).map((row) => row.lateByDays);
    expect(late).toEqual([...late].sort((one, other) => (other ?? 0) - (one ?? 0)));
  });

  test('is narrowed by place, and to one way of standing to the promise', async () => {
    expect((await wholeList({ place: 'a-district' })).map(({ slug }) => slug)).toEqual(['late', 'behind']);
    expect((await wholeList({ lateness: 'unreported' })).map(({ slug }) => slug)).toEqual(['silent']);
  });
});

describe('the spread of slippage', () => {
  const spread = (filter = {}) => readSlippageSpread(record, { ...everyProject, ...filter }, 'en');

  test('says how many are unknown, and leaves them out of its quartiles', async () => {
    const [all] = await spread();
    expect(all).toMatchObject({ kind: 'all', projects: told.length });
    expect((all?.known ?? 0) + (all?.unknown ?? 0)).toBe(told.length);
    const completedOnly = (await spread({ status: 'completed' }))[0];
    const slipped = [0, 90, 15];
    expect(completedOnly).toMatchObject({
      known: 3,
      unknown: 0,
      days: { low: quantile(slipped, 0.25), middle: quantile(slipped, 0.5), high: quantile(slipped, 0.75) },
    });
  });

  test('has no quartiles where nothing is known', async () => {
    expect((await spread({ text: 'unpromised' }))[0]).toMatchObject({ known: 0, unknown: 1, days: null });
  });

  test('counts a project at two places of a district once', async () => {
    expect((await spread()).find(({ slug }) => slug === 'a-district')).toMatchObject({
      name: 'A district',
      projects: 2,
    });
  });
});
