import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FileCell } from './cell';
import type { Conventions } from './conventions';
import { decimalReadings, readDecimalCell } from './number-cell';

const point = { decimal: '.', grouping: ',' } as const;
const comma = { decimal: ',', grouping: '.' } as const;
const bare = { decimal: '.', grouping: '' } as const;

const read = (cell: FileCell, conventions: Pick<Conventions, 'decimal' | 'grouping'>) => {
  const found = readDecimalCell(cell, conventions);
  return found.ok ? found.value.decimal : found.problem;
};

describe('a number', () => {
  test.each([
    ['1,234.5', point, '1234.5'],
    ['1.234,5', comma, '1234.5'],
    ['1,234', point, '1234'],
    ['1,234', comma, '1.234'],
    ['1.234', comma, '1234'],
    ['1.234', bare, '1.234'],
    ['1 234,5', comma, '1234.5'],
    ['1\u00a0234,5', comma, '1234.5'],
    ['1\u2009234\u2009567', bare, '1234567'],
    ["1'234.50", bare, '1234.50'],
    ['1’234', bare, '1234'],
    ['−5', bare, '-5'],
    ['+5', bare, '5'],
    ['12.0', bare, '12.0'],
    ['1E3', bare, '1000'],
    ['2,5e6', comma, '2500000'],
    ['0', bare, '0'],
    [' 42 ', bare, '42'],
  ] as const)('written %j in %o is %s', (text, conventions, value) => {
    expect(read(text, conventions)).toBe(value);
  });

  test.each([
    ['1,234', bare, 'other-decimal'],
    ['12,5', point, 'other-decimal'],
    ['12.5', comma, 'other-decimal'],
    ['1.23E+05', bare, 'shortened-number'],
    ['1E+05', bare, 'shortened-number'],
    ['12 34', bare, 'not-a-number'],
    ['1 234.567.8', bare, 'not-a-number'],
    ['1.234,567.8', comma, 'not-a-number'],
    ['about 5', bare, 'not-a-number'],
    ['5-6', bare, 'not-a-number'],
    ['(5)', bare, 'not-a-number'],
    ['٣', bare, 'not-a-number'],
    ['1,2,3', point, 'not-a-number'],
    ['', bare, 'not-a-number'],
  ] as const)('written %j in %o is refused as %s', (text, conventions, code) => {
    expect(read(text, conventions)).toBe(code);
  });

  test.each([
    [0.425, 'percent', '42.5'],
    [0.1 + 0.2, 'number', '0.3'],
    [-101582460750.4351, 'number', '-101582460750.4351'],
    [1e-7, 'number', '0.0000001'],
    [12, 'number', '12'],
    [1e15, 'number', 'rounded-number'],
  ] as const)('typed %d and shown as %s is %s', (value, shownAs, decimal) => {
    expect(read({ kind: 'number', value, shownAs, asDay: null }, bare)).toBe(decimal);
  });
});

/** Writes a number as each convention does, with its thousands grouped or not. */
function write(decimal: string, { decimal: mark, grouping }: Pick<Conventions, 'decimal' | 'grouping'>): string {
  const [whole = '', fraction] = decimal.split('.');
  const grouped = whole.replace(/(?<=\d)(?=(?:\d{3})+$)/g, grouping);
  return fraction === undefined ? grouped : `${grouped}${mark}${fraction}`;
}

const conventions = fc.constantFrom<Pick<Conventions, 'decimal' | 'grouping'>>(
  point,
  comma,
  bare,
  { decimal: ',', grouping: '' },
  { decimal: ',', grouping: ' ' },
  { decimal: '.', grouping: "'" },
);
const decimals = fc
  .tuple(fc.integer({ min: -9_999_999, max: 9_999_999 }), fc.option(fc.stringMatching(/^\d{1,5}$/), { nil: undefined }))
  .map(([whole, fraction]) => (fraction === undefined ? String(whole) : `${whole}.${fraction}`));

test('a number written in a convention and read in it is the same number', () => {
  fc.assert(
    fc.property(decimals, conventions, (decimal, convention) => {
      expect(read(write(decimal, convention), convention)).toBe(decimal);
    }),
  );
});

test('a number that two conventions read differently is seen to be so, and never read as one of them silently', () => {
  fc.assert(
    fc.property(decimals, conventions, conventions, (decimal, written, assumed) => {
      const text = write(decimal, written);
      const found = read(text, assumed);
      const isMisread = /^-?\d/.test(found) && Number(found) !== Number(decimal);
      const readings = decimalReadings(text);
      expect(!isMisread || (readings['.'] !== null && readings[','] !== null && readings['.'] !== readings[','])).toBe(
        true,
      );
    }),
  );
});
