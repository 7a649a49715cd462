import { describe, expect, test } from 'vitest';
import { hxlRow, hxlTags, taggedTables } from './hxl';
import { columnsOf } from './tables';

/** Tags under which readers of HXL expect numbers. */
const ofNumbers = /^#(?:affected|population|targeted|reached|inneed|geo\+(?:lat|lon|precision)|indicator\+value\+num)/;

describe.each(taggedTables)('the HXL tags of %s', (table) => {
  const columns = columnsOf(table);
  const row = hxlRow(table, {});

  test('are one row under the header, a cell for each column, and at least one of them a tag', () => {
    expect(row).toHaveLength(columns.length);
    expect(row.some((tag) => tag !== '')).toBe(true);
  });

  test('are well formed, and no two columns have the same', () => {
    const given = row.filter((tag) => tag !== '');
    expect(given.filter((tag) => !/^#[a-z][a-z0-9_]*(?:\+[a-z][a-z0-9_]*)*$/.test(tag))).toEqual([]);
    expect(new Set(given).size).toBe(given.length);
  });

  test('are of numbers over columns of numbers alone, one number a cell', () => {
    const wrong = columns.filter((column, index) => {
      const isNumber = column.type === 'number' || column.type === 'whole number';
      const isList = column.origin === 'field' ? column.list !== null : column.isList;
      return ofNumbers.test(row[index] ?? '') && (!isNumber || isList);
    });
    expect(wrong).toEqual([]);
  });
});

test.each(taggedTables)('every tag of %s stands over a column that there is', (table) => {
  const headers = columnsOf(table).map(({ header }) => header);
  expect(Object.keys(hxlTags[table] ?? {}).filter((header) => !headers.includes(header))).toEqual([]);
});

test('people are tagged as returnees only where nobody else can be in the file', () => {
  const tagOfPersons = (filters: Readonly<Record<string, string>>) =>
    hxlRow('resettlement', filters)[columnsOf('resettlement').findIndex(({ header }) => header === 'persons')];
  expect(tagOfPersons({})).toBe('#affected+ind');
  expect(tagOfPersons({ kind: 'return' })).toBe('#affected+ind');
  expect(tagOfPersons({ kind: 'return', stage: 'happened' })).toBe('#affected+returnees+ind');
  expect(tagOfPersons({ kind: 'departure', stage: 'happened' })).toBe('#affected+ind');
});
