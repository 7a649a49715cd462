import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { parse } from 'csv-parse/sync';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import * as z from 'zod';
import { apiExamples } from '@/components/api/examples';
import { apiProblemSchema } from '@/domain/api/problem';
import { apiRoutes } from '@/domain/api/routes';
import type { FilterValues } from '@/domain/export/filters';
import { kindOfTable, type TableName } from '@/domain/export/tables';
import { everyProject } from '@/domain/filter';
import { db } from '@/server/db';
import { closeExportPool } from '@/server/export/copy-out';
import { streamRows, streamTable } from '@/server/export/table-file';
import { readPlaces } from '@/server/published/places';
import { readProjects } from '@/server/published/projects';
import { recordNow } from '@/server/published/record-at';
import { readCounts } from '@/server/published/returns';
import { type RunningApi, startApi } from './api-server';
import { adding, aPlace, aProject, aReport, changing, published, stated, theGround } from './record';

const listed = z.strictObject({
  table: z.string(),
  day: z.string(),
  asOf: z.string().nullable(),
  until: z.string().nullable(),
  filters: z.record(z.string(), z.string()),
  total: z.int(),
  rows: z.array(z.record(z.string(), z.unknown())),
  next: z.string().nullable(),
});

const counted = (families: number | null, persons: number | null) => ({
  placeSlug: 'a-village',
  populationGroup: 'returned_idp',
  kind: 'return',
  stage: 'happened',
  counting: 'running_total',
  referenceOn: '2023-12-31',
  dateBasis: 'stated',
  families,
  persons,
  personsMethod: 'not_stated',
  ...stated,
});

const facts = z.record(z.string(), z.unknown());
const [aBridge, aVillage] = [facts.parse(aProject().content), facts.parse(aPlace().content)];

let api: RunningApi;

beforeAll(async () => {
  await published(
    ...theGround,
    aPlace('a-district', {
      type: 'district',
      names: [{ language: 'az', name: 'Şuşa "rayonu"; =1+1', kind: 'official', isMain: true }],
    }),
    aPlace('a-town', { type: 'town', parentSlug: 'a-district' }),
    aProject(),
    aProject('a-road', { title: 'A road', status: 'planned', places: [{ placeSlug: 'a-town' }] }),
    aProject('a-tunnel', { title: '=cmd|A tunnel', status: 'planned' }),
    aReport(),
    adding('resettlement', 'counted', counted(250, 900)),
    adding('resettlement', 'few', { ...counted(3, 7), counting: 'single_group' }),
    adding('budget_line', 'spent', {
      projectSlug: 'a-bridge',
      kind: 'spent',
      accumulation: 'in_period',
      amountMinorUnits: '900719925474099312',
      currency: 'AZN',
      period: '2023',
      ...stated,
    }),
  );
  await published({
    ...changing('progress_report', 'a-bridge-2026-06-30', 1, {}),
    action: 'withdraw',
    reasonKind: 'withdrawn',
    content: aReport().content,
  });
  api = await startApi();
}, 60_000);

afterEach(() => vi.useRealTimers());
afterAll(async () => {
  await api.stop();
  await closeExportPool();
});

const list = async (address: string) => listed.parse(await (await api.read(address)).json());
const query = (filters: FilterValues) => new URLSearchParams(filters).toString();
const pathOf = (address: string) => address.replace(/^https?:\/\/[^/]+/, '');

/** Every row of a list, from page to page. */
async function everyRow(address: string): Promise<readonly Record<string, unknown>[]> {
  const rows: Record<string, unknown>[] = [];
  for (let next: string | null = address; next; ) {
    const page: z.output<typeof listed> = await list(pathOf(next));
    rows.push(...page.rows);
    next = page.next;
  }
  return rows;
}

