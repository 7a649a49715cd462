import { stat } from 'node:fs/promises';
import type { FileCell, SheetRow } from '@/domain/import/cell';
import { type FileRefused, fileRefused } from '@/domain/import/file-refused';
import type { Delimiter, Encoding, FileQuestion } from '@/domain/import/file-questions';
import { accept, refuse, type Result } from '@/domain/result';
import { type ReadingLimits, readingLimits } from './limits';
import { openTextFile } from './open-text-file';
import { openWorkbook } from './open-workbook';
import { recogniseFile } from './recognise-file';
import { Unreadable } from './unreadable';

export interface OpenOptions {
  /** Answers to the questions of an earlier opening. */
  readonly encoding?: Encoding | null;
  readonly delimiter?: Delimiter | null;
  readonly sheet?: string | null;
  readonly limits?: Partial<ReadingLimits>;
}

export interface SheetName {
  readonly name: string;
  readonly isHidden: boolean;
}

/** A file that can be read as a table, as often as needed and each time from its beginning. */
export interface OpenedSheet {
  readonly format: 'csv' | 'xlsx';
  readonly encoding: Encoding | null;
  readonly delimiter: Delimiter | null;
  readonly sheets: readonly SheetName[];
  /** The one that `rows` reads; null in a CSV. */
  readonly sheet: string | null;
  /** While there is one, what `rows` gives is only one of its answers. */
  readonly questions: readonly FileQuestion[];
  /** How much of the file has been read, of how much: bytes of a CSV or of the sheet unpacked. */
  readonly progress: () => { readonly done: number; readonly all: number };
  /**
   * The rows one by one, as fast as they are asked for and no faster: memory does not grow with the file.
   *
   * @throws {Unreadable} in the middle of a file that is damaged there.
   */
  readonly rows: () => AsyncGenerator<SheetRow, void, undefined>;
}

/**
 * Opens a file that somebody brought, by its content: its name only has to agree. Answers how it will be read and what has
 * to be asked first, or why it cannot be read.
 */
export async function openSheet(
  path: string,
  originalName: string,
  options: OpenOptions = {},
): Promise<Result<OpenedSheet, FileRefused>> {
  const limits = { ...readingLimits, ...options.limits };
  try {
    const { size } = await stat(path);
    if (size === 0) return refuse(fileRefused('empty'));
    const format = await recogniseFile(path, originalName);
    if (!format.ok) return format;
    const opened =
      format.value === 'xlsx'
        ? await openWorkbook(path, options, limits)
        : await openTextFile(path, size, options, limits);
    return accept({ ...opened, rows: () => keepable(opened.rows()) });
  } catch (error) {
    if (error instanceof Unreadable) return refuse(error.problem);
    throw error;
  }
}

/**
 * A database keeps neither a zero byte nor half of a surrogate pair. They come as the sign for a character that cannot be
 * shown, so that whoever brings the file sees them, and the rows around them are checked.
 */
async function* keepable(rows: AsyncGenerator<SheetRow, void, undefined>): AsyncGenerator<SheetRow, void, undefined> {
  for await (const row of rows)
    yield row.cells.some(isUnkeepable) ? { ...row, cells: row.cells.map(keepableCell) } : row;
}

const unkeepable = /[\0\p{Cs}]/u;

const isUnkeepable = (cell: FileCell): boolean =>
  typeof cell === 'string' ? unkeepable.test(cell) : cell.kind === 'error' && unkeepable.test(cell.text);

const keepableText = (text: string): string => text.replaceAll(/[\0\p{Cs}]/gu, '\uFFFD');

function keepableCell(cell: FileCell): FileCell {
  if (typeof cell === 'string') return keepableText(cell);
  return cell.kind === 'error' ? { ...cell, text: keepableText(cell.text) } : cell;
}
