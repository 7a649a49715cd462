import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ColumnSample, type Conventions, findAmbiguities, withAnswers } from './conventions';
import { readDecimalText } from './number-cell';

const numbers = (...found: string[]): ColumnSample[] =>
  found.map((each, at) => ({ what: 'number', rowNumber: at + 2, position: 1, found: each }));
const dates = (...found: string[]): ColumnSample[] =>
  found.map((each, at) => ({ what: 'date', rowNumber: at + 2, position: 2, found: each }));

describe('the conventions of a file', () => {
  test.each([
    [numbers('1,234', '12.5'), { decimal: '.', grouping: ',' }],
    [numbers('1.234', '12,5'), { decimal: ',', grouping: '.' }],
    [numbers('1.234.567'), { decimal: ',', grouping: '.' }],
    [numbers('1.234,5'), { decimal: ',', grouping: '.' }],
    [numbers('1 234,5'), { decimal: ',' }],
    [numbers('0.123'), { decimal: '.' }],
    [numbers('1,234; 12.5'), { decimal: '.', grouping: ',' }],
    [numbers('12', '1 000'), { decimal: '.', grouping: '' }],
    [dates('05.06.2025', '31.12.2025'), { dayOrder: 'day-first' }],
    [dates('05/06/2025', '12/31/25'), { dayOrder: 'month-first' }],
    [dates('25-06-05', '85-06-05'), { dayOrder: 'year-first' }],
    [dates('2025-06-05', '2025/06/05', '06.06.2025'), {}],
  ])('are proven by %j', (samples, proven) => {
    const found = findAmbiguities(samples);
    expect(found.questions).toEqual([]);
    expect(found.conventions).toMatchObject(proven);
  });

  test('are told with the cell that proves them', () => {
    expect(findAmbiguities(numbers('1,234', '12.5')).proofs).toEqual([
      { about: 'decimal', value: '.', rowNumber: 3, position: 1, found: '12.5' },
    ]);
  });

  test('are asked where no cell proves them, with what each answer makes of the cells', () => {
    expect(findAmbiguities([...numbers('1,234'), ...dates('05.06.2025')]).questions).toMatchObject([
      {
        about: 'decimal',
        options: [
          { value: '.', readings: [{ found: '1,234', readAs: '1234', rowNumber: 2 }] },
          { value: ',', readings: [{ found: '1,234', readAs: '1.234' }] },
        ],
      },
      {
        about: 'dayOrder',
        options: [
          { value: 'day-first', readings: [{ readAs: '2025-06-05' }] },
          { value: 'month-first', readings: [{ readAs: '2025-05-06' }] },
        ],
      },
    ]);
  });

  test('are asked where cells contradict each other', () => {
    expect(findAmbiguities(numbers('12.5', '12,5')).questions).toMatchObject([
      { about: 'decimal', isContradiction: true },
    ]);
    expect(findAmbiguities(dates('31.12.2025', '12.31.2025')).questions).toMatchObject([
      { about: 'dayOrder', isContradiction: true },
    ]);
  });

  test('of a file that Cornerstone wrote are its own, and asked when a cell says otherwise', () => {
    const own = { isOwnFile: true };
    expect(findAmbiguities(numbers('1.234'), own)).toMatchObject({
      questions: [],
      conventions: { decimal: '.', grouping: '' },
    });
    expect(findAmbiguities(numbers('1.234', '12,5'), own).questions).toMatchObject([{ about: 'decimal' }]);
  });

  test('ask from when days are counted that are plain numbers', () => {
    expect(findAmbiguities(dates('45000')).questions).toMatchObject([
      {
        about: 'serialDays',
        options: [
          { value: '1900', readings: [{ readAs: '2023-03-15' }] },
          { value: '1904', readings: [{ readAs: '2027-03-16' }] },
        ],
      },
    ]);
  });

  test('are whole with the answers, and not before', () => {
    const found = findAmbiguities([...numbers('1,234'), ...dates('05.06.2025', '45000')]);
    expect(withAnswers(found, { decimal: ',', dayOrder: 'month-first' })).toBeNull();
    expect(withAnswers(found, { decimal: ',', dayOrder: 'year-first', serialDays: '1900' })).toBeNull();
    expect(withAnswers(found, { decimal: ',', dayOrder: 'month-first', serialDays: '1904' })).toEqual({
      decimal: ',',
      grouping: '.',
      dayOrder: 'month-first',
      serialDays: '1904',
    });
  });
});

test('a column written in one convention is read as it was written, or asked about: never otherwise', () => {
  const column = fc.array(fc.tuple(fc.nat(9_999_999), fc.stringMatching(/^\d{0,4}$/)), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(
      column,
      fc.constantFrom<[Conventions['decimal'], string]>(['.', ','], [',', '.'], ['.', ''], [',', '']),
      (values, [mark, group]) => {
        const written = values.map(([whole, fraction]) => {
          const grouped = String(whole).replace(/(?<=\d)(?=(?:\d{3})+$)/g, group);
          return fraction ? `${grouped}${mark}${fraction}` : grouped;
        });
        const found = findAmbiguities(numbers(...written));
        const conventions = withAnswers(found, { decimal: mark });
        const read = written.map((text) => conventions && readDecimalText(text, conventions));
        const meant = values.map(([whole, fraction]) => (fraction ? `${whole}.${fraction}` : String(whole)));
        // A contradiction of its own making: 1.234 with decimals beside 1,234 with groups cannot be told from another office's.
        expect(read.map((each) => (each?.ok ? each.value.decimal : null))).toEqual(meant);
      },
    ),
  );
});
