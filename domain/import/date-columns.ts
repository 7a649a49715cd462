import { type DateSpan, isIsoDate, type Precision, precisions, readDateSpan, writeDateSpan } from '../calendar';
import { accept, refuse, type Result } from '../result';
import { cellText, type FileCell, isBlank } from './cell';
import type { Conventions } from './conventions';
import { readDateCell } from './date-cell';
import type { ReadingCode } from './finding';

/** The four columns of one date, as far as the file has them. */
export interface DateCells {
  /** The file has a column of the date as written; else the days alone say it. */
  readonly isWritten: boolean;
  readonly written: FileCell | undefined;
  readonly first: FileCell | undefined;
  readonly last: FileCell | undefined;
  readonly precision: FileCell | undefined;
}

/**
 * A date and the days it covers are one field in four columns. The date as written is what counts; the days beside it must
 * say the same, unless one of the two is what is published and so was not touched: then the other is the edit. Where both
 * were changed and differ, nobody guesses.
 */
export function readDateColumns(
  { isWritten, written, first, last, precision }: DateCells,
  conventions: Conventions,
  published: string | null,
): Result<string | null, ReadingCode> {
  const own = isBlank(written) ? accept(null) : readDateCell(written ?? '', conventions);
  if (!own.ok) return own;
  const beside = readBeside(first, last, precision, conventions);
  if (!isWritten) {
    if (beside === 'unreadable') return refuse('not-a-date');
    if (beside === 'none') return accept(null);
    return accept(published !== null && covers(published, beside.span) ? published : beside.text);
  }
  if (beside === 'none') return own;
  if (beside === 'unreadable') return refuse('date-parts-disagree');
  const { text, span } = beside;
  if (own.value === text || (own.value !== null && covers(own.value, span))) return own;
  // A spreadsheet that took `2025-06` for a date shows its first day.
  const isFirstDay = own.value === span.first && span.precision !== 'day';
  if (isFirstDay) return refuse('month-or-day');
  if (published !== null && covers(published, span)) return own;
  return own.value === published ? accept(text) : refuse('date-parts-disagree');
}

interface Beside {
  readonly text: string;
  readonly span: DateSpan;
}

function readBeside(
  first: FileCell | undefined,
  last: FileCell | undefined,
  precision: FileCell | undefined,
  conventions: Conventions,
): Beside | 'none' | 'unreadable' {
  if ([first, last].every(isBlank)) return 'none';
  const [from, to] = [dayIn(first, conventions), dayIn(isBlank(last) ? first : last, conventions)];
  if (!from || !to || to < from) return 'unreadable';
  const stated = cellText(precision).trim().toLowerCase();
  const known = precisions.find((each) => each === stated);
  if (stated && !known) return 'unreadable';
  const span = readDateSpan(writtenFrom(from, to, known ?? (from === to ? 'day' : 'span')));
  if (!span.ok || span.value.first !== from || span.value.last !== to) return 'unreadable';
  return { text: writeDateSpan(span.value), span: span.value };
}

const writtenFrom = (first: DateSpan['first'], last: DateSpan['last'], precision: Precision): string =>
  writeDateSpan({ first, last, precision });

function dayIn(cell: FileCell | undefined, conventions: Conventions): DateSpan['first'] | null {
  const read = readDateCell(cell ?? '', conventions);
  return read.ok && isIsoDate(read.value) ? read.value : null;
}

/** The same days, however precisely they are known: a file may lack the column of the precision. */
function covers(written: string, span: DateSpan): boolean {
  const read = readDateSpan(written);
  return read.ok && read.value.first === span.first && read.value.last === span.last;
}
