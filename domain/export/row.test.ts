import { expect, test } from 'vitest';
import { columnsOf, tableNames } from './tables';
import { rowParts, tableRow, tableRowSchema } from './row';

test.each(tableNames)('a row of %s has every column of its file once', (table) => {
  const headers = rowParts(table).flatMap((part) =>
    part.kind === 'single' ? [part.key] : part.parts.map(({ key }) => `${part.key}_${key}`),
  );
  expect([...headers].sort()).toEqual(
    columnsOf(table)
      .map(({ header }) => header)
      .sort(),
  );
  const keys = rowParts(table).map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
});

test.each(tableNames)(
  'the schema of %s names what it requires, and its columns fit into the names of PostgreSQL',
  (table) => {
    const schema = tableRowSchema(table, ({ header }) => `The meaning of ${header}`);
    expect(schema).toMatchObject({
      type: 'object',
      additionalProperties: false,
      required: rowParts(table).map(({ key }) => key),
    });
    expect(columnsOf(table).filter(({ header }) => header.length > 63)).toEqual([]);
  },
);

test('a row holds codes, exact amounts, numbers, yes or no and null, and nothing besides', () => {
  const budget = tableRow('budget');
  const blank = Object.fromEntries(
    rowParts('budget').map(({ key, kind }) => [key, kind === 'list' ? [] : null] as const),
  );
  const row = { ...blank, slug: 'a', version: 1, published_at: '2026-11-22T10:00:00.000Z', amount: '1234567890123.45' };
  expect(budget.safeParse(row).success).toBe(true);
  expect(budget.safeParse({ ...row, period: '2021-H1', period_first: '2021-01-01' }).success).toBe(true);
  expect(budget.safeParse({ ...row, amount: 12 }).success).toBe(false);
  expect(budget.safeParse({ ...row, kind: 'a gift' }).success).toBe(false);
  expect(budget.safeParse({ ...row, slug: null }).success).toBe(false);
  expect(budget.safeParse({ ...row, unheard_of: 1 }).success).toBe(false);
});
