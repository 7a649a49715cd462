import type { FileCell, SheetRow } from '@/domain/import/cell';
import { dayOfSerial } from '@/domain/import/date-cell';
import type { FileQuestion } from '@/domain/import/file-questions';
import { isIsoDate } from '@/domain/calendar';
import { isTableName } from '@/domain/export/tables';
import type { ReadingLimits } from './limits';
import type { OpenedSheet, OpenOptions } from './open-file';
import { columnOf, fillDown, findMergedDown } from './merged-cells';
import { unreadable } from './unreadable';
import { readTexts, readWorkbookParts, type SheetPart, unescaped, type WorkbookParts } from './workbook-parts';
import { MalformedXml, scanXml } from './xml-events';
import { openZip, type ZipParts } from './zip-parts';

/**
 * A workbook, row by row. It is read here and not by a library of spreadsheets: those that stream lose what makes 42.5 % of
 * 0.425, read as fast as the file comes whoever waits, or hold the packed file. See docs/decisions/0016-reading-files.md.
 */
export async function openWorkbook(
  path: string,
  { sheet: said }: OpenOptions,
  limits: ReadingLimits,
): Promise<OpenedSheet> {
  const parts = await openZip(path, limits);
  try {
    const book = await readWorkbookParts(parts, limits);
    const visible = book.sheets.filter(({ isHidden }) => !isHidden);
    const [first = book.sheets[0]] = visible;
    if (!first) throw unreadable('no-sheet');
    const sheet = said
      ? book.sheets.find(({ name }) => name === said)
      : (book.sheets.find(({ name }) => isTableName(name)) ?? first);
    if (!sheet) throw unreadable('no-such-sheet', { found: said ?? '' });
    const isPlain = said || visible.length < 2 || isTableName(sheet.name);
    const questions: readonly FileQuestion[] = isPlain
      ? []
      : [{ about: 'sheet', options: visible.map(({ name }) => ({ value: name, sample: [] })) }];
    // A table of more rows than a sheet holds goes on in `projects 2`, `projects 3`, as Cornerstone writes it.
    const sheets = [sheet, ...continuations(book.sheets, sheet)];
    let done = 0;
    return {
      format: 'xlsx',
      encoding: null,
      delimiter: null,
      sheets: book.sheets.map(({ name, isHidden }) => ({ name, isHidden })),
      sheet: sheet.name,
      questions,
      progress: () => ({ done, all: sheets.reduce((all, each) => all + parts.sizeOf(each.part), 0) }),
      rows: () =>
        readSheets(path, { book, sheets, limits }, (characters) => {
          done = characters;
        }),
    };
  } finally {
    parts.close();
  }
}

function continuations(sheets: readonly SheetPart[], first: SheetPart): readonly SheetPart[] {
  if (!isTableName(first.name)) return [];
  const found: SheetPart[] = [];
  for (let number = 2; ; number += 1) {
    const next = sheets.find(({ name }) => name === `${first.name} ${number}`);
    if (!next) return found;
    found.push(next);
  }
}

interface SheetsToRead {
  readonly book: WorkbookParts;
  readonly sheets: readonly SheetPart[];
  readonly limits: ReadingLimits;
}

/** Rows of a further sheet are numbered on from the last of the one before. */
async function* readSheets(
  path: string,
  { book, sheets, limits }: SheetsToRead,
  report: (characters: number) => void,
): AsyncGenerator<SheetRow, void, undefined> {
  const parts = await openZip(path, limits);
  try {
    const texts = book.textsPart ? await readTexts(parts, book.textsPart, limits) : [];
    let [rowsBefore, charactersBefore] = [0, 0];
    for (const sheet of sheets) {
      let last = rowsBefore;
      const fill = fillDown(await findMergedDown(parts, sheet.part));
      const reportAll = (characters: number) => report(charactersBefore + characters);
      for await (const row of rowsOfSheet(parts, { book, sheet, texts, limits }, reportAll)) {
        last = rowsBefore + row.rowNumber;
        yield { rowNumber: last, cells: fill(row).cells };
      }
      rowsBefore = last;
      charactersBefore += parts.sizeOf(sheet.part);
    }
  } catch (error) {
    throw error instanceof MalformedXml ? unreadable('damaged') : error;
  } finally {
    parts.close();
  }
}

interface SheetToRead {
  readonly book: WorkbookParts;
  readonly sheet: SheetPart;
  readonly texts: readonly string[];
  readonly limits: ReadingLimits;
}

const lastRowOfASheet = 1_048_576;

