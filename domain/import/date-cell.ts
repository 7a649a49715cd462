import { type DateSpan, type IsoDate, isIsoDate, readDateSpan, writeDateSpan } from '../calendar';
import { accept, refuse, type Result } from '../result';
import type { FileCell } from './cell';
import type { Conventions } from './conventions';
import { halfWords, isOneOf, monthOf, quarterWords, romanNumbers, silentWords } from './date-words';
import type { ReadingCode } from './finding';
import { fold } from './fold';

type DateConventions = Pick<Conventions, 'dayOrder' | 'serialDays'>;

/** A date in a cell, in the file's convention, as change sets write it: one reading, or none. */
export function readDateCell(cell: FileCell, conventions: DateConventions): Result<string, ReadingCode> {
  const read = readCell(cell, conventions);
  if (typeof read !== 'string') return accept(writeDateSpan(read));
  return refuse(read);
}

/** The span that a cell means, or why it means none. */
function readCell(cell: FileCell, conventions: DateConventions): DateSpan | ReadingCode {
  if (typeof cell === 'string') return readText(cell, conventions);
  switch (cell.kind) {
    case 'day':
      return spanOf(cell.day.slice(0, { day: 10, month: 7, year: 4 }[cell.shownAs]));
    case 'number':
      return isYear(cell.value)
        ? spanOf(String(cell.value))
        : cell.asDay !== null && cell.value >= firstSerial
          ? spanOf(cell.asDay)
          : 'not-a-date';
    case 'error':
      return 'formula-error';
    case 'yes-no':
      return 'not-a-date';
  }
}

/** A whole number that is a year, and not a spreadsheet's number of a day: those are of five digits since 1927. */
const isYear = (value: number) => Number.isInteger(value) && value >= 1800 && value <= 2200;
const firstSerial = 10_000;

function readText(text: string, conventions: DateConventions): DateSpan | ReadingCode {
  const typed = text.trim().replace(/[\u00a0\u202f\u2009]/g, ' ');
  const plain = readDateSpan(typed);
  if (plain.ok) return plain.value;
  if (isSerial(typed)) {
    const on = conventions.serialDays && dayOfSerial(Number(typed), conventions.serialDays);
    return on ? spanOf(on) : 'not-a-date';
  }
  const single = readSingle(typed, conventions);
  if (single !== null) return single;
  const [first, last] = endsOf(typed).map((end) => {
    const known = readDateSpan(end);
    return known.ok ? known.value : readSingle(end, conventions);
  });
  if (!first || !last || typeof first === 'string' || typeof last === 'string') return 'not-a-date';
  return last.last < first.first ? 'not-a-date' : { first: first.first, last: last.last, precision: 'span' };
}

function readSingle(text: string, { dayOrder }: DateConventions): DateSpan | ReadingCode | null {
  const numeric = numericDate(text);
  if (numeric) {
    const on = numeric[dayOrder];
    return on ? spanOf(on) : 'impossible-day';
  }
  const monthOfYear = /^(\d{1,2})[./-](\d{4})$/.exec(text) ?? /^(\d{4})[./](\d{1,2})$/.exec(text);
  if (monthOfYear) {
    const [year, month] = [monthOfYear[1], monthOfYear[2]].sort(
      (one, other) => (other ?? '').length - (one ?? '').length,
    );
    return spanOf(`${year}-${(month ?? '').padStart(2, '0')}`);
  }
  return readWords(text);
}

/** A spreadsheet's number of a day, of the years 1954 to 2119: nothing else of five digits is a date. */
export const isSerial = (text: string): boolean => /^[2-7]\d{4}$/.test(text.trim());

/** Days since the last day of 1899, where spreadsheets count a 29 February 1900 that never was; or since 1 January 1904. */
export function dayOfSerial(serial: number, system: '1900' | '1904'): IsoDate | null {
  const whole = Math.floor(serial);
  if (system === '1900' && whole <= 60) return null;
  const start = system === '1900' ? Date.UTC(1899, 11, 30) : Date.UTC(1904, 0, 1);
  const at = new Date(start + whole * 86_400_000);
  const on = Number.isNaN(at.getTime()) ? '' : at.toISOString().slice(0, 10);
  return isIsoDate(on) ? on : null;
}

