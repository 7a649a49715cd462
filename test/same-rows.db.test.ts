import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cellsOfRow, csvCell } from '@/domain/export/cells-of-row';
import type { FilterValues } from '@/domain/export/filters';
import { type Format, formatsOf } from '@/domain/export/formats';
import { rearm } from '@/domain/export/guard';
import { type Row } from '@/domain/export/row';
import { columnsOf, tableNames, type TableName } from '@/domain/export/tables';
import { loadStarterFacts } from '@/prisma/seed/load';
import { closeExportPool } from '@/server/export/copy-out';
import { openFile } from '@/server/export/open-file';
import { type PublicRecord, recordAt, recordNow } from '@/server/published/record-at';
import { day } from '@/domain/calendar';
import { today } from '@/server/clock';
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
