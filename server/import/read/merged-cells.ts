import type { FileCell, SheetRow } from '@/domain/import/cell';
import type { ZipParts } from './zip-parts';

/** Cells of one column that are merged down several rows. */
interface MergedDown {
  readonly column: number;
  readonly firstRow: number;
  readonly lastRow: number;
}

/** Larger sheets are written by programs, which merge nothing: they are not read twice. */
const largestSearched = 256 * 1024 * 1024;
const mostMerges = 50_000;
/** As many merges are two mebibytes; what else stands after the rows is not held. */
const longestSearched = 8 * 1024 * 1024;

/**
 * A place that is written once, merged down over its five rows, is the place of all five; the file has it in the first alone.
 * Where cells are merged is said after the rows, so the sheet is unpacked once before to find it. Cells that are merged only
 * across are a title, and stay one cell.
 */
export async function findMergedDown(parts: ZipParts, part: string): Promise<readonly MergedDown[]> {
  if (parts.sizeOf(part) > largestSearched) return [];
  let tail = '';
  let isFound = false;
  for await (const piece of parts.pieces(part)) {
    if (isFound) {
      tail += piece;
      if (tail.length > longestSearched) break;
      continue;
    }
    const text = tail + piece;
    const at = text.indexOf('mergeCells');
    isFound = at !== -1;
    tail = isFound ? text.slice(at) : text.slice(-10);
  }
  if (!isFound) return [];
  const merged: MergedDown[] = [];
  for (const [, from = '', first, to = '', last] of tail.matchAll(/ref="([A-Z]{1,3})(\d+):([A-Z]{1,3})(\d+)"/g)) {
    const isColumn = from === to;
    if (isColumn && first !== last)
      merged.push({ column: columnOf(from), firstRow: Number(first), lastRow: Number(last) });
    if (merged.length >= mostMerges) break;
  }
  return merged.sort((one, other) => one.firstRow - other.firstRow);
}

/** Gives the cells of each row what is merged down into them. Rows come in their order. */
export function fillDown(merged: readonly MergedDown[]): (row: SheetRow) => SheetRow {
  let next = 0;
  let active: { readonly range: MergedDown; readonly value: FileCell }[] = [];
  return (row) => {
    active = active.filter(({ range }) => range.lastRow >= row.rowNumber);
    // A row of nothing else is an empty row.
    const isEmpty = active.length === 0 || row.cells.every((cell) => cell === '');
    const filled = isEmpty ? row : filledRow(row, active);
    for (let range = merged[next]; range && range.firstRow <= row.rowNumber; range = merged[next]) {
      next += 1;
      const value = range.firstRow === row.rowNumber ? (row.cells[range.column] ?? '') : '';
      if (value !== '') active.push({ range, value });
    }
    return filled;
  };
}

function filledRow(row: SheetRow, active: readonly { range: MergedDown; value: FileCell }[]): SheetRow {
  const cells = [...row.cells];
  for (const { range, value } of active) {
    while (cells.length <= range.column) cells.push('');
    if (cells[range.column] === '') cells[range.column] = value;
  }
  return { ...row, cells };
}

/** `AB` or `AB12` → 27. */
export function columnOf(reference: string): number {
  let column = 0;
  for (const letter of reference) {
    const code = letter.charCodeAt(0) & ~32;
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  return column - 1;
}
