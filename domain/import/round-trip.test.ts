import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvCells, workbookCells } from '@/test/exported-row';
import { generatedContent } from '@/test/generated-records';
import type { FieldColumn } from '../export/column';
import { columnsOf, kindOfTable } from '../export/tables';
import { ownConventions } from './conventions';
import { nothingKnown } from './known';
import { guessMapping } from './mapping';
import { type RowReader, readRow } from './read-row';
import type { RecordTable } from './targets';

const tables = Object.keys(kindOfTable) as RecordTable[]; // its keys are those tables

function readerOf(table: RecordTable, isGuarded: boolean): RowReader {
  const { mapping } = guessMapping(table, { headers: columnsOf(table).map(({ header }) => header) });
  return { table, mapping, conventions: ownConventions, known: nothingKnown, isGuarded, ownScheme: null };
}

const slug = 'a-record';

describe.each(tables)('a row of %s', (table) => {
  const csv = readerOf(table, true);
  const workbook = readerOf(table, false);
  const contents = generatedContent(kindOfTable[table]);

  test('that was exported says the same when it is brought back, published before or not', () => {
    fc.assert(
      fc.property(contents, (content) => {
        const exported = { slug, version: 3, content };
        for (const published of [exported, null]) {
          for (const read of [
            readRow(csv, csvCells(table, exported), published),
            readRow(workbook, workbookCells(table, exported), published),
          ]) {
            expect(read.ok ? read.value.content : read.problem).toEqual(content);
          }
        }
      }),
      { numRuns: 25 },
    );
  });

  test('with the cells of another record in one field changes that field alone', () => {
    fc.assert(
      fc.property(contents, contents, fc.nat(), (before, other, chosen) => {
        const published = { slug, version: 3, content: before };
        const [cells, otherCells] = [csvCells(table, published), csvCells(table, { ...published, content: other })];
        const columns = columnsOf(table);
        // Another currency may have other decimals: then the amount that stays as written is another amount.
        const edited = columns.filter(
          (column): column is FieldColumn =>
            column.origin === 'field' && column.facet === 'value' && !column.list && column.name !== 'currency',
        );
        const column = edited[chosen % edited.length];
        if (!column || (column.field.type === 'money' && before.currency !== other.currency)) return;
        const mixed = cells.map((cell, at) => (columns[at] === column ? (otherCells[at] ?? '') : cell));
        const read = readRow(csv, mixed, published);
        const isEdit = before[column.name] !== other[column.name] && column.field.type !== 'geometry';
        if (read.ok && column.field.type !== 'geometry') {
          expect(read.value.changes.map(({ field }) => field)).toEqual(isEdit ? [column.name] : []);
        }
        // What the record itself does not allow, such as an end before its beginning, is a finding and no change.
        if (!read.ok)
          expect(read.problem.filter(({ from, code }) => from !== 'record' && code !== 'month-or-day')).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });
});
