import type { ExportColumn } from './column';
import type { Cell } from './cells-of-row';

/** The most characters that a cell of XLSX holds. */
const longest = 32_767;
/** Ends a text that is longer than a cell can be: who reads the cell back sees that it is not the whole. */
export const cutMark = ' […cut: this cell is too long for a spreadsheet; the CSV holds the whole text]';

/** More digits than this a spreadsheet rounds. */
const exactDigits = 15;

/** What a spreadsheet is given for a cell: a day is one, an amount is a number where that is exact. */
export type SheetValue = string | number | boolean | { readonly day: number } | null;

export function sheetValue(column: ExportColumn, cell: Cell): SheetValue {
  if (cell === null || typeof cell === 'boolean') return cell;
  if (typeof cell === 'number') return cell;
  const isListed = column.origin === 'field' && column.list !== null;
  if (!isListed && (column.type === 'day' || column.type === 'date')) {
    const serial = serialOf(cell);
    if (serial !== null) return { day: serial };
  }
  if (!isListed && column.type === 'number' && isExact(cell)) return Number(cell);
  return cell.length > longest ? cell.slice(0, longest - cutMark.length) + cutMark : cell;
}

const isExact = (amount: string) =>
  /^-?\d+(?:\.\d+)?$/.test(amount) && amount.replace(/\D/g, '').replace(/^0+/, '').length <= exactDigits;

const dayMs = 86_400_000;
/** Spreadsheets count days from 30 December 1899; earlier ones, and those before their false 29 February 1900, differ. */
const dayZero = Date.UTC(1899, 11, 30);
const firstAlike = 61;

/** The number of a day, or null where the text is no whole day, or one before March 1900. */
function serialOf(text: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const serial = (Date.parse(`${text}T00:00:00Z`) - dayZero) / dayMs;
  return Number.isInteger(serial) && serial >= firstAlike ? serial : null;
}
