import { describe, expect, test } from 'vitest';
import messages from '@/messages/en.json';
import { recordKinds } from '../record/kinds';
import { columnsOf, kindOfTable, tableNames } from './tables';

describe('the columns of the tables', () => {
  test('cover every kind of record', () => {
    expect(Object.values(kindOfTable).sort()).toEqual([...recordKinds].sort());
  });

  test.each(tableNames)('of %s have one header each, in snake case', (table) => {
    const headers = columnsOf(table).map(({ header }) => header);
    expect(new Set(headers).size).toBe(headers.length);
    expect(headers.filter((header) => !/^[a-z][a-z0-9_]*$/.test(header))).toEqual([]);
  });

  test.each(tableNames)('of %s are each defined in words, with a unit that has words', (table) => {
    const undefinedHere = columnsOf(table)
      .filter(({ meaning, unit }) => !has(meaning) || (unit !== null && !has(`columns.unit.${unit}`)))
      .map(({ header, meaning, unit }) => `${header}: ${meaning}, ${unit}`);
    expect(undefinedHere).toEqual([]);
  });

  test('give a code with its label, a date with its days, a source with its address', () => {
    const headers = columnsOf('budget').map(({ header }) => header);
    expect(headers).toEqual(
      expect.arrayContaining([
        'kind',
        'kind_label',
        'amount',
        'currency',
        'period',
        'period_first',
        'period_last',
        'period_precision',
        'source_slug',
        'source_url',
        'stated_by_name',
        'verification',
      ]),
    );
  });
});

function has(key: string): boolean {
  let found: unknown = messages;
  for (const part of key.split('.'))
    found = found !== null && typeof found === 'object' ? Reflect.get(found, part) : undefined;
  return typeof found === 'string';
}