/** The day that three numbers mean in each order, null where they mean none; null for anything else. */
export function numericDate(text: string): Readonly<Record<Conventions['dayOrder'], IsoDate | null>> | null {
  const match = /^(\d{1,4})([./-])(\d{1,2})\2(\d{1,4})\.?(?: ?(?:г|թ)\.?)?(?:[ T]0?0:00(?::00(?:\.0+)?Z?)?)?$/.exec(
    text.trim(),
  );
  if (!match) return null;
  const [, a = '', , b = '', c = ''] = match;
  // A year of four digits says where it stands; a year has two or four.
  if (a.length === 4) {
    const on = c.length <= 2 ? dayOf(a, b, c) : null;
    return { 'day-first': on, 'month-first': on, 'year-first': on };
  }
  if (a.length === 3 || c.length === 3) return { 'day-first': null, 'month-first': null, 'year-first': null };
  return {
    'day-first': dayOf(c, b, a),
    'month-first': dayOf(c, a, b),
    'year-first': c.length === 4 ? null : dayOf(a, b, c),
  };
}

function dayOf(year: string, month: string, dayOfMonth: string): IsoDate | null {
  if (year.length !== 2 && year.length !== 4) return null;
  const text = `${fullYear(year)}-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`;
  return isIsoDate(text) ? text : null;
}

/** As spreadsheets and POSIX read two digits: 69 is 1969, 68 is 2068. */
const fullYear = (year: string): string => (year.length === 4 ? year : `${Number(year) >= 69 ? '19' : '20'}${year}`);

/** `31 декабря 2025 г.`, `2025-ci ilin II rübü`, `H1 2025`, `Dec-25`. */
function readWords(text: string): DateSpan | ReadingCode | null {
  // As spreadsheets show a month; with a space it would be a day.
  const short = /^(\p{L}{3,5})\.?[-.](\d{2})$/u.exec(text);
  const shortMonth = short?.[1] ? monthOf(fold(short[1])) : null;
  if (short?.[2] && shortMonth) return spanOf(monthText(fullYear(short[2]), shortMonth));

  const words = fold(text)
    .replace(/(\d)(?=\p{L})|(\p{L})(?=\d)/gu, '$1$2 ')
    .split(' ')
    .filter((word) => !silentWords.has(word));
  const numbers = words.filter((word) => /^\d+$/.test(word));
  const names = words.filter((word) => !/^\d+$/.test(word));
  const years = numbers.filter((word) => word.length === 4);
  const [year] = years;
  const others = numbers.filter((word) => word.length <= 2);
  if (words.length > 4 || others.length + years.length !== numbers.length || years.length > 1) return null;

  const [name = '', roman] = names.some((word) => word in romanNumbers)
    ? [names.find((word) => !(word in romanNumbers)), romanNumbers[names.find((word) => word in romanNumbers) ?? '']]
    : [names[0], undefined];
  if (names.length > (roman === undefined ? 1 : 2)) return null;
  const ordinal = roman ?? (others.length === 1 ? Number(others[0]) : undefined);

  if (name === '' && roman === undefined) return year && numbers.length === 1 ? spanOf(year) : null;
  if (name === 'q' || isOneOf(name, quarterWords)) return year && ordinal ? spanOf(`${year}-Q${ordinal}`) : null;
  if (name === 'h' || isOneOf(name, halfWords)) return year && ordinal ? spanOf(`${year}-H${ordinal}`) : null;
  const month = roman === undefined ? monthOf(name) : null;
  if (!month) return null;
  if (year) {
    if (others.length === 0) return spanOf(monthText(year, month));
    return others.length === 1 ? spanOf(`${monthText(year, month)}-${(others[0] ?? '').padStart(2, '0')}`) : null;
  }
  const [dayOfMonth = '', shortYear = ''] = others;
  const isDayMonthYear = others.length === 2 && words.length === 3 && words[1] === name && shortYear.length === 2;
  return isDayMonthYear ? spanOf(`${monthText(fullYear(shortYear), month)}-${dayOfMonth.padStart(2, '0')}`) : null;
}

const monthText = (year: string, month: number): string => `${year}-${String(month).padStart(2, '0')}`;

/** A dash with spaces, a long dash, or a slash between two dates. */
function endsOf(text: string): readonly string[] {
  const ends = text.split(/\s*[–—]\s*|\s+-\s+|\s+\/\s+/);
  return ends.length === 2 ? ends : [];
}

function spanOf(text: string): DateSpan | ReadingCode {
  const read = readDateSpan(text);
  return read.ok ? read.value : 'impossible-day';
}
