import { createTranslator } from 'next-intl';
import { describe, expect, test } from 'vitest';
import { day, type DateSpan, readDateSpan } from '@/domain/calendar';
import messages from '@/messages/en.json';
import { figureFormat, type FigureWords } from './figure-format';
import { machineDate } from './format-date';
import type { StatedValue } from './stated-value';

const words = createTranslator({ locale: 'en', messages, namespace: 'figures' }) as unknown as FigureWords; // its keys are not known as types
const format = figureFormat('en', words);
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

function span(text: string): DateSpan {
  const read = readDateSpan(text);
  if (!read.ok) throw new Error(`Not a date: ${text}`);
  return read.value;
}

describe('a date is written as precisely as it is known', () => {
  test.each([
    ['2021-10-26', '26 October 2021', '26 Oct 2021'],
    ['2023-05', 'May 2023', 'May 2023'],
    ['2023-09', 'September 2023', 'Sep 2023'],
    ['2023-Q3', 'Q3 2023', 'Q3 2023'],
    ['2021-H1', 'first half of 2021', 'H1 2021'],
    ['2021-H2', 'second half of 2021', 'H2 2021'],
    ['2021', '2021', '2021'],
    ['2022/2026', '2022 to 2026', '2022 to 2026'],
    ['2020-11/2023-11', 'November 2020 to November 2023', 'Nov 2020 to Nov 2023'],
    ['2025-Q1-Q3', 'January to September 2025', 'Jan to Sep 2025'],
    ['2020/2024-09', 'January 2020 to September 2024', 'Jan 2020 to Sep 2024'],
    ['2023-09-19/2023-10-01', '19 September to 1 October 2023', '19 Sep to 1 Oct 2023'],
    ['2023-05-03/2023-05-09', '3 to 9 May 2023', '3 to 9 May 2023'],
    ['2020-12-30/2021-01-02', '30 December 2020 to 2 January 2021', '30 Dec 2020 to 2 Jan 2021'],
  ])('%s is %s', (text, long, short) => {
    expect(format.date(span(text))).toBe(long);
    expect(format.date(span(text), 'short')).toBe(short);
  });

  test('and told to machines only where HTML has a form for it', () => {
    expect(['2021-10-26', '2023-05', '2021', '2021-H1'].map((text) => machineDate(span(text)))).toEqual([
      '2021-10-26',
      '2023-05',
      '2021',
      undefined,
    ]);
  });
});

describe('money', () => {
  test.each([
    [17_500_000_000_00n, 'AZN', 'AZN 17.5 billion', 'AZN 17,500,000,000'],
    [372_100_000_00n, 'AZN', 'AZN 372.1 million', 'AZN 372,100,000'],
    [999_999_00n, 'AZN', 'AZN 999,999', 'AZN 999,999'],
    [1_050n, 'USD', 'USD 10.50', 'USD 10.50'],
    [5n, 'EUR', 'EUR 0.05', 'EUR 0.05'],
    [-250_000_00n, 'EUR', 'EUR −250,000', 'EUR −250,000'],
    [1_500n, 'JPY', 'JPY 1,500', 'JPY 1,500'],
    [9_007_199_254_740_993_01n, 'AZN', 'AZN 9,007 trillion', 'AZN 9,007,199,254,740,993.01'],
  ])('of %s minor units of %s', (minorUnits, currency, short, exact) => {
    expect(plain(format.money(minorUnits, currency))).toBe(short);
    expect(plain(format.money(minorUnits, currency, 'exact'))).toBe(exact);
  });
});

describe('a stated value reads as one phrase', () => {
  test.each<[StatedValue, string]>([
    [{ kind: 'number', value: 6206, unit: 'families' }, '6,206 families'],
    [{ kind: 'number', value: 1, unit: 'families' }, '1 family'],
    [{ kind: 'number', value: 0, unit: 'projects' }, '0 projects'],
    [{ kind: 'number', value: 12.5, unit: 'km' }, '12.5 km'],
    [{ kind: 'number', value: 500, unit: 'persons', qualifier: 'about' }, 'about 500 persons'],
    [{ kind: 'number', value: 26000, unit: 'persons', qualifier: 'at_least' }, 'at least 26,000 persons'],
    [{ kind: 'number', value: 120, upTo: 150, unit: 'homes', qualifier: 'range' }, '120 to 150 homes'],
    [{ kind: 'number', value: 7, unit: 'homes', qualifier: 'exact' }, '7 homes'],
    [{ kind: 'percent', value: 42.5 }, '42.5%'],
    [
      { kind: 'money', minorUnits: 32_000_000_000_00n, currency: 'AZN', qualifier: 'at_most' },
      'at most AZN 32 billion',
    ],
    [{ kind: 'date', date: span('2021-H1') }, 'first half of 2021'],
    [{ kind: 'unknown' }, 'not known'],
    [{ kind: 'withheld' }, 'withheld'],
  ])('%#', (value, text) => {
    expect(plain(format.stated(value))).toBe(text);
  });
});

describe('a difference carries its sign', () => {
  test.each([
    [340, 'families', '+340 families'],
    [-1, 'points', '−1 point'],
    [0, 'families', 'no change'],
  ])('%d %s', (value, unit, text) => {
    expect(plain(format.difference(value, unit))).toBe(text);
  });
});

describe('slippage is a range where a date is not known to the day', () => {
  test.each([
    [0, 0, 'on the promised day'],
    [1, 1, '1 day later than promised'],
    [1365, 1365, '1,365 days later than promised'],
    [-12, -12, '12 days earlier than promised'],
    [1, 365, 'between 1 and 365 days later than promised'],
    [-40, -10, 'between 10 and 40 days earlier than promised'],
    [-5, 20, 'between 5 days earlier and 20 days later than promised'],
  ])('%d to %d days', (leastDays, mostDays, text) => {
    expect(format.slippage({ leastDays, mostDays })).toBe(text);
  });
});

test('a month on an axis is short', () => {
  expect(format.month(2024, 1)).toBe('Jan 2024');
  expect(format.date(day('2024-02-29'), 'short')).toBe('29 Feb 2024');
});

test.each([
  [0, '0'],
  [35_000, '35,000'],
  [2_500_000_000, '2.5bn'],
])('a tick of %d is %s', (value, text) => {
  expect(format.tick(value)).toBe(text);
});
