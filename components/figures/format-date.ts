import type { DateSpan, IsoDate } from '@/domain/calendar';
import { intlTag } from './format-number';

export type DateForm = 'long' | 'short';

/** The words that dates need beside the names of months; the messages have them. */
export interface DateWords {
  readonly half: (half: 1 | 2, year: string, form: DateForm) => string;
  readonly quarter: (quarter: number, year: string) => string;
  readonly span: (from: string, until: string) => string;
}

/** A date as precisely as it is known and no more: `2021`, `first half of 2021`, `Q3 2023`, `26 October 2021`. */
export function formatDate(
  locale: string,
  date: DateSpan | IsoDate,
  words: DateWords,
  form: DateForm = 'long',
): string {
  if (typeof date === 'string') return write(locale, date, 'day', form);
  const [year, month] = [date.first.slice(0, 4), Number(date.first.slice(5, 7))];
  switch (date.precision) {
    case 'day':
    case 'month':
    case 'year':
      return write(locale, date.first, date.precision, form);
    case 'quarter':
      return words.quarter(Math.ceil(month / 3), year);
    case 'half':
      return words.half(month <= 6 ? 1 : 2, year, form);
    case 'span':
      return formatSpan(locale, date, words, form);
  }
}

/** For `<time datetime>`: only what HTML can say. */
export function machineDate(date: DateSpan | IsoDate): string | undefined {
  if (typeof date === 'string') return date;
  if (date.precision === 'day') return date.first;
  if (date.precision === 'month') return date.first.slice(0, 7);
  return date.precision === 'year' ? date.first.slice(0, 4) : undefined;
}

/** Whole years as years, whole months as months; what both ends share is said once. */
function formatSpan(locale: string, { first, last }: DateSpan, words: DateWords, form: DateForm): string {
  if (first === last) return write(locale, first, 'day', form);
  const isWholeYears = first.endsWith('-01-01') && last.endsWith('-12-31');
  if (isWholeYears) return words.span(first.slice(0, 4), last.slice(0, 4));

  const precision = first.endsWith('-01') && isLastOfMonth(last) ? 'month' : 'day';
  const until = write(locale, last, precision, form);
  if (first.slice(0, 7) === last.slice(0, 7)) {
    return precision === 'month' ? until : words.span(String(Number(first.slice(8))), until);
  }
  const isSameYear = first.slice(0, 4) === last.slice(0, 4);
  return words.span(write(locale, first, precision, form, !isSameYear), until);
}

type Written = 'day' | 'month' | 'year';

function write(locale: string, day: IsoDate, precision: Written, form: DateForm, withYear = true): string {
  if (precision === 'year') return day.slice(0, 4);
  const format = new Intl.DateTimeFormat(intlTag(locale), {
    timeZone: 'UTC',
    day: precision === 'day' ? 'numeric' : undefined,
    month: form,
    year: withYear ? 'numeric' : undefined,
  });
  // en-GB writes "Sept", the only month of four letters: a column of dates would not line up.
  return format.format(new Date(`${day}T00:00:00Z`)).replace(/\bSept\b/, 'Sep');
}

function isLastOfMonth(day: IsoDate): boolean {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month, 0)).getUTCDate() === date;
}
