import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  day,
  daysAfter,
  daysBetween,
  isIsoDate,
  monthsBefore,
  readDateSpan,
  writeDateSpan,
  type DateSpan,
} from './calendar';

describe('a date as sources state it', () => {
  test.each([
    ['2023', '2023-01-01', '2023-12-31', 'year'],
    ['2024-02', '2024-02-01', '2024-02-29', 'month'],
    ['2023-05-04', '2023-05-04', '2023-05-04', 'day'],
    ['2021-H1', '2021-01-01', '2021-06-30', 'half'],
    ['2021-Q3', '2021-07-01', '2021-09-30', 'quarter'],
    ['2020-11/2023-11', '2020-11-01', '2023-11-30', 'span'],
    ['2025-Q1-Q3', '2025-01-01', '2025-09-30', 'span'],
    ['2020-2024-09', '2020-01-01', '2024-09-30', 'span'],
    ['2021-2023', '2021-01-01', '2023-12-31', 'span'],
  ])('%s has a first and a last day', (text, first, last, precision) => {
    expect(readDateSpan(text)).toEqual({ ok: true, value: { first, last, precision } });
  });

  test.each([
    '',
    '31.12.2025',
    '2025-13',
    '2025-02-30',
    '2023-Q5',
    '2024/2023',
    'soon',
    '2023-05-04T00:00:00Z',
    '0000',
    '0000-05-04',
  ])('%j is refused, never guessed', (text) => {
    expect(readDateSpan(text)).toMatchObject({ ok: false, problem: { kind: 'unreadable-date' } });
  });

  test('is written in the one spelling that reads back as the same days', () => {
    const dates = fc.date({ min: new Date('1000-01-01'), max: new Date('2999-12-31'), noInvalidDate: true });
    const days = dates.map((each) => day(each.toISOString().slice(0, 10)));
    fc.assert(
      fc.property(days, days, (one, other) => {
        const [first, last] = one <= other ? [one, other] : [other, one];
        const span: DateSpan = { first, last, precision: 'span' };
        expect(readDateSpan(writeDateSpan(span))).toEqual({ ok: true, value: span });
      }),
    );
  });

  test('of any kind reads back as itself', () => {
    const year = fc.integer({ min: 1000, max: 2999 });
    const ending = fc.constantFrom(
      '',
      '-H1',
      '-H2',
      '-Q1',
      '-Q2',
      '-Q3',
      '-Q4',
      '-01',
      '-02',
      '-12',
      '-02-28',
      '-12-31',
    );
    fc.assert(
      fc.property(year, ending, (number, rest) => {
        const span = readDateSpan(`${number}${rest}`);
        expect(span.ok && writeDateSpan(span.value)).toBe(`${number}${rest}`);
      }),
    );
  });

  test('whatever the text, is read or refused, never thrown', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => typeof readDateSpan(text).ok === 'boolean'));
  });
});

test('the day after the last of February is in March, in a leap year too', () => {
  expect([isIsoDate('2024-02-29'), isIsoDate('2023-02-29'), isIsoDate('1900-02-29'), isIsoDate('2000-02-29')]).toEqual([
    true,
    false,
    false,
    true,
  ]);
});

test('days are counted from one day to the other, backwards below zero', () => {
  expect(daysBetween(day('2024-12-31'), day('2025-12-31'))).toBe(365);
  expect(daysBetween(day('2024-03-01'), day('2024-02-28'))).toBe(-2);
});

test.each(['0001-01-01', '0001-01-20'])(
  'no day comes before the first of the year 1: not thirty days or a year before %s',
  (first) => {
    expect(daysAfter(day(first), -30)).toBe('0001-01-01');
    expect(monthsBefore(day(first), 12)).toBe('0001-01-01');
    expect(monthsBefore(day('0002-03-31'), 13)).toBe('0001-02-28');
  },
);
