import { once } from 'node:events';
import { buffer, text } from 'node:stream/consumers';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { everyProject, type ProjectFilter } from '@/domain/filter';
import { columnsOf, tableNames, type TableName } from '@/domain/export/tables';
import { Prisma } from '@/prisma/generated/client/client';
import { readBudgetLines } from '@/server/published/budget';
import { readContextFacts } from '@/server/published/data-facts';
import { readLandmark } from '@/server/published/heritage';
import { readProjects } from '@/server/published/projects';
import {
  aCode,
  adding,
  anOrganisation,
  aPlace,
  aProject,
  aReport,
  changing,
  published,
  stated,
  theGround,
} from '@/test/record';
import { closeExportPool, copyOut } from './copy-out';
import { readFileFilters, streamTable } from './table-file';
import { recordNow } from '@/server/published/record-at';

const record = recordNow();

type Cells = Record<string, string>;

async function file(table: TableName, filters: Record<string, string> = {}): Promise<Cells[]> {
  const csv = await text(await streamTable(record, table, filters));
  return parse(csv, { bom: true, columns: true, record_delimiter: '\r\n' }) as Cells[]; // with columns, rows are objects
}

beforeAll(async () => {
  await published(
    ...theGround,
    aPlace('a-hamlet', { parentSlug: 'a-village', latitude: -0.5, longitude: 46.25 }),
    aProject('a-bridge', {
      title: '=1+1',
      description: '@x\n"quoted", and more',
      note: '\tTab',
      statusAsStated: '-1',
      onHoldReason: '+1',
    }),
    aProject('homes', {
      sector: 'housing',
      places: [{ placeSlug: 'a-village' }, { placeSlug: 'a-hamlet' }],
      baselineEndOn: '2021-Q3',
      statusOn: '2022',
      measures: [
        { measure: 'homes', plannedQuantity: 12.5, qualifier: 'about', unitAsStated: null },
        { measure: 'homes_repaired', plannedQuantity: null, qualifier: null, unitAsStated: 'houses; flats' },
      ],
    }),
    adding('code', 'measure.homes-repaired', {
      list: 'measure',
      code: 'homes_repaired',
      labels: [{ language: 'en', label: 'Repaired' }],
    }),
    aReport('a-bridge-2026-06-30'),
    adding('budget_line', 'spent-2021', {
      projectSlug: 'homes',
      kind: 'spent',
      accumulation: 'in_period',
      amountMinorUnits: '123456789012345',
      currency: 'AZN',
      period: '2021-H1',
      ...stated,
    }),
    adding('budget_line', 'yen', {
      projectSlug: 'homes',
      kind: 'funded',
      accumulation: 'in_period',
      amountMinorUnits: '500',
      currency: 'JPY',
      period: '2020-11/2023-11',
      ...stated,
    }),
  );
});

afterAll(closeExportPool);

describe('a file', () => {
  test.each(tableNames)('of %s has the columns it declares', async (table) => {
    const csv = String(await buffer(await streamTable(record, table, {})));
    expect(csv.startsWith('\ufeff')).toBe(true);
    expect(csv.slice(1, csv.indexOf('\r\n'))).toBe(
      columnsOf(table)
        .map(({ header }) => header)
        .join(','),
    );
    expect(() => parse(csv, { bom: true, columns: true })).not.toThrow();
  });

  test('disarms the cells that a spreadsheet would run, and leaves negative numbers numbers', async () => {
    const [bridge] = await file('projects');
    expect(bridge).toMatchObject({
      title: "'=1+1",
      description: `'@x\n"quoted", and more`,
      status_as_stated: "'-1",
      on_hold_reason: "'+1",
    });
    const hamlet = (await file('places')).find(({ slug }) => slug === 'a-hamlet');
    expect(hamlet).toMatchObject({ latitude: '-0.5', longitude: '46.25' });
    expect(await file('progress')).toMatchObject([{ project_name: "'=1+1" }]);
  });

  test.each<Record<string, string>>([{}, { sector: 'housing' }])(
    'leaves unknown blank, and puts a list in one cell with its entries in order, with %o',
    async (filters) => {
      const homes = (await file('projects', filters)).find(({ slug }) => slug === 'homes');
      expect(homes).toMatchObject({
        places_place_slug: 'a-village; a-hamlet',
        measures_measure: 'homes; homes_repaired',
        measures_measure_unit: 'homes; ',
        measures_planned_quantity: '12.5; ',
        measures_unit_as_stated: '; houses\\; flats',
        baseline_end_on: '2021-Q3',
        baseline_end_on_first: '2021-07-01',
        baseline_end_on_last: '2021-09-30',
        baseline_end_on_precision: 'quarter',
        actual_end_on: '',
        source_title: 'Bulletin 6',
        source_url: '',
        sector_label: 'Housing',
      });
    },
  );

  test('gives amounts exactly, in whole units of their currency', async () => {
    const amounts = (await file('budget')).map(({ amount, currency, period }) => [amount, currency, period]);
    expect(amounts).toEqual([
      ['1234567890123.45', 'AZN', '2021-H1'],
      ['500', 'JPY', '2020-11-01/2023-11-30'],
    ]);
  });

  test('says who submitted and approved by role and organisation, never by name', async () => {
    const csv = await text(await streamTable(record, 'revisions', {}));
    expect(csv).toContain('administrator');
    expect(csv).not.toMatch(/Person \d|example\.org/);
  });
});

