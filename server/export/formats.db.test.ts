import { once } from 'node:events';
import { buffer, text } from 'node:stream/consumers';
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { columnsOf } from '@/domain/export/tables';
import { cutMark, sheetValue } from '@/domain/export/xlsx-cell';
import { settle } from '@/server/env';
import { recordNow } from '@/server/published/record-at';
import { adding, aPlace, aProject, published, stated, theGround } from '@/test/record';
import { readSheets } from '@/test/read-formats';
import { readZip } from '@/test/read-zip';
import { aboutFile } from './describe-file';
import { closeExportPool, copyOut } from './copy-out';
import { fileHeaders } from './file-headers';
import { currentArchive } from './kept-archive';
import { openFile } from './open-file';
import { readSidecar } from './sidecar';
import { streamTable } from './table-file';

const record = recordNow();
const hostile = [
  '=HYPERLINK("http://x","y")',
  "'=1",
  '_x0041_ & <b>\uFFFE',
  '"; \\ ;',
  'Ağdam Շուշի Шуша 🏠',
  '1/2',
  '0012',
];

beforeAll(async () => {
  await published(
    ...theGround,
    aPlace('a-hamlet', { latitude: 39.5, longitude: 46.25, pointPrecisionKm: 2 }),
    aPlace('a-town', { latitude: 39.75, longitude: 46.5, pointPrecisionKm: 5 }),
    ...hostile.map((title, index) => aProject(`project-${index}`, { title, places: [{ placeSlug: 'a-hamlet' }] })),
    aProject('at-two-places', {
      places: [{ placeSlug: 'a-hamlet' }, { placeSlug: 'a-town' }],
      baselineEndOn: '2024-05-10',
      actualStartOn: '1899-12-01',
      forecastEndOn: '2025',
    }),
    aProject('a-line', {
      geometry: {
        type: 'LineString',
        coordinates: [
          [46, 39],
          [46.5, 39.5],
        ],
      },
    }),
    adding('budget_line', 'large', {
      projectSlug: 'a-line',
      kind: 'approved',
      accumulation: 'in_period',
      amountMinorUnits: '999999999999999999',
      currency: 'AZN',
      period: '2021',
      ...stated,
    }),
  );
});

afterAll(closeExportPool);

describe('a workbook', () => {
  test('holds text as text, numbers as numbers and days as days, under the names of the columns', async () => {
    const { names, rows } = await readSheets(await openFile(record, 'projects', {}, 'xlsx'));
    expect(names).toEqual(['projects', 'Definitions', 'About']);
    const [head = [], ...projects] = rows;
    const cell = (slug: string, header: string) =>
      projects.find((row) => row[head.indexOf('slug')] === slug)?.[head.indexOf(header)];
    expect(hostile.map((_, index) => cell(`project-${index}`, 'title'))).toEqual(hostile);
    expect(cell('at-two-places', 'baseline_end_on')).toEqual(new Date('2024-05-10T00:00:00Z'));
    expect(cell('at-two-places', 'baseline_end_on_first')).toEqual(new Date('2024-05-10T00:00:00Z'));
    // Before March 1900 spreadsheets do not agree on days; a year is no day.
    expect(cell('at-two-places', 'actual_start_on')).toBe('1899-12-01');
    expect(cell('at-two-places', 'forecast_end_on')).toBe('2025');
    expect(cell('at-two-places', 'version')).toBe(1);
    expect(cell('at-two-places', 'is_unreported')).toBe(true);
  });

  test('has no formula, keeps its header in view, and rounds no amount', async () => {
    const files = await readZip(await buffer(await openFile(record, 'projects', {}, 'xlsx')));
    const sheet = String(files.get('xl/worksheets/sheet1.xml'));
    expect(sheet).not.toContain('<f');
    expect(sheet).toContain('state="frozen"');
    expect(sheet).toMatch(/<c r="A1" s="1" t="inlineStr"><is><t xml:space="preserve">slug<\/t>/);
    const budget = await readSheets(await openFile(record, 'budget', {}, 'xlsx'));
    const [head = [], row = []] = budget.rows;
    expect(row[head.indexOf('amount')]).toBe('9999999999999999.99');
  });

  test('says what its columns mean and what the file is', async () => {
    const { definitions, about } = await readSheets(await openFile(record, 'projects', { sector: 'housing' }, 'xlsx'));
    expect(definitions.find(([header]) => header === 'slipped_most_days')).toEqual([
      'slipped_most_days',
      expect.stringMatching(/^Days after the first promised end/),
      'whole number',
      'days',
    ]);
    const said = new Map(about.map(([name, value]) => [name, value]));
    expect(said.get('Filter')).toBe('Only rows where sector is housing.');
    expect(said.get('Rows')).toBe(0);
    expect(said.get('Cite as')).toMatch(/^Cornerstone, Projects, record as of \d{4}-\d{2}-\d{2}\. http/);
  });
});

