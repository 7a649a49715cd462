import type { ExportColumn } from './column';
import { disarm } from './guard';
import { writeListCell } from './list-cell';
import type { Row } from './row';
import { rowParts } from './row';
import type { TableName } from './tables';

/** What stands in one cell of a spreadsheet: text as it is, a number, a yes or no; null is a blank cell. */
export type Cell = string | number | boolean | null;

/** A row as the cells of its table's columns, in their order; a list has one cell for each of its columns. */
export function cellsOfRow(table: TableName, columns: readonly ExportColumn[]): (row: Row) => readonly Cell[] {
  const cellOf = new Map<string, (row: Row) => Cell>();
  for (const part of rowParts(table)) {
    if (part.kind === 'single') {
      cellOf.set(part.key, (row) => cellIn(row[part.key]));
      continue;
    }
    for (const { key } of part.parts)
      cellOf.set(`${part.key}_${key}`, (row) => {
        const rows = row[part.key] as readonly Record<string, unknown>[]; // a list part is an array of objects
        return listCell(rows.map((each) => each[key]));
      });
  }
  const cells = columns.map(({ header }) => {
    const cell = cellOf.get(header);
    if (!cell) throw new Error(`The rows of ${table} have no ${header}`);
    return cell;
  });
  return (row) => cells.map((cell) => cell(row));
}

function cellIn(value: unknown): Cell {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return Array.isArray(value) ? listCell(value) : JSON.stringify(value);
}

function listCell(entries: readonly unknown[]): string | null {
  const words = entries.map((entry) => (entry === null || entry === undefined ? null : plainText(entry)));
  return writeListCell(words) || null;
}

/** As a CSV writes it. */
function plainText(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** The same cell as a CSV has it: yes and no in words, and nothing that a spreadsheet runs. */
export function csvCell({ type }: ExportColumn, cell: Cell): string {
  if (cell === null) return '';
  const isWords = type === 'text' || type === 'address';
  return isWords && typeof cell === 'string' ? disarm(cell) : plainText(cell);
}
