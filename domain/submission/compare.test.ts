import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonical, compareContents } from './compare';

describe('comparing two contents', () => {
  test('shows each field that differs, before and after', () => {
    expect(compareContents(['a', 'b', 'c'], { a: 1, b: 'x', c: null }, { a: 2, b: 'x', c: 'new' })).toEqual([
      { field: 'a', before: 1, after: 2 },
      { field: 'c', before: null, after: 'new' },
    ]);
  });

  test('of a new record shows every field it knows, and zero is known', () => {
    expect(compareContents(['a', 'b', 'c'], null, { a: 0, b: null, c: [] })).toEqual([
      { field: 'a', before: null, after: 0 },
    ]);
  });
});

describe('the changes between two contents', () => {
  const fields = ['a', 'b', 'c', 'd'];
  const cell = fc.oneof(fc.constant(null), fc.boolean(), fc.integer(), fc.string());
  const row = fc.record({ measure: fc.string(), quantity: cell });
  const content = fc.record({ a: cell, b: cell, c: cell, d: fc.array(row, { maxLength: 3 }) });

  test('applied to what was before, give what came after', () => {
    fc.assert(
      fc.property(fc.option(content), content, (before, after) => {
        const changed = Object.fromEntries(
          compareContents(fields, before, after).map((each) => [each.field, each.after]),
        );
        const nothing = { a: null, b: null, c: null, d: [] };
        expect({ ...(before ?? nothing), ...changed }).toEqual(after);
      }),
    );
  });

  test('turned round, give what was before', () => {
    fc.assert(
      fc.property(content, content, (before, after) => {
        const back = compareContents(fields, after, before).map(({ field, before: is, after: was }) => ({
          field,
          before: was,
          after: is,
        }));
        expect(back).toEqual(compareContents(fields, before, after));
      }),
    );
  });

  test('are none where nothing changed', () => {
    fc.assert(
      fc.property(content, (one) => {
        expect(compareContents(fields, one, one)).toEqual([]);
      }),
    );
  });
});

describe('the canonical text', () => {
  test('does not depend on the order of keys', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const reversed = Object.fromEntries(Object.entries(value).reverse());
        expect(canonical(reversed)).toBe(canonical(value));
      }),
    );
  });

  test('reads back as what it stands for', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        expect(JSON.parse(canonical(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});
