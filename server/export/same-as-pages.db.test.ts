import { text } from 'node:stream/consumers';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TableName } from '@/domain/export/tables';
import { readBudgetLines } from '@/server/published/budget';
import { readTableStates } from '@/server/published/data-tables';
import { readLandmarks } from '@/server/published/heritage';
import { readPlaces, readServices } from '@/server/published/places';
import { readCounts, readTargets } from '@/server/published/returns';
import { aCode, adding, aPlace, published, stated, theGround } from '@/test/record';
import { closeExportPool } from './copy-out';
import { streamTable } from './table-file';
import { recordNow } from '@/server/published/record-at';

const record = recordNow();

type Filters = Readonly<Record<string, string>>;

async function slugsOf(table: TableName, filters: Filters): Promise<string[]> {
  const csv = await text(await streamTable(record, table, filters));
  const rows = parse(csv, { columns: true }) as { slug: string }[]; // with columns, rows are objects
  return rows.map(({ slug }) => slug).sort();
}

const slugs = (rows: readonly { readonly slug: string }[]) => rows.map(({ slug }) => slug).sort();

beforeAll(async () => {
  await published(
    ...theGround,
    aCode('landmark_kind', 'church'),
    aCode('landmark_kind', 'mosque'),
    aCode('service', 'water', { order: 1 }),
    aCode('service', 'power', { order: 2 }),
    aPlace('a-district', {
      type: 'district',
      names: [{ language: 'en', name: 'A district', kind: 'official', isMain: true }],
    }),
    aPlace('a-town', {
      type: 'town',
      parentSlug: 'a-district',
      names: [
        { language: 'en', name: 'Shusha', kind: 'not_stated', isMain: true },
        { language: 'az', name: 'Şuşa', kind: 'not_stated', isMain: true },
        { language: 'ru', name: 'Шуша', kind: 'not_stated', isMain: true },
      ],
    }),
    adding('landmark', 'a-church', { title: 'A church', kind: 'church', placeSlug: 'a-town', ...stated }),
    adding('landmark', 'a-mosque', { title: 'A mosque', kind: 'mosque', placeSlug: 'a-village', ...stated }),
    adding('condition', 'a-church-2021', {
      landmarkSlug: 'a-church',
      condition: 'damaged',
      observedOn: '2021',
      certainty: 'definite',
      ...stated,
    }),
    adding('condition', 'a-church-2024', {
      landmarkSlug: 'a-church',
      condition: 'restored',
      observedOn: '2024',
      certainty: 'not_stated',
      ...stated,
    }),
    aCount('town-total', { placeSlug: 'a-town', families: 20, persons: 80 }),
    aCount('town-group', { placeSlug: 'a-town', counting: 'single_group', families: 5, persons: null }),
    aCount('village-left', {
      placeSlug: 'a-village',
      kind: 'departure',
      families: null,
      persons: 7,
      verification: 'disputed',
    }),
    adding('target', 'town-target', {
      placeSlug: 'a-town',
      metric: 'families',
      populationGroup: 'returned_idp',
      value: 100,
      dueOn: '2026',
      ...stated,
    }),
    adding('budget_line', 'spent', {
      placeSlug: 'a-town',
      kind: 'spent',
      accumulation: 'in_period',
      amountMinorUnits: '100',
      currency: 'AZN',
      period: '2022',
      ...stated,
    }),
    adding('budget_line', 'draft', {
      placeSlug: 'a-village',
      kind: 'draft',
      accumulation: 'cumulative',
      amountMinorUnits: '100',
      currency: 'USD',
      period: '2021/2023',
      ...stated,
    }),
    adding('readiness', 'town-water', {
      placeSlug: 'a-town',
      service: 'water',
      state: 'planned',
      referenceOn: '2025',
      promisedOn: '2026',
      ...stated,
    }),
  );
});

afterAll(closeExportPool);

function aCount(slug: string, facts: Readonly<Record<string, unknown>>) {
  return adding('resettlement', slug, {
    kind: 'return',
    populationGroup: 'returned_idp',
    stage: 'happened',
    counting: 'running_total',
    referenceOn: '2024-05-01',
    personsMethod: 'not_stated',
    ...stated,
    ...facts,
  });
}

describe('the file has the rows of the page', () => {
  const filters: readonly Filters[] = [
    {},
    { place: 'a-district' },
    { kind: 'departure' },
    { counting: 'single_group' },
    { verification: 'disputed' },
  ];
  test.each(filters)('of returns with %o', async (filter) => {
    expect(await slugsOf('resettlement', filter)).toEqual(slugs(await readCounts(record, filter, 'en')));
  });

  test.each<Filters>([{}, { place: 'a-district' }, { population_group: 'returned_idp' }])(
    'of targets with %o',
    async (filter: Filters) => {
      expect(await slugsOf('targets', filter)).toEqual(slugs(await readTargets(record, filter, 'en')));
    },
  );

  test.each([
    [{}, 2],
    [{ place: 'a-district' }, 1],
    [{ kind: 'mosque' }, 1],
    [{ condition: 'damaged' }, 1],
    [{ condition: 'damaged', stated_by: 'a-ministry' }, 1],
    [{ condition: 'destroyed' }, 0],
    [{ q: 'CHURCH' }, 1],
  ] as const)('of landmarks with %o', async (filter: Filters, count) => {
    const page = slugs(await readLandmarks(record, filter, 'en'));
    expect(page).toHaveLength(count);
    expect(await slugsOf('landmarks', filter)).toEqual(page);
  });

  test.each<Filters>([
    {},
    { place: 'a-district' },
    { kind: 'spent' },
    { accumulation: 'cumulative' },
    { currency: 'USD' },
  ])('of amounts with %o', async (filter: Filters) => {
    expect(await slugsOf('budget', filter)).toEqual(slugs(await readBudgetLines(record, filter, 'en')));
  });

  test.each<Filters>([{}, { q: 'susa' }, { q: 'ШУША' }, { q: '100%' }, { type: 'town' }, { place: 'a-district' }])(
    'of places with %o',
    async (filter: Filters) => {
      expect(await slugsOf('places', filter)).toEqual(slugs(await readPlaces(record, filter, 'en')));
    },
  );

  test('of every table, as many as the page of tables says', async () => {
    for (const { name, rowCount } of await readTableStates(record)) {
      expect([name, (await slugsOf(name, {})).length]).toEqual([name, rowCount]);
    }
  });
});

describe('a place', () => {
  test.each(['susa', 'şuşa', 'шуша', 'SHUSHA'])('is found as %s', async (q) => {
    expect(slugs(await readPlaces(record, { q }, 'en'))).toEqual(['a-town']);
  });

  test('has a row for every service, also where nobody has said anything', async () => {
    const services = await readServices(record, 'a-town', 'en');
    expect(services.map(({ service, claims }) => [service, claims.map(({ state }) => state)])).toEqual([
      ['water', ['planned']],
      ['power', []],
    ]);
  });

  test('shows its own latest running total, and no sum of what lies in it', async () => {
    const places = await readPlaces(record, {}, 'en');
    expect(places.find(({ slug }) => slug === 'a-town')?.latest).toMatchObject({ families: 20, persons: 80 });
    expect(places.find(({ slug }) => slug === 'a-district')?.latest).toBeNull();
  });
});
