import { text } from 'node:stream/consumers';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { day } from '@/domain/calendar';
import { tableNames, type TableName } from '@/domain/export/tables';
import { everyProject } from '@/domain/filter';
import { db } from '@/server/db';
import { readBudgetLines } from '@/server/published/budget';
import { readChanges } from '@/server/published/changes';
import { readStatementShares, readTableStates } from '@/server/published/data-tables';
import { readDisagreements } from '@/server/published/disagreements';
import { readLandmark, readLandmarkChoices, readLandmarks } from '@/server/published/heritage';
import { readHistory } from '@/server/published/history';
import { readLateList } from '@/server/published/late';
import { readMovement } from '@/server/published/movement';
import { readOverview } from '@/server/published/overview';
import { readPlace, readPlaces } from '@/server/published/places';
import { readProject } from '@/server/published/project';
import { readFilterChoices, readProjects } from '@/server/published/projects';
import { readQuality } from '@/server/published/quality';
import { type PublicRecord, recordAt } from '@/server/published/record-at';
import { readCountChoices, readCounts, readTargets } from '@/server/published/returns';
import { readSlippageSpread } from '@/server/published/slippage-spread';
import { aCode, adding, aProject, aReport, changing, published, stated, theGround } from '@/test/record';
import { closeExportPool } from './copy-out';
import { streamTable } from './table-file';

// The clock of publication never goes back, but it can be set ahead: these days lie in what is the future of every test.
const [yesterday, correction, today] = [day('2090-01-01'), day('2090-01-02'), day('2090-01-05')];
const asOf = (on = yesterday) => recordAt({ asOf: on, until: null }, today);
const until = (on: string) => recordAt({ asOf: null, until: day(on) }, today);

const families = (slug: string, referenceOn: string, count: number) =>
  adding('resettlement', slug, counted(referenceOn, count));
const counted = (referenceOn: string, count: number) => ({
  placeSlug: 'a-village',
  populationGroup: 'returned_idp',
  kind: 'return',
  stage: 'happened',
  counting: 'running_total',
  referenceOn,
  dateBasis: 'stated',
  families: count,
  persons: null,
  personsMethod: 'not_stated',
  ...stated,
});
const aBridge = {
  title: 'A bridge',
  sector: 'infrastructure',
  subsector: 'road',
  places: [{ placeSlug: 'a-village' }],
  ...stated,
};
const built = {
  ...aBridge,
  status: 'completed',
  statusOn: '2024-05-10',
  actualStartOn: '2022-03-01',
  actualEndOn: '2024-05-10',
  forecastEndOn: '2024-01-01',
};
const spent = (period: string, amountMinorUnits: string) => ({
  projectSlug: 'a-bridge',
  kind: 'spent',
  accumulation: 'in_period',
  amountMinorUnits,
  currency: 'AZN',
  period,
  ...stated,
});

beforeAll(async () => {
  await published(
    ...theGround,
    adding('project', 'a-bridge', built),
    aProject('a-road', { title: 'A road', status: 'planned' }),
    aReport('early', { referenceOn: '2022-12-31', physicalProgressPercent: 30 }),
    aReport('late', { referenceOn: '2023-12-31', physicalProgressPercent: 80 }),
    adding('budget_line', 'spent-2022', spent('2022', '1000')),
    adding('budget_line', 'spent-2023', spent('2023', '2000')),
    adding('contract', 'bridge-works', {
      projectSlug: 'a-bridge',
      title: 'Works',
      supplierSlug: 'a-ministry',
      procurementMethod: 'open',
      valueMinorUnits: '1000',
      currency: 'AZN',
      signedOn: '2022-02',
      amendments: [
        { amendedOn: '2023-02-01', reason: 'More stone', newValueMinorUnits: '1200', newEndsOn: null },
        { amendedOn: '2024-02-01', reason: 'More steel', newValueMinorUnits: '1500', newEndsOn: null },
      ],
      ...stated,
    }),
    families('in-2022', '2022-12-31', 100),
    families('in-2023', '2023-12-31', 250),
    aCode('landmark_kind', 'church'),
    adding('landmark', 'a-church', { title: 'A church', kind: 'church', placeSlug: 'a-village', ...stated }),
  );
});

