import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Field } from './field';
import { recordKinds } from './kinds';
import { records } from './records';
import { readContent } from './schema';

const statement = { sourceSlug: 's', statedBySlug: 'o', obtained: 'found', verification: 'reported' };
const report = { projectSlug: 'p', kind: 'observation', referenceOn: '2026-06-30', ...statement };
const read = (facts: Record<string, unknown>) => readContent(records.progress_report, { ...report, ...facts });
const findingsOf = (facts: Record<string, unknown>) => {
  const result = read(facts);
  return result.ok ? [] : result.problem.map(({ code, path }) => `${code} ${path}`);
};

describe('content', () => {
  test('holds every field of its kind; what is not known is null, never zero', () => {
    const result = read({ physicalProgressPercent: '' });
    if (!result.ok) throw new Error(JSON.stringify(result.problem));
    expect(Object.keys(result.value)).toEqual(Object.keys(records.progress_report.fields));
    expect(result.value.physicalProgressPercent).toBeNull();
  });

  test('has its texts trimmed and in one Unicode form', () => {
    const result = read({ narrative: '  S\u0327us\u0327a ' });
    expect(result).toMatchObject({ ok: true, value: { narrative: 'Şuşa' } });
  });

  test.each([
    [12.345678, 12.3457],
    [0.1 + 0.2, 0.3],
    [0.00001, 0],
  ])('has its numbers to the decimals that the database keeps: %d is %d', (typed, kept) => {
    expect(read({ physicalProgressPercent: typed })).toMatchObject({ value: { physicalProgressPercent: kept } });
  });

  test('has its dates in their one spelling', () => {
    expect(read({ promisedEndOn: '2025-Q1-Q3' })).toMatchObject({ value: { promisedEndOn: '2025-01-01/2025-09-30' } });
  });

  test.each([
    [{ sourceSlug: '' }, 'required sourceSlug'],
    [{ sourceSlug: 'Not an id' }, 'not-an-identifier sourceSlug'],
    [{ referenceOn: 'soon' }, 'not-a-date referenceOn'],
    [{ physicalProgressPercent: 100.1 }, 'out-of-range physicalProgressPercent'],
    [{ physicalProgressPercent: -1 }, 'out-of-range physicalProgressPercent'],
    [{ physicalProgressPercent: '42' }, 'not-a-number physicalProgressPercent'],
    [{ spentMinorUnits: '12.5', currency: 'AZN' }, 'not-an-amount spentMinorUnits'],
    [{ spentMinorUnits: '100' }, 'needs-other currency'],
    [{ status: 'finished' }, 'not-a-choice status'],
    [{ narrative: 'a\u0000b' }, 'not-text narrative'],
    [{ narrative: '\ud800' }, 'not-text narrative'],
    [{ quantities: [{ measure: 'homes', basis: 'planned' }] }, 'required quantities.0.quantity'],
    [{ invented: 1 }, 'unknown-field invented'],
    [{ kind: { not: '' } }, 'not-a-choice kind'],
  ])('with %j is refused: %s', (facts, finding) => {
    expect(findingsOf(facts)).toContain(finding);
  });

  test('reports everything that is wrong at once', () => {
    expect(findingsOf({ sourceSlug: '', referenceOn: 'x', physicalProgressPercent: 200 })).toHaveLength(3);
  });

  test('read twice is the same', () => {
    const once = read({ quantities: [{ measure: 'homes', quantity: 12, basis: 'planned' }], promisedEndOn: '2025-H1' });
    if (!once.ok) throw new Error(JSON.stringify(once.problem));
    expect(readContent(records.progress_report, once.value)).toEqual(once);
  });

  test.each(recordKinds)('of a %s never throws, whatever arrives', (kind) => {
    const fields = fc.dictionary(fc.constantFrom(...Object.keys(records[kind].fields)), fc.jsonValue());
    fc.assert(
      fc.property(fc.oneof(fields, fc.jsonValue()), (raw) => typeof readContent(records[kind], raw).ok === 'boolean'),
    );
  });
});

describe('a figure without a reference date', () => {
  test('is refused when it was found in a page', () => {
    expect(findingsOf({ referenceOn: null })).toEqual(['required referenceOn']);
  });

  test('is let in when it was recalled without a checked page', () => {
    expect(findingsOf({ referenceOn: null, obtained: 'recalled' })).toEqual([]);
  });
});

describe('a resettlement record', () => {
  const count = (facts: Record<string, unknown>) =>
    readContent(records.resettlement, {
      placeSlug: 'p',
      kind: 'return',
      populationGroup: 'returned_idp',
      stage: 'happened',
      counting: 'running_total',
      referenceOn: '2025-12-24',
      personsMethod: 'not_stated',
      ...statement,
      ...facts,
    });

  test('counts families or persons', () => {
    expect(count({})).toMatchObject({ ok: false, problem: [{ code: 'required', path: 'families' }] });
    expect(count({ persons: 12 })).toMatchObject({ ok: true });
  });

  test('has no more families than persons', () => {
    expect(count({ families: 10, persons: 9 })).toMatchObject({ problem: [{ code: 'more-families-than-persons' }] });
  });

  test('says why it was public only where it was: those words are shown', () => {
    expect(count({ persons: 12, publicBecause: 'It stood in a newspaper' })).toMatchObject({
      problem: [{ code: 'needs-other', path: 'alreadyPublic' }],
    });
  });

  test('that is estimated names its factor', () => {
    expect(count({ families: 10, personsMethod: 'estimated' })).toMatchObject({
      problem: [{ path: 'personsPerFamily' }],
    });
  });

  test('whose factor gives another number is asked about, not refused', () => {
    const facts = { families: 100, persons: 700, personsMethod: 'estimated', personsPerFamily: 4 };
    const content = count(facts);
    if (!content.ok) throw new Error(JSON.stringify(content.problem));
    expect(records.resettlement.check(content.value)).toMatchObject([
      { code: 'estimate-differs', severity: 'warning' },
    ]);
  });
});

test('every figure names its source, whose statement it is, how it was obtained and how far it is verified', () => {
  const figures = [
    'progress_report',
    'resettlement',
    'target',
    'readiness',
    'budget_line',
    'condition',
    'context_fact',
    'contract',
  ] as const;
  const needed = figures.map((kind) => {
    const { sourceSlug, statedBySlug, obtained, verification } = records[kind].fields;
    return [sourceSlug, statedBySlug, obtained, verification].map((field: Field | undefined) => field?.isRequired);
  });
  expect(needed).toEqual(figures.map(() => [true, true, true, true]));
});
