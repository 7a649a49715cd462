import { beforeAll, describe, expect, test } from 'vitest';
import { day, readDateSpan } from '@/domain/calendar';
import { everyProject, type ProjectFilter } from '@/domain/filter';
import { isUnreported, lateByDays } from '@/domain/lateness';
import { sumOfWholes } from '@/domain/roll-up';
import { baselineEnd, type DatedPromise, lastPromise, type ProjectDates, slippage } from '@/domain/slippage';
import { aCode, adding, aPlace, aProject, aReport, changing, published, stated, theGround } from '@/test/record';
import { readOverview } from './overview';
import { readProject } from './project';
import { readKnownValues, readProjects } from './projects';
import { recordAt, recordNow } from './record-at';
import { now } from '@/domain/past';

const today = day('2026-06-01');
const record = recordAt(now, today);

interface Dated {
  readonly slug: string;
  readonly facts: Readonly<Record<string, string>>;
  readonly reports: readonly (readonly [statedOn: string, promisedEndOn: string | null])[];
}

/** Every way in which a promise can be made, moved, kept and broken. */
const dated: readonly Dated[] = [
  { slug: 'unpromised', facts: {}, reports: [] },
  { slug: 'forecast-only', facts: { forecastEndOn: '2025' }, reports: [] },
  {
    slug: 'moved-by-report',
    facts: { forecastEndOn: '2025', statusOn: '2024-01-01' },
    reports: [['2024-06-01', '2027-03']],
  },
  {
    slug: 'older-reports',
    facts: { forecastEndOn: '2026-12-31', statusOn: '2025-07-01' },
    reports: [
      ['2022-01-01', '2024'],
      ['2023-01-01', '2024-07'],
      ['2025-08-01', null],
    ],
  },
  {
    slug: 'frozen',
    facts: { baselineEndOn: '2025-H1', baselineReason: 'The plan', statusOn: '2026-02-01' },
    reports: [['2024-01-01', '2025-12-31']],
  },
  { slug: 'kept', facts: { status: 'completed', baselineEndOn: '2024', actualEndOn: '2024-05-02' }, reports: [] },
  { slug: 'early', facts: { status: 'in_use', baselineEndOn: '2024', actualEndOn: '2023-Q4' }, reports: [] },
  {
    slug: 'broken',
    facts: { status: 'in_use', baselineEndOn: '2023-12', actualEndOn: '2025-05-10' },
    reports: [['2025-06-01', null]],
  },
  { slug: 'built-some-day', facts: { status: 'completed', baselineEndOn: '2024', forecastEndOn: '2025' }, reports: [] },
  { slug: 'given-up', facts: { status: 'cancelled', baselineEndOn: '2020', forecastEndOn: '2021' }, reports: [] },
  { slug: 'silent', facts: { statusOn: '2025-05-31' }, reports: [] },
  { slug: 'heard-of', facts: { statusOn: '2025-06-01' }, reports: [] },
];

const measured = [
  { slug: 'fleet', status: 'underway', quantity: 500 },
  { slug: 'plant-a', status: 'in_use', quantity: 8, partOfSlug: 'fleet' },
  { slug: 'turbine', status: 'in_use', quantity: 4, partOfSlug: 'plant-a' },
  { slug: 'dam', status: 'planned', quantity: 20.5 },
  { slug: 'lake', status: 'planned', quantity: null },
] as const;

beforeAll(async () => {
  await published(
    ...theGround,
    aCode('measure', 'power', { unit: 'MW', isSummable: true }),
    aPlace('a-district', {
      type: 'district',
      names: [{ language: 'en', name: 'A district', kind: 'not_stated', isMain: true }],
    }),
    aPlace('fuzuli', {
      parentSlug: 'a-district',
      names: [
        { language: 'en', name: 'Fuzuli', kind: 'not_stated', isMain: true },
        { language: 'az', name: 'Füzuli', kind: 'official', isMain: true },
        { language: 'hy', name: 'Վարանդա', kind: 'alternate', isMain: false },
      ],
    }),
    ...dated.map(({ slug, facts }) =>
      aProject(slug, { title: `Project ${slug}`, places: [{ placeSlug: 'fuzuli' }], ...facts }),
    ),
    ...measured.map(({ slug, quantity, ...facts }) =>
      aProject(slug, {
        ...facts,
        sector: 'housing',
        title: `A 100% ${slug}`,
        isOnHold: slug === 'lake',
        onHoldReason: slug === 'lake' ? 'Water is short' : null,
        measures: [{ measure: 'power', plannedQuantity: quantity, qualifier: null, unitAsStated: null }],
      }),
    ),
  );
  await published(
    ...dated.flatMap(({ slug, reports }) =>
      reports.map(([referenceOn, promisedEndOn]) =>
        aReport(`${slug}-${referenceOn}`, {
          projectSlug: slug,
          referenceOn,
          promisedEndOn,
          physicalProgressPercent: null,
        }),
      ),
    ),
  );
});