describe('the same filter gives the same rows', () => {
  const filters: readonly (readonly [TableName, FilterValues])[] = [
    ['projects', {}],
    ['projects', { status: 'planned' }],
    ['projects', { place: 'a-district' }],
    ['projects', { sort: 'name', order: 'descending' }],
    ['projects', { status: 'cancelled' }],
    ['places', { type: 'town' }],
    ['places', { q: 'susa' }],
    ['resettlement', {}],
    ['resettlement', { counting: 'single_group' }],
    ['budget', { currency: 'AZN' }],
    ['totals', {}],
    ['revisions', { action: 'withdraw' }],
    ['late', {}],
    ['codes', { list: 'measure' }],
  ];
  test.each(filters)('of %s with %o, in the API, in the file of values and in the CSV', async (table, filter) => {
    const rows = await everyRow(`/api/v1/${table}?${query({ ...filter, limit: '2' })}`);
    const lines = (await text(await streamRows(recordNow(), table, filter))).split('\n').filter(Boolean);
    expect(rows).toEqual(lines.map((line) => JSON.parse(line) as unknown));
    const csv = parse(await text(await streamTable(recordNow(), table, filter)), { bom: true, columns: true });
    expect(csv).toHaveLength(rows.length);
    expect((await list(`/api/v1/${table}?${query({ ...filter, limit: '1' })}`)).total).toBe(rows.length);
  });

  test('and as many as the page counts', async () => {
    const record = recordNow();
    const page = await readProjects(record, { ...everyProject, status: 'planned' }, 'en');
    expect((await list('/api/v1/projects?status=planned')).total).toBe(page.count);
    expect((await list('/api/v1/places?place=a-district')).total).toBe(
      (await readPlaces(record, { place: 'a-district' }, 'en')).length,
    );
    expect((await list('/api/v1/resettlement?kind=return')).total).toBe(
      (await readCounts(record, { kind: 'return' }, 'en')).length,
    );
  });

  test('exactly: no amount is rounded, no text is changed, what is withheld is null and said to be', async () => {
    const [spent] = (await list('/api/v1/budget')).rows;
    expect(spent?.amount).toBe('9007199254740993.12');
    const { rows } = await list('/api/v1/projects?sort=name');
    expect(rows.map(({ title }) => title)).toContain('=cmd|A tunnel');
    const [few] = (await list('/api/v1/resettlement?counting=single_group')).rows;
    expect(few).toMatchObject({
      families: null,
      families_status: 'withheld',
      persons: null,
      persons_status: 'withheld',
    });
  });
});

describe('one record', () => {
  test('is the row of its list, and leads to its history', async () => {
    const [row] = (await list('/api/v1/projects?place=a-district')).rows;
    const answer = z
      .looseObject({ row: z.unknown(), history: z.url() })
      .parse(await (await api.read('/api/v1/projects/a-road')).json());
    expect(answer.row).toEqual(row);
    const history = await list(pathOf(answer.history));
    expect(history.rows.map(({ slug, version, action }) => [slug, version, action])).toEqual([['a-road', 1, 'add']]);
  });

  test('that was withdrawn is gone, and its history stays', async () => {
    const gone = await api.read('/api/v1/progress/a-bridge-2026-06-30');
    expect([gone.status, apiProblemSchema.parse(await gone.json()).detail]).toEqual([
      410,
      expect.stringContaining('/api/v1/progress/a-bridge-2026-06-30/history'),
    ]);
    const { rows } = await list('/api/v1/progress/a-bridge-2026-06-30/history');
    expect(rows.map(({ action }) => action)).toEqual(['add', 'withdraw']);
  });

  test.each(['/api/v1/projects/a-castle', '/api/v1/projects/a-castle/history', '/api/v1/places/a-road'])(
    'that never was is not found: %s',
    async (address) => {
      const missing = await api.read(address);
      expect([missing.status, apiProblemSchema.parse(await missing.json()).parameter]).toEqual([404, 'slug']);
    },
  );
});