describe('the filter of a file', () => {
  const cases: readonly [Record<string, string>, Partial<ProjectFilter>, string[]][] = [
    [{}, {}, ['a-bridge', 'homes']],
    [{ sector: 'housing' }, { sector: 'housing' }, ['homes']],
    [{ place: 'a-hamlet' }, { place: 'a-hamlet' }, ['homes']],
    [{ place: 'a-village' }, { place: 'a-village' }, ['a-bridge', 'homes']],
    [{ late: 'yes' }, { isLate: true }, ['homes']],
    [{ q: "1+1'" }, { text: "1+1'" }, []],
  ];
  test.each(cases)('%o leaves the rows of the page', async (filters, filter, slugs) => {
    expect((await file('projects', filters)).map(({ slug }) => slug)).toEqual(slugs);
    const page = await readProjects(record, { ...everyProject, ...filter }, 'en');
    expect(page.rows.map(({ slug }) => slug).sort()).toEqual(slugs);
  });

  test.each([
    ['projects', { place: 'nowhere' }, { ok: false, problem: { name: 'place', found: 'nowhere' } }],
    ['projects', { subsector: 'castle' }, { ok: false, problem: { name: 'subsector', allowed: ['road'] } }],
    ['progress', { project: 'homes' }, { ok: true, value: { project: 'homes' } }],
  ] as const)('of %s %o is checked against what there is', async (table, parameters, answer) => {
    expect(await readFileFilters(record, table, parameters)).toMatchObject(answer);
  });
});

describe('what hangs on projects', () => {
  beforeAll(async () => {
    const begun = { title: 'Begun', type: 'start', actualOn: '2021', ...stated };
    const works = {
      projectSlug: 'homes',
      title: 'Works',
      supplierSlug: 'a-ministry',
      procurementMethod: 'open',
      ...stated,
    };
    await published(
      aCode('subsector', 'rail', { sector: 'infrastructure' }),
      aPlace('elsewhere'),
      aProject('a-railway', { subsector: 'rail', status: 'completed', places: [{ placeSlug: 'elsewhere' }] }),
      aReport('railway-report', { projectSlug: 'a-railway' }),
      adding('contract', 'homes-works', works),
      adding('contract', 'railway-works', { ...works, projectSlug: 'a-railway' }),
      adding('milestone', 'homes-start', { projectSlug: 'homes', ...begun }),
      adding('milestone', 'railway-start', { projectSlug: 'a-railway', ...begun }),
      adding('budget_line', 'of-elsewhere', {
        placeSlug: 'elsewhere',
        kind: 'funded',
        accumulation: 'in_period',
        amountMinorUnits: '700',
        currency: 'AZN',
        period: '2021',
        ...stated,
      }),
    );
  });

  test.each<[TableName, Record<string, string>, string[]]>([
    ['contracts', { sector: 'housing' }, ['homes-works']],
    ['contracts', { subsector: 'rail' }, ['railway-works']],
    ['contracts', { status: 'completed' }, ['railway-works']],
    ['contracts', { place: 'a-hamlet' }, ['homes-works']],
    ['milestones', { sector: 'housing' }, ['homes-start']],
    ['milestones', { subsector: 'rail' }, ['railway-start']],
    ['milestones', { status: 'completed' }, ['railway-start']],
    ['milestones', { place: 'a-village' }, ['homes-start']],
    ['budget', { sector: 'housing' }, ['spent-2021', 'yen']],
    ['budget', { subsector: 'rail' }, []],
    ['budget', { status: 'underway', currency: 'JPY' }, ['yen']],
    ['budget', { place: 'a-hamlet' }, ['spent-2021', 'yen']],
    ['budget', { place: 'elsewhere' }, ['of-elsewhere']],
    ['progress', { subsector: 'rail' }, ['railway-report']],
    ['progress', { place: 'elsewhere' }, ['railway-report']],
  ])('in %s is narrowed by %o', async (table, filters, slugs) => {
    expect(await readFileFilters(record, table, filters)).toEqual({ ok: true, value: filters });
    expect((await file(table, filters)).map(({ slug }) => slug)).toEqual(slugs);
    if (table !== 'budget') return;
    const page = await readBudgetLines(record, filters, 'en');
    expect(page.map(({ slug }) => slug).sort()).toEqual(slugs);
  });
});