const read = (filter: Partial<ProjectFilter> = {}) => readProjects(record, { ...everyProject, ...filter }, 'en');
const slugs = async (filter: Partial<ProjectFilter>) => (await read(filter)).rows.map(({ slug }) => slug);

const span = (text: unknown) => {
  const found = readDateSpan(typeof text === 'string' ? text : '');
  return found.ok ? found.value : null;
};

describe('what follows from dates, for whole tables and for one project', () => {
  test.each(dated)('is the same of $slug', async ({ slug, reports, facts }) => {
    const project: ProjectDates = {
      status: (facts.status ?? 'underway') as ProjectDates['status'], // the table above says only statuses
      statusOn: span(facts.statusOn),
      baselineEndOn: span(facts.baselineEndOn),
      forecastEndOn: span(facts.forecastEndOn),
      actualEndOn: span(facts.actualEndOn),
    };
    const promises = reports.flatMap(([statedOn, promisedEndOn]): DatedPromise[] => {
      const promised = span(promisedEndOn);
      return promised ? [{ statedOn: span(statedOn), promisedEndOn: promised }] : [];
    });
    const lastReportOn = span([...reports.map(([statedOn]) => statedOn), facts.statusOn ?? ''].sort().at(-1));
    const promisedEndOn = lastPromise(project, promises);

    const row = (await read()).rows.find((one) => one.slug === slug);
    expect(row).toMatchObject({
      baselineEndOn: baselineEnd(project, promises),
      promisedEndOn,
      slippage: slippage(project, promises),
      lateByDays: lateByDays({ status: project.status, promisedEndOn, lastReportOn }, today),
      isUnreported: isUnreported({ status: project.status, lastReportOn }, today),
      lastReportOn: lastReportOn?.last ?? null,
    });
  });
});

describe('the list of projects', () => {
  test('counts what it shows', async () => {
    const list = await read();
    expect(list).toMatchObject({ count: 17, known: 17 });
    expect(list.late).toBe(list.rows.filter(({ lateByDays: late }) => late !== null).length);
    expect(list.unreported).toBe(list.rows.filter(({ isUnreported: silent }) => silent).length);
  });

  test('finds what lies in a place', async () => {
    expect(await slugs({ place: 'a-district' })).toHaveLength(dated.length);
    expect(await slugs({ place: 'a-village' })).toHaveLength(measured.length);
  });

  test.each(['füzuli', 'FUZULI kept', 'Վարանդա kept', 'projecT Kept', 'kep'])(
    'finds words of a title or of a place in any language: %s',
    async (text) => {
      expect(await slugs({ text })).toContain('kept');
    },
  );

  test('takes signs of patterns as they stand', async () => {
    expect(await slugs({ text: '100%' })).toHaveLength(measured.length);
    expect(await slugs({ text: 'A_100' })).toEqual([]);
    expect(await slugs({ text: "'; drop table" })).toEqual([]);
  });

  test('narrows by each filter', async () => {
    expect(await slugs({ isOnHold: true })).toEqual(['lake']);
    expect(await slugs({ status: 'cancelled' })).toEqual(['given-up']);
    expect((await read({ isLate: true })).rows.every(({ lateByDays: late }) => late !== null)).toBe(true);
    expect((await read({ isUnreported: true })).count).toBe((await read()).unreported);
    expect(await slugs({ sector: 'cultural' })).toEqual([]);
    expect(await slugs({ verification: 'verified' })).toEqual([]);
  });

  test('sorts with what is unknown last, whichever way', async () => {
    const slipped = (await read({ sort: 'slipped', isAscending: false })).rows.map(
      (row) => row.slippage?.mostDays ?? null,
    );
    const known = slipped.filter((days) => days !== null);
    expect(slipped.slice(0, known.length)).toEqual(known);
    expect(known).toEqual([...known].sort((one, other) => other - one));
    const early = (await read({ sort: 'slipped', isAscending: true })).rows[0];
    expect(early?.slug).toBe('early');
  });

  test('adds up what is planned as the rule says', async () => {
    const total = (await read()).planned.find(({ measure }) => measure === 'power');
    const partOf = new Map(
      measured.flatMap((one) => ('partOfSlug' in one ? [[one.slug, one.partOfSlug] as const] : [])),
    );
    const sum = sumOfWholes(measured, partOf);
    expect(total).toMatchObject({ planned: sum.total, stated: sum.stated, unknown: sum.unknown, parts: sum.parts });
    const built = measured.filter(({ status }) => status === 'in_use');
    expect(total?.built).toBe(sumOfWholes(built, partOf).total);
    expect((await read({ text: 'plant-a' })).planned[0]).toMatchObject({ planned: 8, parts: 0 });
  });

  test('knows the values of its open filters', async () => {
    expect(await readKnownValues(record)).toEqual({
      subsectors: ['road'],
      places: ['a-district', 'a-village', 'fuzuli'],
    });
  });
});

