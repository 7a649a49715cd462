import { text } from 'node:stream/consumers';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { day } from '@/domain/calendar';
import { cellsOfRow, csvCell } from '@/domain/export/cells-of-row';
import type { FilterValues } from '@/domain/export/filters';
import { disarm } from '@/domain/export/guard';
import { writeListCell } from '@/domain/export/list-cell';
import { type Row, tableRow } from '@/domain/export/row';
import { columnsOf, tableNames, type TableName } from '@/domain/export/tables';
import { loadStarterFacts } from '@/prisma/seed/load';
import { db } from '@/server/db';
import { type PublicRecord, recordAt, recordNow } from '@/server/published/record-at';
import { today } from '@/server/clock';
import { closeExportPool } from '@/server/export/copy-out';
import { readPage } from '@/server/export/read-page';
import { streamRows, streamTable } from '@/server/export/table-file';

const record = recordNow();

beforeAll(async () => {
  await loadStarterFacts(() => {});
}, 120_000);

afterAll(closeExportPool);

async function rowsOf(asked: PublicRecord, table: TableName, filters: FilterValues = {}): Promise<Row[]> {
  const lines = (await text(await streamRows(asked, table, filters))).split('\n');
  expect(lines.pop()).toBe('');
  return lines.map((line) => JSON.parse(line) as Row); // checked against the schema of the table below
}

async function cellsOf(asked: PublicRecord, table: TableName, filters: FilterValues = {}): Promise<string[][]> {
  const csv = await text(await streamTable(asked, table, filters));
  return (parse(csv, { bom: true, record_delimiter: '\r\n' }) as string[][]).slice(1); // without columns, rows are arrays
}

/** Numbers are compared as numbers: one is `12.50` to nobody. */
const asCells = (table: TableName, rows: readonly Row[]) => {
  const columns = columnsOf(table);
  const cells = cellsOfRow(table, columns);
  return rows.map((row) => {
    const found = cells(row);
    return columns.map((column, index) => csvCell(column, found[index] ?? null));
  });
};

const isJson = (table: TableName) => columnsOf(table).map(({ type }) => type === 'json' || type === 'geometry');

describe.each(tableNames)('the rows of %s as values', (table) => {
  test('are what their schema says, and the same as the cells of the CSV', async () => {
    const rows = await rowsOf(record, table);
    const read = z.array(tableRow(table)).safeParse(rows);
    expect(read.error?.issues.slice(0, 3)).toBeUndefined();
    const json = isJson(table);
    const plain = (cells: readonly (readonly string[])[]) =>
      cells.map((row) => row.map((cell, at) => (json[at] && cell ? JSON.parse(cell) : cell)));
    expect(plain(asCells(table, rows))).toEqual(plain(await cellsOf(record, table)));
  });

  test('come page by page, each once, in the order of the file', async () => {
    const all = await rowsOf(record, table);
    const limit = Math.max(1, Math.ceil(all.length / 3));
    const pages: Row[][] = [];
    let after: string | null = null;
    do {
      const page = await readPage(record, table, {}, { after, limit });
      if (!page.ok) throw new Error(page.problem.kind);
      pages.push([...page.value.rows]);
      after = page.value.next;
    } while (after !== null);
    expect(pages.flat()).toEqual(all);
    expect(pages.length).toBe(all.length === 0 ? 1 : Math.ceil(all.length / limit));
  });
});

describe('pages', () => {
  test('go on where the last row was, in the order asked for', async () => {
    const filters = { sort: 'promised', order: 'descending', sector: 'infrastructure' };
    const all = await rowsOf(record, 'projects', filters);
    const first = await readPage(record, 'projects', filters, { after: null, limit: 5 });
    if (!first.ok) throw new Error(first.problem.kind);
    const second = await readPage(record, 'projects', filters, { after: first.value.next, limit: 5 });
    if (!second.ok) throw new Error(second.problem.kind);
    expect([...first.value.rows, ...second.value.rows]).toEqual(all.slice(0, 10));
  });

  test('take the filters of the table', async () => {
    const page = await readPage(record, 'budget', { kind: 'spent' }, { after: null, limit: 1000 });
    expect(page).toEqual({ ok: true, value: { rows: await rowsOf(record, 'budget', { kind: 'spent' }), next: null } });
  });

  test.each<[TableName, string]>([
    ['projects', 'nonsense'],
    ['projects', Buffer.from('["budget","a",1]').toString('base64url')],
    ['revisions', Buffer.from('["revisions","a",1]').toString('base64url')],
    ['totals', Buffer.from('["totals","{",1]').toString('base64url')],
  ])('of %s refuse the cursor %s', async (table, after) => {
    expect(await readPage(record, table, {}, { after, limit: 5 })).toEqual({
      ok: false,
      problem: { kind: 'unknown-cursor', found: after },
    });
  });
});

describe('on a past day', () => {
  const past = {
    asOf: recordAt({ asOf: today(), until: null }),
    until: recordAt({ asOf: null, until: day('2023-12-31') }),
  };

  test.each(tableNames)('the rows of %s are what their schema says, in both senses', async (table) => {
    for (const asked of Object.values(past)) {
      const rows = await rowsOf(asked, table);
      expect(z.array(tableRow(table)).safeParse(rows).error?.issues.slice(0, 3)).toBeUndefined();
      const page = await readPage(asked, table, {}, { after: null, limit: 2 });
      expect(page).toMatchObject({ ok: true, value: { rows: rows.slice(0, 2) } });
    }
  });

  test('the rows of what had happened by then are fewer', async () => {
    expect((await rowsOf(past.until, 'progress')).length).toBeLessThan((await rowsOf(record, 'progress')).length);
  });
});

test('the database writes cells as the rules do', async () => {
  const words = fc.sample(
    fc.oneof(
      fc.string({ unit: fc.constantFrom("'", '=', '+', '-', '@', '\t', '\r', '\n', '＝', ';', '\\', 'a') }),
      fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll('\0', '')),
    ),
    500,
  );
  const written = z
    .array(z.object({ cell: z.string(), entry: z.string() }))
    .parse(
      await db.$queryRaw`select disarmed(t.words) as cell, list_entry(t.words) as entry from unnest(${words}::text[]) with ordinality t (words, n) order by n`,
    );
  expect(written).toEqual(words.map((each) => ({ cell: disarm(each), entry: writeListCell([each]) })));
});
