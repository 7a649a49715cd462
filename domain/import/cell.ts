import type { IsoDate } from '../calendar';

/**
 * One cell of a file that was brought: the text of a CSV or of a spreadsheet, or what a spreadsheet knows more about.
 * Plain JSON, so that a row can be kept until it is published. Empty text is an empty cell.
 */
export type FileCell = string | NumberCell | DayCell | YesNoCell | ErrorCell;

export interface NumberCell {
  readonly kind: 'number';
  readonly value: number;
  /** A spreadsheet keeps `42.5 %` as 0.425. */
  readonly shownAs: 'number' | 'percent';
  /** The calendar day that the number would be, by the workbook's own system of dates; null where it would be none. */
  readonly asDay: IsoDate | null;
}

/** A date as spreadsheets keep it: always a day, of which only the month or the year may be shown. */
export interface DayCell {
  readonly kind: 'day';
  readonly day: IsoDate;
  readonly shownAs: 'day' | 'month' | 'year';
}

export interface YesNoCell {
  readonly kind: 'yes-no';
  readonly value: boolean;
}

/** What a formula came to that could not be worked out, such as `#N/A`. */
export interface ErrorCell {
  readonly kind: 'error';
  readonly text: string;
}

/** A row of a sheet, numbered as the spreadsheet or the text editor numbers it: from 1, in a CSV by its first line. */
export interface SheetRow {
  readonly rowNumber: number;
  readonly cells: readonly FileCell[];
}

export const isBlank = (cell: FileCell | undefined): boolean =>
  cell === undefined || (typeof cell === 'string' && cell.trim() === '');

/** What stands in a cell, as a person would say it. */
export function cellText(cell: FileCell | undefined): string {
  if (cell === undefined) return '';
  if (typeof cell === 'string') return cell;
  switch (cell.kind) {
    case 'number':
      return cell.shownAs === 'percent' ? `${percentOf(cell.value)} %` : String(cell.value);
    case 'day':
      return cell.shownAs === 'day' ? cell.day : cell.day.slice(0, cell.shownAs === 'month' ? 7 : 4);
    case 'yes-no':
      return cell.value ? 'TRUE' : 'FALSE';
    case 'error':
      return cell.text;
  }
}

/** 0.425 is 42.5, and not 42.49999999999999: to the digits that a spreadsheet keeps. */
export const percentOf = (share: number): number => Number((share * 100).toPrecision(15));
