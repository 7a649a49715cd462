import { text } from 'node:stream/consumers';
import { Ajv2020 } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cellsOfRow, csvCell } from '@/domain/export/cells-of-row';
import type { FilterValues } from '@/domain/export/filters';
import { type Format, formatsOf } from '@/domain/export/formats';
import { rearm } from '@/domain/export/guard';
import { type Row } from '@/domain/export/row';
import { columnsOf, tableNames, type TableName } from '@/domain/export/tables';
import { loadStarterFacts } from '@/prisma/seed/load';
import { closeExportPool } from '@/server/export/copy-out';
import { aboutFile } from '@/server/export/describe-file';
import { csvOnTheWeb, dataPackage } from '@/server/export/descriptions';
import { openFile } from '@/server/export/open-file';
import { type PublicRecord, recordAt, recordNow } from '@/server/published/record-at';
import { day } from '@/domain/calendar';
import { today } from '@/server/clock';
import { csvwSchemaOfTable, dataPackageSchema, type DescribedField, refusedBy } from './descriptions-of-files';
import { csvCells, headersOf, plainOfSheet, readRowsIn, readSheets } from './read-formats';

beforeAll(async () => {
  await loadStarterFacts(() => {});
}, 120_000);

afterAll(closeExportPool);

const filtersTried: Partial<Record<TableName, FilterValues>> = {
  projects: { sector: 'infrastructure', sort: 'promised', order: 'descending' },
  budget: { kind: 'approved' },
  progress: { sector: 'housing' },
  places: { type: 'city' },
  resettlement: { kind: 'return' },
  changes: { from: '2020-01-01', to: today(), kind: 'project' },
};

/** What the CSV says, as values that other formats can say too. */
async function csvOf(record: PublicRecord, table: TableName, filters: FilterValues): Promise<string[][]> {
  const cells = csvCells(await text(await openFile(record, table, filters, 'csv')));
  const columns = columnsOf(table);
  return cells.map((row) =>
    row.map((cell, at) => (columns[at]?.type === 'text' || columns[at]?.type === 'address' ? rearm(cell) : cell)),
  );
}

function plainOfRows(table: TableName, rows: readonly Row[]): string[][] {
  const columns = columnsOf(table);
  const cells = cellsOfRow(table, columns);
  return rows.map((row) => {
    const found = cells(row);
    return columns.map((column, at) => {
      const cell = csvCell(column, found[at] ?? null);
      return column.type === 'text' || column.type === 'address' ? rearm(cell) : cell;
    });
  });
}

/** JSON is the same whatever its spaces and however a number is written; a list guards each of its entries. */
const comparable = (table: TableName, rows: readonly (readonly string[])[]) => {
  const columns = columnsOf(table);
  return rows.map((row) =>
    row.map((cell, at) => {
      const { type } = columns[at] ?? { type: 'text' };
      if (cell === '') return '';
      if (type === 'json' || type === 'geometry') return JSON.parse(cell) as unknown;
      return type === 'number' && !cell.includes(';') ? Number(cell) : cell;
    }),
  );
};

async function cellsIn(format: Exclude<Format, 'csv'>, record: PublicRecord, table: TableName, filters: FilterValues) {
  const file = await openFile(record, table, filters, format);
  if (format !== 'xlsx') return plainOfRows(table, await readRowsIn(format, table, file));
  const [head = [], ...rows] = (await readSheets(file)).rows;
  expect(head).toEqual(headersOf(table));
  return rows.map((row) => columnsOf(table).map((_, at) => plainOfSheet(row[at])));
}

const pastDay = recordAt({ asOf: null, until: day('2023-12-31') });

describe.each(tableNames)('the rows of %s', (table) => {
  const others = formatsOf(table).flatMap((format) => (format === 'csv' ? [] : [format]));
  const narrowed = filtersTried[table];
  const asked: readonly (readonly [string, PublicRecord, FilterValues])[] = [
    ['all', recordNow(), {}],
    ...(narrowed
      ? ([
          ['those of a filter', recordNow(), narrowed],
          ['what had happened by a day', pastDay, narrowed],
        ] as const)
      : []),
  ];

  test.each(asked)('are the same in every format: %s', async (which, record, filters) => {
    const csv = comparable(table, await csvOf(record, table, filters));
    for (const format of others)
      expect(comparable(table, await cellsIn(format, record, table, filters)), format).toEqual(csv);
    if (which === 'those of a filter') expect(csv.length).toBeGreaterThan(0);
  });
});

describe('what describes the tables to programs', () => {
  const validator = new Ajv2020({ allErrors: true, strict: false });
  addFormats(validator);

  test('is a Data Package, of which every real row is what the schema of its table says', async () => {
    const described = dataPackage(today());
    const isValid = validator.compile(dataPackageSchema);
    expect(isValid(described), JSON.stringify(isValid.errors)).toBe(true);
    expect(described.resources.map(({ name }) => name)).toEqual([...tableNames]);
    for (const { name, schema } of described.resources) {
      const fields: readonly DescribedField[] = schema.fields;
      const rows = csvCells(await text(await openFile(recordNow(), name, {}, 'csv')));
      const refused = rows.flatMap((row) =>
        row.map((cell, at) => fields[at] && refusedBy(fields[at], cell)).filter(Boolean),
      );
      expect(refused, name).toEqual([]);
      const keys = rows.map((row) =>
        JSON.stringify(schema.primaryKey?.map((key) => row[headersOf(name).indexOf(key)])),
      );
      if (schema.primaryKey) expect(new Set(keys).size, name).toBe(rows.length);
    }
  });

  test.each(tableNames)('is CSV on the Web for %s', (table) => {
    const about = aboutFile(recordNow(), table, {});
    const isValid = validator.compile(csvwSchemaOfTable);
    expect(isValid(csvOnTheWeb(about, about.addresses.csv ?? '')), JSON.stringify(isValid.errors)).toBe(true);
  });
});