describe('a text that is longer than a cell of a spreadsheet', () => {
  test('is cut there and says so, and is whole in the CSV', () => {
    const column = columnsOf('revisions').find(({ header }) => header === 'after');
    if (!column) throw new Error('There is no such column');
    const cut = sheetValue(column, 'x'.repeat(40_000));
    expect(cut).toHaveLength(32_767);
    expect(String(cut).endsWith(cutMark)).toBe(true);
    expect(sheetValue(column, 'x'.repeat(32_767))).toBe('x'.repeat(32_767));
  });
});

describe('a map', () => {
  test('places a row by its own geometry, by one place, by several, or not at all', async () => {
    const map = JSON.parse(await text(await openFile(record, 'projects', {}, 'geojson'))) as {
      features: { id: string; geometry: unknown; properties: Record<string, unknown> }[];
      rowCount: number;
    };
    const at = (id: string) => map.features.find((feature) => feature.id === id);
    expect(at('a-line')).toMatchObject({
      geometry: { type: 'LineString' },
      properties: { geometry_from: 'record', geometry_precision_km: null },
    });
    expect(at('project-0')).toMatchObject({
      geometry: { type: 'Point', coordinates: [46.25, 39.5] },
      properties: { geometry_from: 'places', geometry_precision_km: 2 },
    });
    expect(at('at-two-places')).toMatchObject({
      geometry: {
        type: 'MultiPoint',
        coordinates: [
          [46.25, 39.5],
          [46.5, 39.75],
        ],
      },
      properties: { geometry_precision_km: 5 },
    });
    expect(map.rowCount).toBe(map.features.length);
    const places = JSON.parse(await text(await openFile(record, 'places', {}, 'geojson'))) as typeof map;
    expect(places.features.find(({ id }) => id === 'a-village')).toMatchObject({
      geometry: null,
      properties: { geometry_from: null },
    });
  });
});

describe('a file that breaks off', () => {
  test.each(['json', 'geojson'] as const)('is no JSON as %s', async (format) => {
    const whole = await text(await openFile(record, 'projects', {}, format));
    expect(JSON.parse(whole)).toMatchObject({ rowCount: hostile.length + 2 });
    for (const length of [whole.length - 2, whole.length - 20, Math.floor(whole.length / 2)])
      expect(() => JSON.parse(whole.slice(0, length)) as unknown).toThrow(SyntaxError);
  });

  test.each(['json', 'ndjson', 'xlsx', 'geojson', 'parquet'] as const)(
    'as %s by a reader who goes away gives its connection back',
    async (format) => {
      for (let round = 0; round < 5; round += 1) {
        const file = await openFile(record, 'projects', {}, format);
        if (round % 2 === 0) await once(file, 'readable');
        file.destroy();
        await once(file, 'close');
      }
      const others = await Promise.all(Array.from({ length: 4 }, async () => text(await copyOut('select 1'))));
      expect(others).toEqual(['1\n', '1\n', '1\n', '1\n']);
    },
  );
});

