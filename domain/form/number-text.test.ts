import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readMoneyText, writeMoneyText } from './money-text';
import { readNumberText, writeNumberText } from './number-text';

describe('a number as people type it', () => {
  test.each([
    ['12.5', 12.5],
    ['12,5', 12.5],
    ['0,125', 0.125],
    ['1 234,5', 1234.5],
    ['1\u00a0234\u00a0567', 1234567],
    ['1,234.5', 1234.5],
    ['1,234,567', 1234567],
    ['1.234,5', 1234.5],
    ['1.234', 1.234],
    [' \u22123 ', -3],
  ])('%s is %d', (text, value) => {
    expect(readNumberText(text)).toEqual({ kind: 'number', value });
  });

  test.each(['1,234', '12,500'])('%s may be two numbers', (text) => {
    expect(readNumberText(text)).toEqual({ kind: 'ambiguous' });
  });

  test.each(['', 'twelve', '12 5', '1 2345', '1,2,3', '5%', '1e3', '--2'])('“%s” is none', (text) => {
    expect(readNumberText(text)).toEqual({ kind: 'unreadable' });
  });

  test('reads back what is written', () => {
    fc.assert(
      fc.property(fc.integer(), (value) => {
        expect(readNumberText(writeNumberText(value / 10_000))).toEqual({ kind: 'number', value: value / 10_000 });
      }),
    );
  });
});

describe('an amount of money', () => {
  test.each([
    ['12.5', 'AZN', '1250'],
    ['12.50', 'AZN', '1250'],
    ['0', 'AZN', '0'],
    ['007', 'AZN', '700'],
    ['12.50', 'JPY', null],
    ['12.00', 'JPY', '12'],
    ['12.3456', 'KWD', null],
    ['-5', 'AZN', null],
    ['12.345', 'AZN', null],
  ])('of %s in %s is %s minor units', (text, currency, minorUnits) => {
    const read = readMoneyText(text, currency);
    expect(read.kind === 'minor-units' ? read.text : null).toBe(minorUnits);
  });

  test('reads back what is written, to the last digit', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 18n }), fc.constantFrom('AZN', 'JPY', 'KWD'), (amount, currency) => {
        expect(readMoneyText(writeMoneyText(String(amount), currency), currency)).toEqual({
          kind: 'minor-units',
          text: String(amount),
        });
      }),
    );
  });
});