afterAll(closeExportPool);

async function file(record: PublicRecord, table: TableName): Promise<string> {
  return text(await streamTable(record, table, {}));
}

async function rows(record: PublicRecord, table: TableName): Promise<readonly Record<string, string>[]> {
  return parse(await file(record, table), { bom: true, columns: true, record_delimiter: '\r\n' });
}

/** What every page draws and every file holds; charts are drawn from the same answers. */
async function everything(record: PublicRecord): Promise<Readonly<Record<string, string>>> {
  const days = { from: day('2089-12-01'), to: yesterday };
  const asked: Readonly<Record<string, Promise<unknown>>> = {
    overview: readOverview(record, 'en'),
    projects: readProjects(record, everyProject, 'en'),
    choices: readFilterChoices(record, 'en'),
    project: readProject(record, 'a-bridge', 'en'),
    places: readPlaces(record, {}, 'en'),
    place: readPlace(record, 'a-village', 'en'),
    counts: readCounts(record, {}, 'en'),
    targets: readTargets(record, {}, 'en'),
    groups: readCountChoices(record, 'en'),
    landmarks: readLandmarks(record, {}, 'en'),
    landmark: readLandmark(record, 'a-church', 'en'),
    landmarkChoices: readLandmarkChoices(record, 'en'),
    budget: readBudgetLines(record, {}, 'en'),
    late: readLateList(record, {}, 1, 'en'),
    spread: readSlippageSpread(record, everyProject, 'en'),
    quality: readQuality(record),
    disagreements: readDisagreements(record, {}, 'en'),
    tables: readTableStates(record),
    shares: readStatementShares(record),
    history: readHistory(record, { of: 'project', slug: 'a-bridge' }, 1),
    changes: readChanges(record, days, {}, 1, 'en'),
    movement: readMovement(days, { sector: null, place: null }, 'en', today),
    ...Object.fromEntries(tableNames.map((table) => [`${table}.csv`, file(record, table)])),
  };
  const told: [string, string][] = [];
  for (const [name, answer] of Object.entries(asked)) told.push([name, JSON.stringify(await answer, withBigInts)]);
  return Object.fromEntries(told);
}

const withBigInts = (_: string, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value);

describe('what had happened by a day', () => {
  test('a project that was completed in 2024 is underway until it was', async () => {
    const statusBy = async (on: string) => (await readProject(until(on), 'a-bridge', 'en'))?.status ?? null;
    expect(await statusBy('2021-12-31')).toBeNull();
    expect(await statusBy('2023-06-30')).toBe('underway');
    expect(await statusBy('2024-05-09')).toBe('underway');
    expect(await statusBy('2024-05-10')).toBe('completed');
  });

  test('speaks of no progress, money or returns of a later day, and leaves out what has no date', async () => {
    const slugs = async (table: TableName) => (await rows(until('2023-06-30'), table)).map(({ slug }) => slug);
    expect(await slugs('progress')).toEqual(['early']);
    expect(await slugs('budget')).toEqual(['spent-2022']);
    expect(await slugs('resettlement')).toEqual(['in-2022']);
    expect(await slugs('projects')).toEqual(['a-bridge']);
    const bridge = await readProject(until('2023-06-30'), 'a-bridge', 'en');
    expect(bridge?.reports.map(({ slug }) => slug)).toEqual(['early']);
    expect(bridge?.contracts[0]?.amendments.map(({ reason }) => reason)).toEqual(['More stone']);
    expect((await rows(until('2023-06-30'), 'contracts'))[0]?.amendments_reason).toBe('More stone');
    expect((await readCounts(until('2023-06-30'), {}, 'en')).map(({ families: count }) => count)).toEqual([100]);
  });

  test('is not the whole record, which knows of more without a date', async () => {
    const slugs = async (record: PublicRecord) => (await rows(record, 'projects')).map(({ slug }) => slug);
    expect(await slugs(until('2090-01-04'))).toEqual(['a-bridge']);
    expect(await slugs(recordAt({ asOf: null, until: null }, today))).toEqual(['a-bridge', 'a-road']);
  });
});

