import { text } from 'node:stream/consumers';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { taggedTables } from '@/domain/export/hxl';
import { columnsOf, type TableName } from '@/domain/export/tables';
import { recordNow } from '@/server/published/record-at';
import { adding, aPlace, published, stated, theGround } from '@/test/record';
import { closeExportPool } from './copy-out';
import { streamTable } from './table-file';

const aCount = (slug: string, families: number, facts: object = {}) =>
  adding('resettlement', slug, {
    placeSlug: 'a-village',
    kind: 'return',
    populationGroup: 'returned_idp',
    stage: 'happened',
    counting: 'single_group',
    event: slug,
    referenceOn: '2025-06',
    families,
    persons: families * 4,
    personsMethod: 'counted',
    ...stated,
    ...facts,
  });

beforeAll(async () => {
  await published(
    ...theGround,
    aPlace('a-town', { latitude: 39.9, longitude: 46.7, pointPrecisionKm: 1 }),
    aCount('many', 40),
    aCount('few', 2),
    adding('target', 'homes', {
      placeSlug: 'a-village',
      metric: 'families',
      populationGroup: 'returned_idp',
      value: 100,
      dueOn: '2026',
      ...stated,
    }),
  );
});

afterAll(closeExportPool);

async function tagged(table: TableName, filters: Readonly<Record<string, string>> = {}) {
  const csv = await text(await streamTable(recordNow(), table, filters, { hasTags: true }));
  const [headers = [], tags = [], ...rows]: string[][] = parse(csv, { bom: true, record_delimiter: '\r\n' });
  return { headers, tags, rows };
}

test.each(taggedTables)('%s has its tags in one row under the header, and the same rows below', async (table) => {
  const { headers, tags, rows } = await tagged(table);
  expect(headers).toEqual(columnsOf(table).map(({ header }) => header));
  expect(tags).toHaveLength(headers.length);
  const plain: string[][] = parse(await text(await streamTable(recordNow(), table, {})), {
    bom: true,
    record_delimiter: '\r\n',
  });
  expect(rows).toEqual(plain.slice(1));
});

test('what is withheld is blank under a tag of numbers, and the column of its status says so', async () => {
  const { headers, tags, rows } = await tagged('resettlement');
  const cellOf = (slug: string, tag: string) =>
    rows.find((row) => row[headers.indexOf('slug')] === slug)?.[tags.indexOf(tag)];
  expect(cellOf('many', '#affected+hh')).toBe('40');
  expect(cellOf('few', '#affected+hh')).toBe('');
  expect(cellOf('few', '#affected+ind')).toBe('');
  expect(cellOf('few', '#status+hh+suppressed')).toBe('withheld');
});

test('under tags of numbers stand numbers or nothing', async () => {
  for (const table of taggedTables) {
    const { tags, rows } = await tagged(table);
    const numbers = tags.flatMap((tag, index) =>
      /^#(?:affected|targeted|geo|indicator\+value)/.test(tag) ? [index] : [],
    );
    const others = rows
      .flatMap((row) => numbers.map((index) => row[index] ?? ''))
      .filter((cell) => !/^(?:-?\d+(?:\.\d+)?)?$/.test(cell));
    expect([table, others]).toEqual([table, []]);
  }
});
