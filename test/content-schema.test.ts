import Ajv2020 from 'ajv/dist/2020';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Field, SingleField } from '@/domain/record/field';
import { recordKinds, type RecordKind } from '@/domain/record/kinds';
import { records } from '@/domain/record/records';
import { readContent } from '@/domain/record/schema';
import { contentSchema } from '@/domain/api/content-schema';

const ajv = new Ajv2020({ strict: true, strictTuples: false, allErrors: true });
const schemas = new Map(
  recordKinds.map((kind) => [
    kind,
    ajv.compile(contentSchema(records[kind], `https://record.example.org/${kind}`, kind, noWords)),
  ]),
);
function noWords() {
  return { title: '', description: '' };
}
const holds = (kind: RecordKind, content: unknown) => schemas.get(kind)?.(content) === true;

/** Values as people and programs send them: many that hold, many that nearly do. */
const texts = fc.oneof(
  fc.constantFrom(
    'a',
    'two words',
    ' spaced ',
    '',
    ' ',
    'a\nb',
    'a\tb',
    'a\u0000b',
    'ə',
    'A',
    'AZN',
    'az',
    'a'.repeat(301),
  ),
  fc.constantFrom(
    'https://a.example/x',
    'http://b',
    'ftp://c',
    'https://a b',
    'a'.repeat(64),
    'Şuşa',
    '\u00a0',
    '\ud800',
  ),
  fc.string({ unit: 'grapheme' }),
);
const dates = fc.constantFrom(
  '2026',
  '2026-06',
  '2026-06-30',
  '2026-H1',
  '2026-Q4',
  '2025/2026-06',
  '0000',
  '2026-13',
  '2026-6',
  'soon',
  '2026-Q5',
  '2026-06-31',
  '2026/2025',
);
const numbers = fc.oneof(
  fc.integer({ min: -5, max: 120 }),
  fc.double({ noNaN: true }),
  fc.constantFrom(1e12, 0.00001, -0),
);
const points = fc.array(fc.integer({ min: -200, max: 200 }), { minLength: 1, maxLength: 3 });
const geometries = fc.record({
  type: fc.constantFrom('Point', 'LineString', 'Polygon', 'MultiPoint', 'MultiPolygon', 'Circle'),
  coordinates: fc.oneof(
    points,
    fc.array(points, { maxLength: 5 }),
    fc.array(fc.array(points, { maxLength: 5 }), { maxLength: 2 }),
  ),
});

function likely(field: SingleField): fc.Arbitrary<unknown> {
  switch (field.type) {
    case 'text':
      return texts;
    case 'choice':
      return fc.constantFrom(...field.values, 'nothing');
    case 'date':
      return dates;
    case 'number':
      return numbers;
    case 'money':
      return fc.constantFrom('0', '100', '01', '1.5', '-1', '9'.repeat(18), '9'.repeat(19));
    case 'yes-no':
      return fc.boolean();
    case 'geometry':
      return geometries;
    default:
      return fc.constantFrom('a', 'a-b.c', 'a_b', 'A', 'a--b', 'a'.repeat(161), '1');
  }
}

const valueOf = (field: Field): fc.Arbitrary<unknown> => {
  const known: fc.Arbitrary<unknown> =
    field.type === 'list' ? fc.array(contentOf(field.fields), { maxLength: 2 }) : likely(field);
  return fc.oneof({ arbitrary: known, weight: 12 }, { arbitrary: fc.constantFrom(null, 1, 'x', [], {}), weight: 1 });
};

const contentOf = (fields: Readonly<Record<string, Field>>): fc.Arbitrary<Record<string, unknown>> =>
  fc.record(Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, valueOf(field)])), {
    requiredKeys: Object.entries(fields).flatMap(([name, { isRequired }]) => (isRequired ? [name] : [])),
  });

/** What no schema can say: what holds between fields, which days there are, and lengths as JavaScript counts them. */
const beyondSchemas = new Set(['not-a-date', 'too-long']);

describe.each(recordKinds)('the schema of a %s', (kind) => {
  const { fields } = records[kind];
  const fieldsAlone = { ...records[kind], check: () => [] };

  test('takes what the record takes', () => {
    fc.assert(
      fc.property(contentOf(fields), (raw) => {
        const read = readContent(records[kind], raw);
        return !read.ok || holds(kind, read.value);
      }),
      { numRuns: 60 },
    );
  });

  test('refuses what the record refuses, field by field', () => {
    const whole = example(kind);
    expect(readContent(records[kind], whole)).toMatchObject({ ok: true });
    expect(holds(kind, whole)).toBe(true);
    for (const [name, field] of Object.entries(fields)) {
      fc.assert(
        fc.property(valueOf(field), (value) => {
          const raw = { ...whole, [name]: value };
          const read = readContent(fieldsAlone, raw);
          const ofFields = read.ok ? [] : read.problem.filter(({ code }) => !beyondSchemas.has(code));
          return ofFields.length === 0 || !holds(kind, raw);
        }),
        { numRuns: 40 },
      );
    }
  });

  test('knows no other fields, and what is required is there', () => {
    const whole = example(kind);
    expect(holds(kind, { ...whole, invented: 1 })).toBe(false);
    for (const [name, { isRequired }] of Object.entries(fields)) {
      const { [name]: _, ...rest } = whole;
      if (isRequired) expect([name, holds(kind, rest)]).toEqual([name, false]);
    }
  });
});

/** A record that holds, found among generated ones that fit. */
function example(kind: RecordKind): Record<string, unknown> {
  const fitting = fc.record(
    Object.fromEntries(Object.entries(records[kind].fields).map(([name, field]) => [name, fitted(field)])),
  );
  for (const raw of fc.sample(fitting, { numRuns: 5000, seed: 1 })) {
    const read = readContent(records[kind], raw);
    if (read.ok) return read.value as Record<string, unknown>;
  }
  throw new Error(`No ${kind} was found that holds.`);
}

function fitted(field: Field): fc.Arbitrary<unknown> {
  if (field.type !== 'list') return field.isRequired ? fitting(field) : fc.oneof(fc.constant(null), fitting(field));
  const row = fc.record(Object.fromEntries(Object.entries(field.fields).map(([name, each]) => [name, fitting(each)])));
  return fc.array(row, { minLength: field.isRequired ? 1 : 0, maxLength: 1 });
}

function fitting(field: SingleField): fc.Arbitrary<unknown> {
  switch (field.type) {
    case 'text': {
      const of = {
        line: 'A text',
        paragraphs: 'A text\nand more',
        url: 'https://a.example',
        language: 'en',
        currency: 'AZN',
        sha256: 'a'.repeat(64),
      };
      return fc.constant(of[field.form]);
    }
    case 'choice':
      return fc.constantFrom(...field.values);
    case 'date':
      return fc.constantFrom('2020', '2021-06');
    case 'number':
      return fc.constant(Math.max(field.least, Math.min(field.most, 1)));
    case 'money':
      return fc.constant('100');
    case 'yes-no':
      return fc.boolean();
    case 'geometry':
      return fc.constant({ type: 'Point', coordinates: [46, 39] });
    default:
      return fc.constantFrom('a', 'b');
  }
}
