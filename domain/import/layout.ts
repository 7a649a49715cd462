import { cellText, isBlank, type FileCell, type SheetRow } from './cell';
import { fold } from './fold';
import { totalWords } from './header-words/other-words';
import { isTagRow } from './hxl-tags';
import { guessMapping, type Mapping } from './mapping';
import type { RecordTable } from './targets';

/** Why a row is no record. Each has a sentence in `messages/` (`import.reading.left-out.<why>`). */
export const leftOutReasons = ['before-header', 'header', 'tags', 'blank', 'repeated-header', 'total'] as const;
export type LeftOutReason = (typeof leftOutReasons)[number];

/** Where the table stands in the sheet. */
export interface Layout {
  /** Row number of the header; null where no row looks like one. */
  readonly headerRow: number | null;
  /** Row number of HXL tags below it. */
  readonly tagRow: number | null;
  readonly headers: readonly string[];
  readonly tags: readonly string[] | null;
  /** Rows above the header: titles, dates, empty rows. */
  readonly titles: readonly SheetRow[];
}

/** How far down a header is looked for: offices put a title, a date and a stamp above their tables. */
export const headerSearchRows = 50;

/**
 * The header is the row in which most cells are recognised as columns of ours; where none is, the first row with at least two
 * filled cells of text that is as wide as what follows. A title merged over the table is one filled cell.
 */
export function findLayout(
  table: RecordTable,
  rows: readonly SheetRow[],
  chosenHeaderRow: number | null = null,
): Layout {
  const searched = rows.slice(0, headerSearchRows);
  const at =
    chosenHeaderRow === null
      ? bestHeader(table, searched)
      : rows.findIndex(({ rowNumber }) => rowNumber === chosenHeaderRow);
  const header = rows[at];
  if (!header) return { headerRow: null, tagRow: null, headers: [], tags: null, titles: [] };
  const next = rows.slice(at + 1).find(({ cells }) => !isEmptyRow(cells));
  // A file of tags alone has its tags for headers.
  const tags = [header, next].find((row) => row && isTagRow(row.cells.map(cellText))) ?? null;
  return {
    headerRow: header.rowNumber,
    tagRow: tags?.rowNumber ?? null,
    headers: trimmedEnd(header.cells.map(cellText)),
    tags: tags ? tags.cells.map(cellText) : null,
    titles: rows.slice(0, at),
  };
}

function bestHeader(table: RecordTable, rows: readonly SheetRow[]): number {
  const recognised = rows.map(({ cells }) => {
    const headers = cells.map((cell) => (typeof cell === 'string' ? cell : ''));
    return guessMapping(table, { headers }).columns.filter(({ target }) => target !== null).length;
  });
  const most = Math.max(0, ...recognised);
  // One word alone may be a title: `Projects` above a table of projects.
  if (most >= 2 || (most === 1 && rows.length === 1)) return recognised.indexOf(most);
  const widest = Math.max(0, ...rows.map(({ cells }) => filledCells(cells)));
  return rows.findIndex(
    ({ cells }) =>
      filledCells(cells) * 2 > widest && cells.every((cell) => typeof cell === 'string') && filledCells(cells) > 0,
  );
}

/** What a row below is: a record (null), or why it is none. */
export function leftOutBecause(layout: Layout, mapping: Mapping, { rowNumber, cells }: SheetRow): LeftOutReason | null {
  if (layout.headerRow !== null && rowNumber < layout.headerRow) return 'before-header';
  if (rowNumber === layout.headerRow) return 'header';
  if (rowNumber === layout.tagRow) return 'tags';
  if (isEmptyRow(cells)) return 'blank';
  if (isHeaderAgain(layout, cells)) return 'repeated-header';
  return isTotal(mapping, cells) ? 'total' : null;
}

const isEmptyRow = (cells: readonly FileCell[]): boolean => cells.every(isBlank);

const filledCells = (cells: readonly FileCell[]): number => cells.filter((cell) => !isBlank(cell)).length;

/** Printed tables repeat their header on each page. */
function isHeaderAgain({ headers }: Layout, cells: readonly FileCell[]): boolean {
  if (cells.some((cell) => typeof cell !== 'string')) return false;
  const texts = trimmedEnd(cells.map((cell) => fold(cellText(cell))));
  return (
    texts.some(Boolean) &&
    texts.length === headers.length &&
    texts.every((text, at) => text === fold(headers[at] ?? ''))
  );
}

/** A row that names no record and whose first words are those of a sum. */
function isTotal(mapping: Mapping, cells: readonly FileCell[]): boolean {
  const identity = mapping.findIndex((target) => target === 'slug');
  if (identity !== -1 && !isBlank(cells[identity])) return false;
  return isTotalRow(cells);
}

export function isTotalRow(cells: readonly FileCell[]): boolean {
  const first = cells.find((cell) => !isBlank(cell));
  return typeof first === 'string' && totalWords.has(fold(first));
}

function trimmedEnd(texts: readonly string[]): readonly string[] {
  const last = texts.findLastIndex((text) => text.trim() !== '');
  return texts.slice(0, last + 1);
}
