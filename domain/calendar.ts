import { accept, refuse, type Result } from './result';

declare const isoDate: unique symbol;

/** A calendar day as YYYY-MM-DD. Text, so that no time zone can move it; compares as text. */
export type IsoDate = string & { readonly [isoDate]: true };

export const precisions = ['day', 'month', 'quarter', 'half', 'year', 'span'] as const;
export type Precision = (typeof precisions)[number];

/**
 * A date that speaks of the world: a first and a last day and how precisely it is known. `until` and lateness use the
 * last day; nothing is rounded to 1 January.
 */
export interface DateSpan {
  readonly first: IsoDate;
  readonly last: IsoDate;
  readonly precision: Precision;
}

export interface UnreadableDate {
  readonly kind: 'unreadable-date';
  readonly found: string;
}

/** From the year 1 on: there was no year 0, and the database keeps none. */
export function isIsoDate(text: string): text is IsoDate {
  const match = /^(?!0000)(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const [, year, month, day] = match.map(Number);
  return (
    month !== undefined &&
    month >= 1 &&
    month <= 12 &&
    day !== undefined &&
    day >= 1 &&
    day <= daysInMonth(year ?? 0, month)
  );
}

const firstDay = day('0001-01-01');

/** @throws {RangeError} when the text is not a calendar day. For text that a person typed use `readDateSpan`. */
export function day(text: string): IsoDate {
  if (!isIsoDate(text)) throw new RangeError(`Not a calendar day: ${text}`);
  return text;
}

/**
 * Reads a date as sources state it: `2023`, `2023-05`, `2023-05-04`, `2021-H1`, `2021-Q3`, or a span of two of them,
 * `2020-11/2023-11`. Also `2025-Q1-Q3` and `2020-2024-09`, as tables of the field write spans.
 */
export function readDateSpan(text: string): Result<DateSpan, UnreadableDate> {
  const found = text.trim();
  const single = readPeriod(found);
  if (single) return accept(single);

  const ends = endsOfSpan(found);
  const first = ends && readPeriod(ends[0]);
  const last = ends && readPeriod(ends[1]);
  if (!first || !last || last.last < first.first) return refuse({ kind: 'unreadable-date', found });
  return accept({ first: first.first, last: last.last, precision: 'span' });
}

/** The one text that stands for a span in a change set and in files: what `readDateSpan` reads back as the same span. */
export function writeDateSpan({ first, last, precision }: DateSpan): string {
  const [year = '', month = ''] = first.split('-');
  switch (precision) {
    case 'day':
      return first;
    case 'month':
      return `${year}-${month}`;
    case 'quarter':
      return `${year}-Q${Math.ceil(Number(month) / 3)}`;
    case 'half':
      return `${year}-H${Number(month) <= 6 ? 1 : 2}`;
    case 'year':
      return year;
    case 'span':
      return `${first}/${last}`;
  }
}

/** Days from one day to a later one; negative when it is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** The day so many days later; earlier when the number is negative, and never before the first day there is. */
export function daysAfter(from: IsoDate, count: number): IsoDate {
  return notBeforeFirst(new Date(Date.parse(from) + count * 86_400_000).toISOString().slice(0, 10));
}

/**
 * The same day so many months earlier, or the last of a month that has fewer days: as PostgreSQL takes an interval away.
 * Never before the first day there is.
 */
export function monthsBefore(from: IsoDate, count: number): IsoDate {
  const [year = 0, month = 0, dayOfMonth = 0] = from.split('-').map(Number);
  const monthsSinceZero = year * 12 + month - 1 - count;
  const [inYear, inMonth] = [Math.floor(monthsSinceZero / 12), (monthsSinceZero % 12) + 1];
  if (inYear < 1) return firstDay;
  return writeDay(inYear, inMonth, Math.min(dayOfMonth, daysInMonth(inYear, inMonth)));
}

/** Before the year 1 the years are written otherwise. */
const notBeforeFirst = (text: string): IsoDate => (/^(?:-|0000)/.test(text) ? firstDay : day(text));

/** The day that a moment falls on in a time zone such as `Asia/Baku`. */
export function dayIn(timeZone: string, moment: Date): IsoDate {
  return day(new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(moment));
}

function readPeriod(text: string): DateSpan | null {
  if (isIsoDate(text)) return { first: text, last: text, precision: 'day' };
  const match = /^(?!0000)(\d{4})(?:-(\d{2})|-(H[12])|-(Q[1-4]))?$/.exec(text);
  if (!match) return null;
  const [, yearText = '', month, half, quarter] = match;
  const year = Number(yearText);
  if (month)
    return Number(month) >= 1 && Number(month) <= 12 ? months(year, Number(month), Number(month), 'month') : null;
  if (half) return half === 'H1' ? months(year, 1, 6, 'half') : months(year, 7, 12, 'half');
  if (quarter) return months(year, Number(quarter[1]) * 3 - 2, Number(quarter[1]) * 3, 'quarter');
  return months(year, 1, 12, 'year');
}

function endsOfSpan(text: string): [string, string] | null {
  const slash = /^([^/]+)\/([^/]+)$/.exec(text);
  if (slash?.[1] && slash[2]) return [slash[1].trim(), slash[2].trim()];
  const quarters = /^(\d{4})-(Q[1-4])-(Q[1-4])$/.exec(text);
  if (quarters) return [`${quarters[1]}-${quarters[2]}`, `${quarters[1]}-${quarters[3]}`];
  const years = /^(\d{4})-(\d{4}(?:-\d{2}){0,2})$/.exec(text);
  return years?.[1] && years[2] ? [years[1], years[2]] : null;
}

function months(year: number, from: number, to: number, precision: Precision): DateSpan {
  return { first: writeDay(year, from, 1), last: writeDay(year, to, daysInMonth(year, to)), precision };
}

function writeDay(year: number, month: number, dayOfMonth: number): IsoDate {
  return day(
    `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`,
  );
}

function daysInMonth(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}
