import { readDateSpan } from '@/domain/calendar';
import { cellsOfRow, csvCell, type Cell } from '@/domain/export/cells-of-row';
import type { ExportColumn, FieldColumn } from '@/domain/export/column';
import { disarm } from '@/domain/export/guard';
import type { Row as ExportedRow } from '@/domain/export/row';
import { columnsOf } from '@/domain/export/tables';
import { snakeCase } from '@/domain/export/column';
import { writeMoneyText } from '@/domain/form/money-text';
import type { FileCell } from '@/domain/import/cell';
import type { RecordTable } from '@/domain/import/targets';
import { type Content, rowsOf, textOf } from '@/domain/record/content';

export interface Exported {
  readonly slug: string;
  readonly version: number;
  readonly content: Content;
}

/** The row of a record as a program reads it, with words in the columns that are worked out. */
function exportedRow(
  table: RecordTable,
  { slug, version, content }: Exported,
  write: (text: string) => string,
): ExportedRow {
  const currency = textOf(content, 'currency') ?? '';
  const row: Record<string, unknown> = {};
  for (const column of columnsOf(table)) {
    if (column.origin === 'record') row[column.header] = ofRecord(column, slug, version);
    else if (!column.list) row[column.header] = ofField(column, content[column.name] ?? null, currency, (text) => text);
    else {
      const key = snakeCase(column.list);
      const rows = (row[key] ?? rowsOf(content, column.list).map(() => ({}))) as Record<string, unknown>[]; // made here
      rowsOf(content, column.list).forEach((each, at) => {
        const entry = rows[at];
        if (entry)
          entry[column.header.slice(key.length + 1)] = ofField(column, each[column.name] ?? null, currency, write);
      });
      row[key] = rows;
    }
  }
  return row as ExportedRow; // each value is what its column holds
}

function ofRecord({ header, type }: ExportColumn, slug: string, version: number): unknown {
  if (header === 'slug') return slug;
  if (header === 'version') return version;
  if (header.endsWith('_status')) return 'shown';
  return type === 'number' || type === 'whole number' ? 7 : 'worked out';
}

function ofField(
  { field, facet }: FieldColumn,
  value: unknown,
  currency: string,
  write: (text: string) => string,
): unknown {
  if (value === null) return null;
  if (field.type === 'date') {
    const span = readDateSpan(String(value));
    if (!span.ok) throw new Error(`No date: ${String(value)}`);
    return facet === 'value' ? value : span.value[facet as 'first' | 'last' | 'precision']; // the facets of a date
  }
  if (facet !== 'value') return 'Some words; more';
  if (field.type === 'money') return writeMoneyText(String(value), currency);
  return field.type === 'text' ? write(String(value)) : value;
}

/** As a CSV has it: PostgreSQL disarms each entry of a list before it joins them. */
export function csvCells(table: RecordTable, exported: Exported): readonly FileCell[] {
  const columns = columnsOf(table);
  const cells = cellsOfRow(table, columns)(exportedRow(table, exported, disarm));
  return columns.map((column, at) => {
    const cell = cells[at] ?? null;
    return column.origin === 'field' && column.list ? (cell === null ? '' : String(cell)) : csvCell(column, cell);
  });
}

/** As a workbook has it: texts as they are, numbers and yes or no typed. */
export function workbookCells(table: RecordTable, exported: Exported): readonly FileCell[] {
  const cells = cellsOfRow(table, columnsOf(table))(exportedRow(table, exported, (text) => text));
  return cells.map((cell: Cell): FileCell => {
    if (cell === null) return '';
    if (typeof cell === 'string') return cell;
    if (typeof cell === 'boolean') return { kind: 'yes-no', value: cell };
    return { kind: 'number', value: cell, shownAs: 'number', asDay: null };
  });
}
