import fc from 'fast-check';
import { expect, test } from 'vitest';
import { disarm, rearm } from './guard';

const hostile = fc.string({ unit: fc.constantFrom("'", '=', '+', '-', '@', '\t', '\r', '\n', '＝', 'a', '1', ' ') });

test.each([
  ['=1+1', "'=1+1"],
  ['-1', "'-1"],
  ['＋1', "'＋1"],
  ["'=1", "''=1"],
  ["''@x", "'''@x"],
  ["'tis", "'tis"],
  ["'", "'"],
  ['a=1', 'a=1'],
  ['', ''],
])('%j is written %j', (text, cell) => {
  expect(disarm(text)).toBe(cell);
  expect(rearm(cell)).toBe(text);
});

test('any text comes back from its cell, and no cell begins as a formula does', () => {
  fc.assert(
    fc.property(fc.oneof(hostile, fc.string({ unit: 'grapheme' })), (text) => {
      expect(rearm(disarm(text))).toBe(text);
      expect(disarm(text)).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
    }),
  );
});