describe('what stands beside a file', () => {
  test('tells its filter, its rows and the hash of its CSV', async () => {
    const filters = { sector: 'infrastructure' };
    const sidecar = await readSidecar(record, 'projects', filters);
    const csv = await buffer(await streamTable(record, 'projects', filters));
    expect(sidecar).toMatchObject({
      title: 'Projects',
      filter: filters,
      filterInWords: 'Only rows where sector is infrastructure.',
      asOf: null,
      until: null,
      rowCount: hostile.length + 2,
      csv: { bytes: csv.length, sha256: createHash('sha256').update(csv).digest('hex') },
    });
    expect(sidecar.columns).toContainEqual({
      name: 'progress_percent',
      type: 'number',
      unit: 'percent',
      meaning: expect.any(String) as string,
    });
    expect(sidecar.addresses.xlsx).toMatch(/\/data\/projects\.xlsx\?sector=infrastructure$/);
  });

  test('is in its headers too, which hold ASCII whatever is asked', () => {
    const headers = fileHeaders(aboutFile(record, 'places', { q: 'Шуша' }), 'csv');
    expect(headers).toMatchObject({
      'content-disposition': expect.stringMatching(/filename="cornerstone-places-q-.*\.csv"/) as string,
      'cornerstone-filter': 'Only rows where q is %D0%A8%D1%83%D1%88%D0%B0.',
      'cornerstone-as-of': 'now',
    });
    expect(headers.link).toContain(
      '</data/places.csv-metadata.json?q=%D0%A8%D1%83%D1%88%D0%B0>; rel="describedby"; type="application/csvm+json"',
    );
    expect(Object.values(headers).filter((value) => /[^\x20-\x7e]/.test(value))).toEqual([]);
  });
});

describe('the archive of everything', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'archive-'));
    settle({ CORNERSTONE_DATA_DIR: folder });
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test('is read by several while it is made, is kept, and its sums are right', async () => {
    const [first, second] = await Promise.all([currentArchive(), currentArchive()]);
    expect(first.whole).toBeNull();
    const [one, two] = await Promise.all([buffer(first.open()), buffer(second.open())]);
    expect(two.equals(one)).toBe(true);
    await expect.poll(async () => (await currentArchive()).whole).not.toBeNull();
    const kept = await currentArchive();
    expect(kept.whole).toEqual({ bytes: one.length, sha256: createHash('sha256').update(one).digest('hex') });
    expect((await buffer(kept.open())).equals(one)).toBe(true);

    const files = await readZip(one);
    const [top = ''] = [...files.keys()][0]?.split('/') ?? [];
    const at = (path: string) => files.get(`${top}/${path}`) ?? Buffer.alloc(0);
    const sums = String(at('SHA256SUMS')).trimEnd().split('\n');
    for (const line of sums) {
      const [sum = '', path = ''] = line.split('  ');
      expect(createHash('sha256').update(at(path)).digest('hex'), path).toBe(sum);
    }
    expect(sums.length).toBe(files.size - 1);
    const manifest = JSON.parse(String(at('manifest.json'))) as { files: { path: string; rows: number | null }[] };
    expect(manifest.files.find(({ path }) => path === 'projects.csv')?.rows).toBe(hostile.length + 2);
    expect(String(at('README.md'))).toContain(`projects.csv, rows: ${hostile.length + 2}.`);
    expect(at('projects.csv').equals(await buffer(await streamTable(record, 'projects', {})))).toBe(true);
  });

  test('is made anew after a publication, and the one before is taken away', async () => {
    const before = (await currentArchive()).name;
    await published(aPlace('a-new-place'));
    const after = await currentArchive();
    expect(after.name).not.toBe(before);
    expect(
      String((await readZip(await buffer(after.open()))).get(`${after.name.replace(/-\d+-\d+$/, '')}/places.csv`)),
    ).toContain('a-new-place');
    await expect
      .poll(async () => (await readdir(join(folder, 'downloads'))).sort())
      .toEqual([`${after.name}.json`, `${after.name}.zip`]);
  });
});
