import { expect, test } from 'vitest';
import messages from '@/messages/en.json';
import { expectedKeys, readingCodes, type RowFinding } from './finding';
import { fileRefusals } from './file-refused';
import { delimiters, encodings } from './file-questions';
import { groupFindings } from './group-findings';
import { leftOutReasons } from './layout';

const finding = (facts: Partial<RowFinding> = {}): RowFinding => ({
  code: 'not-a-number',
  from: 'reading',
  severity: 'error',
  column: 'families',
  position: 1,
  path: 'families',
  found: 'many',
  expected: { key: 'whole-number', words: {} },
  words: {},
  ...facts,
});

test('findings that are alike are one group, with the first rows and what was found most', () => {
  const rows = Array.from({ length: 2500 }, (_, at) => ({
    ...finding({ found: at % 5 === 0 ? `n${at}` : 'many' }),
    rowNumber: at + 2,
  }));
  const [group, other, ...more] = groupFindings([
    ...rows,
    { ...finding({ column: 'persons', position: 2 }), rowNumber: 7 },
  ]);
  expect(more).toEqual([]);
  expect(group).toMatchObject({ column: 'families', rows: 2500, differentFound: 501 });
  expect(group?.examples.map(({ rowNumber }) => rowNumber)).toEqual([2, 3, 4, 5, 6]);
  expect(group?.found[0]).toEqual({ text: 'many', rows: 2000 });
  expect(other).toMatchObject({ column: 'persons', rows: 1 });
});

test('what must be mended stands before what must be answered for; a row with two of a kind counts once', () => {
  const groups = groupFindings([
    { ...finding({ severity: 'warning', code: 'estimate-differs', from: 'record' }), rowNumber: 2 },
    { ...finding({ severity: 'warning', code: 'estimate-differs', from: 'record' }), rowNumber: 3 },
    { ...finding(), rowNumber: 4 },
    { ...finding({ found: 'few' }), rowNumber: 4 },
  ]);
  expect(groups.map(({ severity, rows }) => [severity, rows])).toEqual([
    ['error', 1],
    ['warning', 2],
  ]);
});

test('each thing that reading may say has its words', () => {
  const { reading } = messages.import;
  expect(Object.keys(reading.finding).sort()).toEqual([...readingCodes].sort());
  expect(Object.keys(reading.expected).sort()).toEqual([...expectedKeys].sort());
  expect(Object.keys(reading.refused).sort()).toEqual([...fileRefusals].sort());
  expect(Object.keys(reading.leftOut).sort()).toEqual([...leftOutReasons].sort());
  expect(Object.keys(reading.answer.encoding)).toEqual([...encodings]);
  expect(Object.keys(reading.answer.delimiter)).toHaveLength(delimiters.length);
});