describe('a list refuses', () => {
  test.each([
    ['?sector=castles', 'sector', 'Allowed: housing'],
    ['?place=nowhere', 'place', 'Nothing in the record has it'],
    ['?asOf=2999-01-01', 'asOf', 'is not after today'],
    ['?asOf=2024-12-31&asOf=2024-12-30', 'asOf', '2024-12-31, 2024-12-30'],
    ['?cursor=WyJwbGFjZXMiLCJ4IiwxXQ', 'cursor', 'no cursor of this list'],
    ['?limit=1000', 'limit', 'from 1 to 500 rows'],
  ])('%s, and says why', async (asked, parameter, says) => {
    const refused = await api.read(`/api/v1/projects${asked}`);
    const problem = apiProblemSchema.parse(await refused.json());
    expect([refused.status, problem.parameter]).toEqual([400, parameter]);
    expect(problem.detail).toContain(says);
  });

  const cursors = [
    ['places', 'a\u0000b', 1],
    ['places', '\ud800', 1],
    ['places', { $gt: '' }, 1],
    ['places', 'a', -1],
    ['places', 'a', 1e300],
    ['places'],
    null,
  ].map((cursor) => ['places', cursor] as const);
  const keys = ['["a\\u0000"]', '["\\ud800"]', '[1e999]', '[{}]', '{}', '', '[[[[]]]]'];
  const ofTotals = keys.map((key) => ['totals', ['totals', key, 1]] as const);
  test.each([...cursors, ...ofTotals])('a cursor of %s that nobody gave: %o', async (table, cursor) => {
    const text = Buffer.from(JSON.stringify(cursor)).toString('base64url');
    const refused = await api.read(`/api/v1/${table}?cursor=${text}`);
    expect(apiProblemSchema.parse(await refused.json())).toMatchObject({ status: 400, parameter: 'cursor' });
  });

  test('days that are the wrong way round', async () => {
    const refused = await api.read('/api/v1/changes?from=2024-12-31&to=2024-01-01');
    expect(apiProblemSchema.parse(await refused.json())).toMatchObject({ status: 400, parameter: 'from' });
  });
});

describe('the examples of the page', () => {
  const shell = apiExamples('SITE', 'a-village').filter(({ language }) => language === 'shell');
  test.each(shell)('of the shell run as they stand: $id', async ({ code }) => {
    const folder = mkdtempSync(join(tmpdir(), 'cornerstone-api-'));
    try {
      const asked = code.replaceAll('SITE', api.url).replaceAll('curl ', 'curl -sSf ');
      const { stdout } = await promisify(execFile)('sh', ['-ec', asked], { cwd: folder });
      const answered = stdout || readFileSync(join(folder, 'projects.json'), 'utf8');
      expect(answered).toMatch(/^\{"table":"\w+"/);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('what the record said on a day', () => {
  test('is answered the same to the byte after a correction: every list, a record and its history', async () => {
    // The clock of publication can be set ahead, and never back.
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2090-01-05T09:00:00Z') });
    const addresses = [
      ...apiRoutes.filter(({ folder }) => folder === '[table]').map(({ path }) => `/api/v1${path}?asOf=2090-01-01`),
      '/api/v1?asOf=2090-01-01',
      '/api/v1/projects/a-bridge?asOf=2090-01-01',
      '/api/v1/projects/a-bridge/history?asOf=2090-01-01',
    ];
    const before = await everything(addresses);
    await db.$executeRaw`update record_head set last_published_at = '2090-01-02 08:00:00Z'`;
    await published(
      changing('project', 'a-bridge', 1, { ...aBridge, title: 'A longer bridge', status: 'completed' }),
      changing('resettlement', 'counted', 1, counted(370, 1200)),
      changing('place', 'a-village', 1, { ...aVillage, type: 'town' }),
    );
    expect(await everything(addresses)).toEqual(before);
    const later = addresses.map((address) => address.replace('2090-01-01', '2090-01-02'));
    const after = await everything(later);
    for (const table of ['projects', 'resettlement', 'places', 'revisions', 'totals'])
      expect(after[`/api/v1/${table}?asOf=2090-01-02`]).not.toEqual(before[`/api/v1/${table}?asOf=2090-01-01`]);
  }, 60_000);

  /** Asked of a front that has kept nothing yet. */
  async function everything(addresses: readonly string[]): Promise<Record<string, readonly (string | null)[]>> {
    const fresh = await startApi();
    const told: [string, readonly (string | null)[]][] = [];
    for (const address of addresses) {
      const answer = await fresh.read(address);
      expect([address, answer.status]).toEqual([address, 200]);
      const { headers } = answer;
      told.push([
        address,
        [await answer.text(), headers.get('etag'), headers.get('last-modified'), headers.get('link')],
      ]);
    }
    await fresh.stop();
    return Object.fromEntries(told);
  }
});

test('every table of records answers for one that is not there', async () => {
  for (const table of Object.keys(kindOfTable)) expect((await api.read(`/api/v1/${table}/nothing`)).status).toBe(404);
});