describe('what is withdrawn', () => {
  test('still names who said it, in file and page, and keeps the addresses of a list whole', async () => {
    const claims = {
      publisher: 'An agency',
      title: 'Claims',
      titleBasis: 'headline',
      url: 'https://example.org/a;b?c',
    };
    await published(
      adding('source', 'gone-source', claims),
      anOrganisation('gone-agency'),
      adding('landmark', 'a-gate', {
        title: 'A gate',
        kind: 'gate',
        placeSlug: 'a-village',
        furtherSources: [{ sourceSlug: 'gone-source' }],
        ...stated,
      }),
      aCode('landmark_kind', 'gate'),
      aCode('fact_category', 'mines'),
      adding('context_fact', 'a-fact', {
        category: 'mines',
        placeSlug: 'a-village',
        referenceOn: '2021',
        statement: 'Mines are cleared.',
        ...stated,
        sourceSlug: 'gone-source',
        statedBySlug: 'gone-agency',
      }),
    );
    const withdrawal = {
      action: 'withdraw',
      content: null,
      reasonKind: 'withdrawn',
      reason: 'Entered twice',
      answer: 'What they said stands',
    } as const;
    await published(
      changing('source', 'gone-source', 1, {}, withdrawal),
      changing('organisation', 'gone-agency', 1, {}, withdrawal),
    );
    expect((await file('sources')).map(({ slug }) => slug)).not.toContain('gone-source');
    expect(await file('context')).toMatchObject([
      {
        source_publisher: 'An agency',
        source_title: 'Claims',
        source_url: 'https://example.org/a;b?c',
        stated_by_name: 'A ministry',
      },
    ]);
    expect(await readContextFacts(record, Prisma.sql`true`, 'en')).toMatchObject([
      { statement: { statedBy: { name: 'A ministry' }, source: { publisher: 'An agency' } } },
    ]);
    expect(await readLandmark(record, 'a-gate', 'en')).toMatchObject({ furtherSources: [{ slug: 'gone-source' }] });
    expect(await file('landmarks')).toMatchObject([{ further_sources_source_url: 'https://example.org/a\\;b?c' }]);
  });
});

describe('a reader who goes away', () => {
  test('ends the query, and gives the connection back', async () => {
    const rows = await copyOut('select repeat(x::text, 1000) from generate_series(1, 10000000) x');
    await once(rows, 'readable');
    rows.destroy();
    await once(rows, 'close');
    const others = await Promise.all(Array.from({ length: 4 }, async () => text(await copyOut('select 1'))));
    expect(others).toEqual(['1\n', '1\n', '1\n', '1\n']);
  });

  test('a query that fails is an error, not half a file', async () => {
    const rows = await copyOut('select 1/0');
    await expect(text(rows)).rejects.toThrow('division by zero');
  });
});
