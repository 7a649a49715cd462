import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { records } from '../record/records';
import { readListCell, readListRows, writeListCell } from './list-cell';

const hostile = fc.string({ unit: fc.constantFrom(';', '\\', ' ', ',', '"', "'", 'a'), minLength: 1 });
const entry = fc.option(fc.oneof(hostile, fc.string({ unit: 'grapheme', minLength: 1 })));

describe('a list in one cell', () => {
  test.each<[readonly (string | null)[], string]>([
    [[], ''],
    [['a'], 'a'],
    [['a', 'b'], 'a; b'],
    [['a; b', 'c'], 'a\\; b; c'],
    [['C:\\', 'x'], 'C:\\\\; x'],
    [['12.5', null], '12.5; '],
    [[null, 'x', null], '; x; '],
  ])('%j is written %j', (entries, cell) => {
    expect(writeListCell(entries)).toBe(cell);
    expect(readListCell(cell)).toEqual(entries);
  });

  test.each<[string, readonly (string | null)[]]>([
    ['a;b', ['a', 'b']],
    ['a;', ['a', null]],
    ['C:\\new', ['C:\\new']],
  ])('%j as somebody may have typed it is read too', (cell, entries) => {
    expect(readListCell(cell)).toEqual(entries);
  });

  test('comes back as it was, whatever its entries are', () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 5 }), (entries) => {
        fc.pre(!(entries.length === 1 && entries[0] === null)); // its length is said by the other columns
        expect(readListCell(writeListCell(entries))).toEqual(entries);
      }),
    );
  });
});

describe('a list in several columns', () => {
  const row = fc.record({ code: hostile, quantity: entry, note: entry });

  test('comes back row by row, where one column is always known', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 5 }), (rows) => {
        const cells = Object.fromEntries(
          (['code', 'quantity', 'note'] as const).map((key) => [key, writeListCell(rows.map((each) => each[key]))]),
        );
        expect(readListRows(cells)).toEqual({ ok: true, value: rows });
      }),
    );
  });

  test('is refused where its columns have different numbers of entries', () => {
    expect(readListRows({ code: 'a; b', quantity: '1; 2; 3', note: '' })).toEqual({
      ok: false,
      problem: { kind: 'uneven-list', counts: { code: 2, quantity: 3 } },
    });
  });

  test('has a column that is always known, but for claims, each of which names a record or a value', () => {
    const without = Object.values(records).flatMap(({ kind, fields }) =>
      Object.entries(fields).flatMap(([name, field]) =>
        field.type === 'list' && !Object.values(field.fields).some(({ isRequired }) => isRequired)
          ? [`${kind}.${name}`]
          : [],
      ),
    );
    expect(without).toEqual(['disagreement.claims']);
  });
});