describe('one project', () => {
  test('is nothing where the record never had it', async () => {
    expect(await readProject(record, 'atlantis', 'en')).toBeNull();
  });

  test('counts the revisions of its history, and those of what is stated of it', async () => {
    const history = (await readProject(record, 'older-reports', 'en'))?.history;
    expect(history).toEqual({ count: 4, lastOn: recordNow().day });
  });

  test('knows its parts and its whole', async () => {
    expect((await readProject(record, 'fleet', 'en'))?.parts).toMatchObject([
      { slug: 'plant-a', planned: { power: 8 } },
    ]);
    expect((await readProject(record, 'plant-a', 'en'))?.whole).toMatchObject({ slug: 'fleet' });
  });
});

describe('what hangs on a project', () => {
  test('keeps money, contracts and milestones with whose statement they are', async () => {
    await published(
      adding('contract', 'dam-wall', {
        projectSlug: 'dam',
        title: 'The wall',
        supplierSlug: 'a-ministry',
        procurementMethod: 'open',
        valueMinorUnits: '123456789012345678',
        currency: 'AZN',
        signedOn: '2024-05',
        amendments: [
          {
            amendedOn: '2025-02-03',
            reason: 'More stone',
            newValueMinorUnits: '123456789012345679',
            newEndsOn: '2026',
          },
        ],
        ...stated,
      }),
      adding('milestone', 'dam-start', {
        projectSlug: 'dam',
        title: 'First stone',
        type: 'foundation',
        actualOn: '2024-06-01',
        ...stated,
      }),
      adding('budget_line', 'dam-2024', {
        projectSlug: 'dam',
        kind: 'approved',
        accumulation: 'in_period',
        amountMinorUnits: '500',
        currency: 'JPY',
        period: '2024',
        ...stated,
      }),
    );
    const dam = await readProject(record, 'dam', 'en');
    expect(dam?.contracts).toMatchObject([
      {
        supplier: 'A ministry',
        minorUnits: 123456789012345678n,
        amendments: [{ reason: 'More stone', amendedOn: '2025-02-03', newValueMinorUnits: 123456789012345679n }],
        statement: { statedBy: 'A ministry', source: { title: 'Bulletin 6', publisher: 'Ministry' } },
      },
    ]);
    expect(dam?.milestones).toMatchObject([{ type: 'foundation', actualOn: { first: '2024-06-01' } }]);
    expect(dam?.money).toMatchObject([
      { kind: 'approved', minorUnits: 500n, currency: 'JPY', period: { precision: 'year' } },
    ]);
    expect((await read({ sort: 'budget', isAscending: false })).rows[0]).toMatchObject({
      slug: 'dam',
      budget: { kind: 'approved', minorUnits: 500n, currency: 'JPY' },
    });
  });

  test('a withdrawn project says so on its page and is in no list', async () => {
    const before = await read();
    await published({
      ...changing('project', 'given-up', 1, {}),
      action: 'withdraw',
      content: null,
      reasonKind: 'withdrawn',
      reason: 'Entered twice',
    });
    const after = await read();
    expect(after.count).toBe(before.count - 1);
    const project = await readProject(record, 'given-up', 'en');
    expect(project).toMatchObject({ isWithdrawn: true, title: 'Project given-up' });
    expect(project?.history).toMatchObject({ count: 2 });
  });
});

describe('the overview', () => {
  test('counts the same projects as the list', async () => {
    const [{ projects, districts }, list] = await Promise.all([readOverview(record, 'en'), read()]);
    const sum = (of: 'count' | 'late' | 'unreported') => projects.groups.reduce((total, group) => total + group[of], 0);
    expect({ count: sum('count'), late: sum('late'), unreported: sum('unreported') }).toEqual({
      count: list.count,
      late: list.late,
      unreported: list.unreported,
    });
    expect(projects.late[0]?.lateByDays).toBe(Math.max(...list.rows.map(({ lateByDays: late }) => late ?? 0)));
    expect(projects.moved[0]?.slippage?.mostDays).toBe(
      Math.max(...list.rows.map((row) => row.slippage?.mostDays ?? 0)),
    );
    expect(districts).toMatchObject([{ slug: 'a-district', projects: (await read({ place: 'a-district' })).count }]);
  });

  test('counts what was published today', async () => {
    const { changes } = await readOverview(record, 'en');
    expect(changes.days).toEqual([]);
    const days = (await readOverview(recordNow(), 'en')).changes.days;
    expect(days[0]?.revisions).toBe(days[0]?.kinds.reduce((total, { count }) => total + count, 0));
  });

  test('counts the last 30 days of what is known, also where it tells what had happened by an earlier day', async () => {
    const until = { asOf: null, until: day('2024-01-01') };
    expect((await readOverview(recordAt(until), 'en')).changes.days).toEqual(
      (await readOverview(recordNow(), 'en')).changes.days,
    );
  });
});
