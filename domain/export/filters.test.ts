import { describe, expect, test } from 'vitest';
import { codeLists } from '../record/code-lists';
import { fileName } from './file-name';
import { filterQuery, filtersOf, type KnownCodes, readFilters } from './filters';
import { day } from '../calendar';

const known = {
  ...Object.fromEntries(codeLists.map((list) => [list, []])),
  population_group: ['returned_idp'],
} as unknown as KnownCodes; // every list is a key

const read = (parameters: Record<string, string | string[]>) => readFilters(filtersOf.resettlement, parameters, known);

describe('the filters of a file', () => {
  test('are read by name; an empty one filters nothing', () => {
    expect(read({ kind: 'return', population_group: 'returned_idp', place: '', counting: ' ' })).toEqual({
      ok: true,
      value: { kind: 'return', population_group: 'returned_idp' },
    });
  });

  test.each([
    ['a name that does not exist', { colour: 'red' }, { kind: 'unknown-filter', name: 'colour' }],
    ['a value that does not exist', { kind: 'visit' }, { kind: 'unknown-filter-value', name: 'kind', found: 'visit' }],
    [
      'a code that does not exist',
      { population_group: 'tourists' },
      { kind: 'unknown-filter-value', allowed: ['returned_idp'] },
    ],
    ['what is no identifier', { place: "x' or true --" }, { kind: 'unknown-filter-value', name: 'place' }],
    ['the same filter twice', { kind: ['return', 'departure'] }, { kind: 'unknown-filter-value', name: 'kind' }],
    ['a name that every object has', { constructor: 'x' }, { kind: 'unknown-filter', name: 'constructor' }],
  ])('refuse %s, and name it', (_, parameters, problem) => {
    expect(read(parameters)).toMatchObject({ ok: false, problem });
  });

  test('are written as an address that reads back the same', () => {
    expect(filterQuery({ kind: 'return', place: null, q: 'a & b' })).toBe('?kind=return&q=a+%26+b');
    expect(filterQuery({ kind: null })).toBe('');
  });
});

describe('the name of a file', () => {
  test.each([
    ['projects', { sector: 'housing' }, 'cornerstone-projects-sector-housing-2026-11-22.csv'],
    ['sources', {}, 'cornerstone-sources-2026-11-22.csv'],
    ['places', { q: 'Şuşa "; rm' }, 'cornerstone-places-q-u-a-rm-2026-11-22.csv'],
    ['places', { q: 'Шуша' }, 'cornerstone-places-q-2026-11-22.csv'],
  ] as const)('of %s with %o is %s', (table, filters, name) => {
    expect(fileName(table, filters, day('2026-11-22'))).toBe(name);
  });
});
