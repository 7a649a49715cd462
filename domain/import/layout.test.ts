import { describe, expect, test } from 'vitest';
import type { FileCell, SheetRow } from './cell';
import { findLayout, leftOutBecause } from './layout';
import { guessMapping } from './mapping';
import { widthFindings } from './width';

const sheet = (...rows: readonly (readonly FileCell[])[]): SheetRow[] =>
  rows.map((cells, at) => ({ rowNumber: at + 1, cells }));

const number = (value: number): FileCell => ({ kind: 'number', value, shownAs: 'number', asDay: null });

/** What becomes of each row. */
function fates(rows: readonly SheetRow[], chosen: number | null = null) {
  const layout = findLayout('resettlement', rows, chosen);
  const { mapping } = guessMapping('resettlement', layout);
  return rows.map((row) => leftOutBecause(layout, mapping, row) ?? 'record');
}

const office = sheet(
  ['Qayıdış haqqında məlumat', '', ''],
  ['', '', ''],
  ['01.09.2025', '', ''],
  ['Yer', 'Ailə', 'Nəfər'],
  ['Ağalı', number(133), number(649)],
  ['', '', ''],
  ['Yer', 'Ailə', 'Nəfər'],
  ['Zabux', number(20), number(90)],
  ['Cəmi', number(153), number(739)],
);

describe('a table of an office', () => {
  test('is found below its titles; empty rows, repeated headers and totals are no records', () => {
    expect(fates(office)).toEqual([
      'before-header',
      'before-header',
      'before-header',
      'header',
      'record',
      'blank',
      'repeated-header',
      'record',
      'total',
    ]);
    expect(findLayout('resettlement', office)).toMatchObject({
      headerRow: 4,
      headers: ['Yer', 'Ailə', 'Nəfər'],
      tagRow: null,
    });
  });

  test('may have HXL tags below the header, after an empty row too', () => {
    const rows = sheet(['Place', 'Families'], [], ['#loc+name', '#affected+hh'], ['Aghaly', '133']);
    expect(fates(rows)).toEqual(['header', 'blank', 'tags', 'record']);
    expect(findLayout('resettlement', rows).tags).toEqual(['#loc+name', '#affected+hh']);
  });

  test('may have HXL tags and no other header', () => {
    const rows = sheet(['Report'], ['#loc+name', '#affected+hh'], ['Aghaly', '133']);
    expect(fates(rows)).toEqual(['before-header', 'header', 'record']);
    expect(guessMapping('resettlement', findLayout('resettlement', rows)).mapping).toEqual(['place_slug', 'families']);
  });

  test.each(['Total', 'TOTAL:', 'Cəmi', 'Итого', 'Всего:', 'Ընդամենը', 'Yekun'])('ends with %s', (word) => {
    expect(fates(sheet(['Place', 'Families', 'Persons'], ['', word, '5'])).at(-1)).toBe('total');
  });

  test('has records whose text only begins as a total does, and those that name their identifier', () => {
    expect(fates(sheet(['Place', 'Families'], ['Total Bridge', '5'])).at(-1)).toBe('record');
    expect(fates(sheet(['slug', 'place_slug', 'note'], ['a-record', 'Total', 'x'])).at(-1)).toBe('record');
  });

  test('in unknown words begins with its first wide row of words', () => {
    const rows = sheet(['Report'], ['foo', 'bar', 'baz'], ['a', '1', '2']);
    expect(findLayout('resettlement', rows).headerRow).toBe(2);
  });

  test('begins where a person says', () => {
    expect(fates(office, 7).slice(0, 8)).toEqual([...Array(6).fill('before-header'), 'header', 'record']);
  });

  test('that is empty has no header', () => {
    expect(findLayout('resettlement', sheet([], ['']))).toMatchObject({ headerRow: null });
    expect(findLayout('resettlement', [])).toMatchObject({ headerRow: null, headers: [] });
  });
});

describe('a row of a CSV', () => {
  const layout = findLayout('resettlement', sheet(['Place', 'Families', 'Note']));
  test.each([
    [['a', '1', 'x'], 'csv', []],
    [['a', '1'], 'csv', ['too-few-cells']],
    [['a', '1', 'x', 'y'], 'csv', ['too-many-cells']],
    [['a', '1', 'x', '', ''], 'csv', []],
    [['a'], 'xlsx', []],
    [['a', '1', 'x', 'beside the table'], 'xlsx', []],
  ] as const)('%j in a %s has findings %j', (cells, format, codes) => {
    expect(widthFindings(layout, { rowNumber: 2, cells }, format).map(({ code }) => code)).toEqual(codes);
  });
});