describe('what the record said on a day', () => {
  test('stays the same to the byte when it is corrected later: every page and every file', async () => {
    const before = await everything(asOf());
    await db.$executeRaw`update record_head set last_published_at = ${`${correction} 08:00:00Z`}::timestamptz`;
    await published(
      changing('project', 'a-bridge', 1, {
        ...built,
        title: 'A longer bridge',
        actualEndOn: '2025-02-01',
        statusOn: '2025-02-01',
      }),
      changing('resettlement', 'in-2023', 1, counted('2023-12-31', 370)),
      changing('budget_line', 'spent-2023', 1, spent('2023', '2500')),
      {
        ...changing('progress_report', 'late', 1, {}),
        action: 'withdraw',
        reasonKind: 'withdrawn',
        content: aReport('late', { referenceOn: '2023-12-31', physicalProgressPercent: 80 }).content,
      },
      aReport('newest', { referenceOn: '2024-03-31', physicalProgressPercent: 95 }),
    );
    const after = await everything(asOf());
    for (const [name, answer] of Object.entries(before)) expect(`${name}: ${after[name]}`).toBe(`${name}: ${answer}`);
    expect(Object.keys(after)).toEqual(Object.keys(before));

    const now = await everything(asOf(correction));
    for (const name of [
      'overview',
      'projects',
      'project',
      'counts',
      'budget',
      'projects.csv',
      'resettlement.csv',
      'revisions.csv',
    ]) {
      expect(`${name}: ${now[name]}`).not.toBe(`${name}: ${before[name]}`);
    }
  });

  test('before it began is nothing', async () => {
    const record = asOf(day('2020-01-01'));
    expect(await readProjects(record, everyProject, 'en')).toMatchObject({ count: 0, known: 0 });
    for (const table of tableNames) {
      // Worked out for groups that are there whatever the record says.
      if (table !== 'slippage' && table !== 'quality')
        expect(`${table} ${(await rows(record, table)).length}`).toBe(`${table} 0`);
    }
  });
});

describe('what changed between two days', () => {
  const days = { from: yesterday, to: correction };

  test('is what the record says otherwise on the last: added, corrected, withdrawn', async () => {
    const { lines } = await readChanges(asOf(correction), days, {}, 1, 'en');
    expect(new Map(lines.map(({ slug, change }) => [slug, change]))).toEqual(
      new Map([
        ['a-bridge', 'corrected'],
        ['in-2023', 'corrected'],
        ['spent-2023', 'corrected'],
        ['late', 'withdrawn'],
        ['newest', 'added'],
      ]),
    );
  });

  test('is the same on the page and in the file', async () => {
    const { lines, total } = await readChanges(asOf(correction), days, {}, 1, 'en');
    const csv = parse(await text(await streamTable(asOf(correction), 'changes', days)), {
      bom: true,
      columns: true,
      record_delimiter: '\r\n',
    }) as Record<string, string>[]; // with columns, rows are objects
    expect(csv.map(({ slug, change }) => [slug, change])).toEqual(lines.map(({ slug, change }) => [slug, change]));
    expect(csv).toHaveLength(total);
  });

  test('of more records than a page compares, is compared for the latest, and how many there are of each kind is said', async () => {
    const whole = await readChanges(asOf(correction), days, {}, 1, 'en');
    const few = await readChanges(asOf(correction), days, {}, 1, 'en', 2);
    expect(whole.revised).toBeNull();
    expect(few.lines).toEqual(whole.lines.slice(0, 2));
    expect(few.revised).toContainEqual({ kind: 'project', records: 1 });
  });

  test('is told with the titles of the later day, whatever is corrected after it', async () => {
    const past = { from: day('2020-01-01'), to: yesterday };
    const { lines } = await readChanges(asOf(correction), past, {}, 1, 'en');
    expect(lines.find(({ slug }) => slug === 'early')).toMatchObject({ change: 'added', title: 'A bridge' });
    expect(await text(await streamTable(asOf(correction), 'changes', past))).not.toContain('A longer bridge');
  });

  test('sums the movement of each group of people at its own place', async () => {
    const { totals } = await readMovement(days, { sector: null, place: null }, 'en', today);
    expect(
      totals.map(({ of, before, after, difference }) => [of.placeSlug, of.metric, before, after, difference]),
    ).toEqual([['a-village', 'families', 250, 370, 120]]);
  });
});
