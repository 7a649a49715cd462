import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contract } from '../record/contract';
import { progressReport } from '../record/progress-report';
import { records } from '../record/records';
import type { SingleField } from '../record/field';
import { rawFromValues, valuesFromContent, withoutEmptyRows } from './form-values';

describe('what was typed', () => {
  test('is known as null where nothing was typed', () => {
    expect(rawFromValues(progressReport, {}).raw).toMatchObject({
      referenceOn: null,
      physicalProgressPercent: null,
      quantities: [],
    });
  });

  test('is kept as typed where it cannot be read, and shown again', () => {
    const { raw } = rawFromValues(progressReport, { physicalProgressPercent: 'about half' });
    expect(raw.physicalProgressPercent).toBe('about half');
    expect(valuesFromContent(progressReport, raw).physicalProgressPercent).toBe('about half');
  });

  test('is asked about where a number may mean two things', () => {
    expect(rawFromValues(progressReport, { 'quantities.0.quantity': '1,234' }).findings).toEqual([
      {
        code: 'ambiguous-number',
        severity: 'error',
        path: 'quantities.0.quantity',
        words: { found: '1,234', whole: '1234', decimal: '1.234' },
      },
    ]);
  });

  test('loses the rows in which nothing is typed, and only those', () => {
    const values = { 'quantities.0.measure': '', 'quantities.1.measure': 'road', 'quantities.3.quantity': '4' };
    expect(rawFromValues(progressReport, values).raw.quantities).toMatchObject([{ measure: 'road' }, { quantity: 4 }]);
    expect(withoutEmptyRows(progressReport, values)).toMatchObject({
      'quantities.0.measure': 'road',
      'quantities.1.quantity': '4',
    });
  });

  test('in money is whole units of its currency', () => {
    expect(rawFromValues(contract, { valueMinorUnits: '1 250 000.5', currency: 'AZN' }).raw.valueMinorUnits).toBe(
      '125000050',
    );
    expect(rawFromValues(contract, { valueMinorUnits: '1250000', currency: 'JPY' }).raw.valueMinorUnits).toBe(
      '1250000',
    );
  });
});

test.each(Object.values(records).map((definition) => [definition.kind, definition] as const))(
  'a %s goes into its form and comes out the same',
  (_kind, definition) => {
    const content = fc.record(
      Object.fromEntries(
        Object.entries(definition.fields).map(([name, field]) => [
          name,
          field.type === 'list'
            ? fc.array(
                fc.record(Object.fromEntries(Object.entries(field.fields).map(([key, each]) => [key, known(each)]))),
                { maxLength: 3 },
              )
            : name === 'currency'
              ? fc.constantFrom('AZN', 'JPY', 'KWD', null)
              : fc.oneof(fc.constant(null), known(field)),
        ]),
      ),
    );
    fc.assert(
      fc.property(content, (given) => {
        expect(rawFromValues(definition, valuesFromContent(definition, given)).raw).toEqual(given);
      }),
    );
  },
);

/** Some value of a field, as content holds it. */
function known(field: SingleField): fc.Arbitrary<unknown> {
  switch (field.type) {
    case 'number':
      return field.isWhole ? fc.integer() : fc.integer().map((value) => value / 10_000);
    case 'money':
      return fc.bigInt({ min: 0n, max: 10n ** 18n - 1n }).map(String);
    case 'yes-no':
      return fc.boolean();
    case 'geometry':
      return fc.constant({ type: 'Point', coordinates: [46.7, 39.8] });
    case 'choice':
      return fc.constantFrom(...field.values);
    default:
      return fc.string({ minLength: 1 }).filter((text) => text.trim() !== '' && !text.includes('\r'));
  }
}
