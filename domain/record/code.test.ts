import { expect, test } from 'vitest';
import { records } from './records';
import { readContent } from './schema';

const findings = (facts: Record<string, unknown>) => {
  const read = readContent(records.code, {
    code: 'population',
    labels: [{ language: 'en', label: 'Population' }],
    ...facts,
  });
  return read.ok ? [] : read.problem.map(({ code, path }) => `${code} ${path}`);
};

test('a fact category says beside which figures its facts are shown; no other code does', () => {
  expect(findings({ list: 'fact_category', showsWith: 'residents' })).toEqual([]);
  expect(findings({ list: 'fact_category', showsWith: null })).toEqual([]);
  expect(findings({ list: 'measure', showsWith: 'residents' })).toEqual(['not-both showsWith']);
  expect(findings({ list: 'fact_category', showsWith: 'budget' })).toEqual(['not-a-choice showsWith']);
});
