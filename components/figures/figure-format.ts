import { type DateSpan, day, type IsoDate } from '@/domain/calendar';
import type { Qualifier } from '@/domain/vocabulary';
import { type DateForm, type DateWords, formatDate } from './format-date';
import { formatMoney, formatNumber, formatPercent, formatSigned, formatTick } from './format-number';
import type { StatedValue } from './stated-value';

/** The messages of `figures`, as next-intl hands them out. */
export interface FigureWords {
  (key: string, values?: Record<string, string | number>): string;
  has(key: string): boolean;
}

export interface Slippage {
  /** Days after the promise; negative is before it. Differ when one of the dates is not known to the day. */
  readonly leastDays: number;
  readonly mostDays: number;
}

/**
 * Every way a number, an amount or a date becomes text. On the server only: browsers lack data for some languages, so
 * clients are handed the finished strings.
 */
export interface FigureFormat {
  readonly locale: string;
  number(value: number | bigint, decimals?: number): string;
  percent(value: number, decimals?: number): string;
  /** `6,206 families`, `1 family`, `12.5 km`. */
  quantity(value: number, unit: string | null, decimals?: number): string;
  /** The unit alone, for the head of a column: `families`. */
  unit(unit: string): string;
  /** `AZN 17.5 billion`; `exact` gives every digit. */
  money(minorUnits: bigint, currency: string, form?: 'short' | 'exact'): string;
  date(date: DateSpan | IsoDate, form?: DateForm): string;
  /** `+340 families`, `−4 points`, `no change`. */
  difference(value: number, unit?: string | null): string;
  /** `365 days later than promised`, `between 1 and 365 days later than promised`, `on the promised day`. */
  slippage(slippage: Slippage): string;
  /** The label of an axis: `17.5bn`. */
  tick(value: number): string;
  /** `Jan 2024`. */
  month(year: number, month: number): string;
  /** `about 500`. */
  qualified(text: string, qualifier: Qualifier): string;
  /** The whole of a stated value with its qualifier: `about 500 families`, `not known`. */
  stated(value: StatedValue): string;
}

export function figureFormat(locale: string, words: FigureWords): FigureFormat {
  const dateWords: DateWords = {
    half: (half, year, form) => words(`half.${form}`, { half: String(half), year }),
    quarter: (quarter, year) => words('quarter', { quarter, year }),
    span: (from, until) => words('span', { from, until }),
  };
  const withUnit = (text: string, value: number, unit: string | null | undefined) => {
    if (!unit) return text;
    // The plural follows the number; the digits are ours, so that they look the same everywhere.
    const name = words.has(`unit.${unit}`) ? words(`unit.${unit}`, { count: value }) : unit;
    return `${text}\u00a0${name}`;
  };
  const quantity = (value: number, unit: string | null, decimals?: number) =>
    withUnit(formatNumber(locale, value, decimals), value, unit);
  const date = (span: DateSpan | IsoDate, form?: DateForm) => formatDate(locale, span, dateWords, form);
  const money = (minorUnits: bigint, currency: string, form: 'short' | 'exact' = 'short') =>
    formatMoney(locale, minorUnits, currency, form);

  return {
    locale,
    number: (value, decimals) => formatNumber(locale, value, decimals),
    percent: (value, decimals) => formatPercent(locale, value, decimals),
    quantity,
    unit: (unit) => (words.has(`unit.${unit}`) ? words(`unit.${unit}`, { count: 2 }) : unit),
    money,
    date,
    difference: (value, unit) =>
      value === 0 ? words('noChange') : withUnit(formatSigned(locale, value), Math.abs(value), unit),
    slippage: ({ leastDays, mostDays }) => slippageText(locale, words, leastDays, mostDays),
    tick: (value) => formatTick(locale, value),
    month: (year, month) => {
      const first = day(`${year}-${String(month).padStart(2, '0')}-01`);
      return date({ first, last: first, precision: 'month' }, 'short');
    },
    qualified: (text, qualifier) => qualified(text, qualifier, words),
    stated: (value) => statedText(value, words, { locale, withUnit, date, money }),
  };
}

interface Parts {
  readonly locale: string;
  readonly withUnit: (text: string, value: number, unit: string | null | undefined) => string;
  readonly date: (span: DateSpan | IsoDate) => string;
  readonly money: (minorUnits: bigint, currency: string) => string;
}

function statedText(value: StatedValue, words: FigureWords, parts: Parts): string {
  switch (value.kind) {
    case 'unknown':
    case 'withheld':
      return words(value.kind);
    case 'text':
      return value.text;
    case 'date':
      return qualified(parts.date(value.date), value.qualifier, words);
    case 'money':
      return qualified(parts.money(value.minorUnits, value.currency), value.qualifier, words);
    case 'percent':
      return qualified(formatPercent(parts.locale, value.value, value.decimals), value.qualifier, words);
    case 'number': {
      const lower = formatNumber(parts.locale, value.value, value.decimals);
      if (typeof value.upTo !== 'number') {
        return qualified(parts.withUnit(lower, value.value, value.unit), value.qualifier, words);
      }
      const until = formatNumber(parts.locale, value.upTo, value.decimals);
      return parts.withUnit(words('span', { from: lower, until }), value.upTo, value.unit);
    }
  }
}

function qualified(text: string, qualifier: string | null | undefined, words: FigureWords): string {
  return qualifier && words.has(`qualified.${qualifier}`) ? words(`qualified.${qualifier}`, { text }) : text;
}

function slippageText(locale: string, words: FigureWords, leastDays: number, mostDays: number): string {
  if (leastDays === 0 && mostDays === 0) return words('slippage.none');
  const [least, most] = [Math.abs(leastDays), Math.abs(mostDays)];
  const direction = mostDays <= 0 ? 'earlier' : leastDays >= 0 ? 'later' : 'unsure';
  if (leastDays === mostDays) {
    return words(`slippage.${direction}`, { count: most, days: formatNumber(locale, most) });
  }
  if (direction === 'unsure') {
    return words('slippage.unsure', { earlier: formatNumber(locale, least), later: formatNumber(locale, most) });
  }
  const [from, until] = least < most ? [least, most] : [most, least];
  return words(`slippage.${direction}Range`, { from: formatNumber(locale, from), until: formatNumber(locale, until) });
}
