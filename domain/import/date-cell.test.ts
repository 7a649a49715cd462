import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { daysAfter, day } from '../calendar';
import type { FileCell } from './cell';
import type { Conventions } from './conventions';
import { dayOfSerial, numericDate, readDateCell } from './date-cell';

const dayFirst = { dayOrder: 'day-first', serialDays: null } as const;
const monthFirst = { dayOrder: 'month-first', serialDays: null } as const;
const yearFirst = { dayOrder: 'year-first', serialDays: null } as const;

const read = (cell: FileCell, conventions: Pick<Conventions, 'dayOrder' | 'serialDays'> = dayFirst) => {
  const found = readDateCell(cell, conventions);
  return found.ok ? found.value : found.problem;
};

describe('a date', () => {
  test.each([
    ['2025-12-31', '2025-12-31'],
    ['2025-Q2', '2025-Q2'],
    ['2020-11/2023-11', '2020-11-01/2023-11-30'],
    ['31.12.2025', '2025-12-31'],
    ['31.12.2025 г.', '2025-12-31'],
    ['1.2.25', '2025-02-01'],
    ['2025/12/31', '2025-12-31'],
    ['2025-12-31 00:00:00', '2025-12-31'],
    ['2025-12-31T00:00:00.000Z', '2025-12-31'],
    ['12.2025', '2025-12'],
    ['2025/12', '2025-12'],
    ['31 December 2025', '2025-12-31'],
    ['December 31st, 2025', '2025-12-31'],
    ['31 dekabr 2025-ci il', '2025-12-31'],
    ['31 декабря 2025 г.', '2025-12-31'],
    ['2025 թ. դեկտեմբերի 31', '2025-12-31'],
    ['Dec-25', '2025-12'],
    ['дек.25', '2025-12'],
    ['31-Dec-25', '2025-12-31'],
    ['May 2025', '2025-05'],
    ['мая 2025', '2025-05'],
    ['մայիս 2025', '2025-05'],
    ['Q2 2025', '2025-Q2'],
    ['2025-ci ilin II rübü', '2025-Q2'],
    ['1-й квартал 2025 года', '2025-Q1'],
    ['2025 թ. III եռամսյակ', '2025-Q3'],
    ['H1 2025', '2025-H1'],
    ['I yarımillik 2025', '2025-H1'],
    ['2-е полугодие 2025', '2025-H2'],
    ['2025 թ. I կիսամյակ', '2025-H1'],
    ['2025 год', '2025'],
    ['2022–2026', '2022-01-01/2026-12-31'],
    ['01.01.2025 – 31.03.2025', '2025-01-01/2025-03-31'],
  ])('written %j is %s', (text, written) => {
    expect(read(text)).toBe(written);
  });

  test.each([
    ['12/31/25', monthFirst, '2025-12-31'],
    ['05/06/2025', monthFirst, '2025-05-06'],
    ['05/06/2025', dayFirst, '2025-06-05'],
    ['25-12-31', yearFirst, '2025-12-31'],
    ['45000', { ...dayFirst, serialDays: '1900' }, '2023-03-15'],
    ['45000', { ...dayFirst, serialDays: '1904' }, '2027-03-16'],
  ] as const)('written %j in %o is %s', (text, conventions, written) => {
    expect(read(text, conventions)).toBe(written);
  });

  test.each([
    ['32.12.2025', 'impossible-day'],
    ['12/31/2025', 'impossible-day'],
    ['30.02.2025', 'impossible-day'],
    ['45000', 'not-a-date'],
    ['25 December', 'not-a-date'],
    ['Dec 25', 'not-a-date'],
    ['soon', 'not-a-date'],
    ['2025 or 2026', 'not-a-date'],
    ['2025-12-31 14:30', 'not-a-date'],
    ['5th quarter 2025', 'impossible-day'],
    ['31 March 2025 2026', 'not-a-date'],
    ['2026 – 2025', 'not-a-date'],
    ['1/2/3', 'impossible-day'],
    ['marble 2025', 'not-a-date'],
  ])('written %j is refused as %s', (text, code) => {
    expect(read(text)).toBe(code);
  });

  test.each<[FileCell, string]>([
    [{ kind: 'day', day: day('2025-12-31'), shownAs: 'day' }, '2025-12-31'],
    [{ kind: 'day', day: day('2025-12-01'), shownAs: 'month' }, '2025-12'],
    [{ kind: 'day', day: day('2025-01-01'), shownAs: 'year' }, '2025'],
    [{ kind: 'number', value: 2025, shownAs: 'number', asDay: day('1905-07-17') }, '2025'],
    [{ kind: 'number', value: 45000, shownAs: 'number', asDay: day('2023-03-15') }, '2023-03-15'],
    [{ kind: 'number', value: 12, shownAs: 'number', asDay: day('1900-01-12') }, 'not-a-date'],
    [{ kind: 'error', text: '#N/A' }, 'formula-error'],
  ])('typed %o is %s', (cell, written) => {
    expect(read(cell)).toBe(written);
  });
});

test('the months of each language are known, in full, short and in a date, as its own formatting writes them', () => {
  const languages = ['en', 'az', 'ru', 'hy'];
  const forms = ['long', 'short'] as const;
  const unread = languages.flatMap((language) =>
    forms.flatMap((month) =>
      Array.from({ length: 12 }, (_, at) => {
        const date = new Date(Date.UTC(2025, at, 15));
        const options = { year: 'numeric', month, timeZone: 'UTC' } as const;
        const written = `2025-${String(at + 1).padStart(2, '0')}`;
        return [
          [new Intl.DateTimeFormat(language, options).format(date), written],
          [new Intl.DateTimeFormat(language, { ...options, day: 'numeric' }).format(date), `${written}-15`],
        ] as const;
      }).flatMap((pairs) => pairs.filter(([text, written]) => read(text) !== written)),
    ),
  );
  expect(unread).toEqual([]);
});

test('the days of spreadsheets are counted as they count them', () => {
  expect(dayOfSerial(61, '1900')).toBe('1900-03-01');
  expect(dayOfSerial(60, '1900')).toBeNull();
  expect(dayOfSerial(0, '1904')).toBe('1904-01-01');
  expect(dayOfSerial(45000.75, '1900')).toBe('2023-03-15');
});

const orders = fc.constantFrom('day-first', 'month-first', 'year-first');

function write(on: string, order: Conventions['dayOrder'], mark: string, isShort: boolean): string {
  const [year = '', month = '', dayOfMonth = ''] = on.split('-');
  const shown = isShort || order === 'year-first' ? year.slice(2) : year;
  return {
    'day-first': [dayOfMonth, month, shown],
    'month-first': [month, dayOfMonth, shown],
    'year-first': [shown, month, dayOfMonth],
  }[order].join(mark);
}

test('a day written in an order and read in it is the same day; in another it is refused or seen to be ambiguous', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 20_000 }),
      orders,
      orders,
      fc.constantFrom('.', '/', '-'),
      fc.boolean(),
      (days, written, assumed, mark, isShort) => {
        const on = daysAfter(day('1980-01-01'), days);
        const text = write(on, written, mark, isShort);
        expect(read(text, { dayOrder: written, serialDays: null })).toBe(on);
        const other = read(text, { dayOrder: assumed, serialDays: null });
        const readings = numericDate(text);
        const isMisread = /^\d/.test(other) && other !== on;
        expect(!isMisread || (readings?.[written] === on && readings[assumed] === other)).toBe(true);
      },
    ),
  );
});
