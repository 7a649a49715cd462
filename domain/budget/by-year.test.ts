import { describe, expect, test } from 'vitest';
import { readDateSpan } from '../calendar';
import { type Amount, amountsByYear } from './by-year';

function anAmount(period: string, facts: Partial<Amount> = {}): Amount {
  const span = readDateSpan(period);
  if (!span.ok) throw new Error(period);
  return { kind: 'spent', accumulation: 'in_period', minorUnits: 100n, currency: 'AZN', period: span.value, ...facts };
}

describe('amounts by year', () => {
  test('stand side by side by kind', () => {
    const years = amountsByYear([anAmount('2022'), anAmount('2022', { kind: 'draft', minorUnits: 90n })], 'AZN');
    expect(years).toMatchObject([
      { year: '2022', amounts: { spent: { minorUnits: 100n }, draft: { minorUnits: 90n } }, rivals: [] },
    ]);
  });

  test.each([
    ['a half year', anAmount('2022-H1')],
    ['several years', anAmount('2022/2026')],
    ['a cumulative amount', anAmount('2022', { accumulation: 'cumulative' })],
    ['another currency', anAmount('2022', { currency: 'USD' })],
  ])('leave out %s', (_, amount) => {
    expect(amountsByYear([amount], 'AZN')).toEqual([]);
  });

  test('keep a second claim for the same year and kind beside the first, and add nothing', () => {
    const [year] = amountsByYear([anAmount('2022'), anAmount('2022', { minorUnits: 120n })], 'AZN');
    expect(year?.amounts.spent?.minorUnits).toBe(120n);
    expect(year?.rivals).toMatchObject([{ minorUnits: 100n }]);
  });
});