/** Rows are given out after each piece that was unpacked, and no further piece is unpacked before they are taken. */
async function* rowsOfSheet(
  parts: ZipParts,
  { book, sheet, texts, limits }: SheetToRead,
  report: (characters: number) => void,
): AsyncGenerator<SheetRow, void, undefined> {
  const ready: SheetRow[] = [];
  let rowNumber = 0;
  let length = 0;
  let cells: FileCell[] = [];
  let cell = { at: 0, type: '', style: -1, value: '', inline: '' };
  let into: 'value' | 'inline' | null = null;
  let isInReading = false;
  const scanner = scanXml({
    open: (name, tag) => {
      if (name === 'row') {
        const r = tag.attribute('r');
        const number = r ? Number(r) : rowNumber + 1;
        // A number that comes twice, or that no sheet has, tells nobody which row is meant.
        if (!Number.isInteger(number) || number <= rowNumber || number > lastRowOfASheet)
          throw unreadable('damaged', { rowNumber: rowNumber + 1 });
        rowNumber = number;
        cells = [];
        length = 0;
      } else if (name === 'c') {
        const [r, s] = [tag.attribute('r'), tag.attribute('s')];
        const at = r ? columnOf(r) : cells.length;
        if (at >= limits.columns)
          throw unreadable('too-many-columns', { rowNumber, found: at + 1, most: limits.columns });
        cell = { at, type: tag.attribute('t') ?? 'n', style: s ? Number(s) : -1, value: '', inline: '' };
      } else if (name === 'v') into = 'value';
      else if (name === 'rPh') isInReading = true;
      else if (name === 't') into = isInReading ? null : 'inline';
    },
    close: (name) => {
      if (name === 'v' || name === 't') into = null;
      else if (name === 'rPh') isInReading = false;
      else if (name === 'c') {
        const read = cellFrom(cell, book, texts);
        if (read === '') return;
        while (cells.length < cell.at) cells.push('');
        cells[cell.at] = read;
      } else if (name === 'row') ready.push({ rowNumber, cells });
    },
    text: (piece) => {
      if (into === 'value') cell.value += piece;
      if (into === 'inline') cell.inline += piece;
      if (into !== null) length += piece.length;
      if (length > limits.rowCharacters) throw unreadable('row-too-long', { rowNumber });
    },
  });
  let characters = 0;
  let given = 0;
  for await (const piece of parts.pieces(sheet.part)) {
    characters += piece.length;
    report(characters);
    scanner.push(piece);
    for (const row of ready) {
      yield* emptyRows(given, row.rowNumber);
      given = row.rowNumber;
      yield row;
    }
    ready.length = 0;
  }
  scanner.end();
}

/** Rows without a cell are not in the file. A few are given as empty ones; a gap of thousands is told by the numbers alone. */
function* emptyRows(after: number, before: number): Generator<SheetRow> {
  if (before - after > 100) return;
  for (let rowNumber = after + 1; rowNumber < before; rowNumber += 1) yield { rowNumber, cells: [] };
}

interface RawCell {
  readonly type: string;
  readonly style: number;
  readonly value: string;
  readonly inline: string;
}

function cellFrom(
  { type, style, value, inline }: RawCell,
  { numberKinds, dateSystem }: WorkbookParts,
  texts: readonly string[],
): FileCell {
  switch (type) {
    case 's': {
      const text = texts[Number(value)];
      if (text === undefined) throw unreadable('damaged');
      return text;
    }
    case 'str':
      return unescaped(value);
    case 'inlineStr':
      return unescaped(inline);
    case 'b':
      return value === '' ? '' : { kind: 'yes-no', value: value === '1' || value.toLowerCase() === 'true' };
    case 'e':
      return { kind: 'error', text: value };
    case 'd': {
      const on = value.slice(0, 10);
      return isIsoDate(on) ? { kind: 'day', day: on, shownAs: 'day' } : value;
    }
    default:
      return numberFrom(value, numberKinds[style] ?? 'number', dateSystem);
  }
}

function numberFrom(
  value: string,
  kind: WorkbookParts['numberKinds'][number],
  dateSystem: WorkbookParts['dateSystem'],
): FileCell {
  if (value.trim() === '') return '';
  const number = Number(value);
  if (!Number.isFinite(number)) return value;
  const asDay = number >= 0 ? dayOfSerial(number, dateSystem) : null;
  if (kind === 'number' || kind === 'percent') return { kind: 'number', value: number, shownAs: kind, asDay };
  return asDay
    ? { kind: 'day', day: asDay, shownAs: kind }
    : { kind: 'number', value: number, shownAs: 'number', asDay: null };
}
