import fc from 'fast-check';
import { daysAfter, day, precisions, readDateSpan, writeDateSpan } from '@/domain/calendar';
import type { Content } from '@/domain/record/content';
import type { RecordDefinition } from '@/domain/record/define';
import type { Field, SingleField, TextField } from '@/domain/record/field';
import type { RecordKind } from '@/domain/record/kinds';
import { records } from '@/domain/record/records';
import { readContent } from '@/domain/record/schema';

/** Records of every kind for the tests of import and export: all of Unicode, texts that look like formulas, every kind of unknown. */
export function generatedContent(kind: RecordKind): fc.Arbitrary<Content> {
  const definition = records[kind];
  const fields = Object.entries(definition.fields);
  return fc
    .tuple(fc.tuple(...fields.map(([, field]) => valueOf(field))), fc.shuffledSubarray(fields.map((_, at) => at)))
    .map(([values, order]) => {
      const named = order.map((at) => [fields[at]?.[0] ?? '', values[at]] as const);
      return grow(definition, whole(definition, { ...base[kind] }), [...named, ...named]);
    });
}

/** Takes each value into the record that leaves it valid; twice, as some go only together with others. */
function grow(definition: RecordDefinition, start: Content, values: readonly (readonly [string, unknown])[]): Content {
  return values.reduce<Content>((content, [name, value]) => {
    const grown = readContent(definition, { ...content, [name]: value });
    return grown.ok ? grown.value : content;
  }, start);
}

function whole(definition: RecordDefinition, facts: Readonly<Record<string, unknown>>): Content {
  const raw = Object.fromEntries(Object.keys(definition.fields).map((name) => [name, facts[name] ?? null]));
  const read = readContent(definition, raw);
  if (!read.ok) throw new Error(`The base of ${definition.kind} is not valid: ${JSON.stringify(read.problem)}`);
  return read.value;
}

const statement = {
  sourceSlug: 'a-source',
  statedBySlug: 'an-organisation',
  obtained: 'found',
  verification: 'reported',
};

/** The least that each kind must say. */
const base: Readonly<Record<RecordKind, Readonly<Record<string, unknown>>>> = {
  code: { list: 'measure', code: 'homes', labels: [{ language: 'en', label: 'Homes' }] },
  source: { publisher: 'A ministry', title: 'Bulletin', titleBasis: 'headline' },
  organisation: { name: 'A ministry' },
  place: {
    type: 'village',
    names: [{ language: 'en', name: 'A village', kind: 'official', isMain: true }],
    obtained: 'found',
  },
  programme: { title: 'A programme', ...statement },
  landmark: { title: 'A church', kind: 'church', placeSlug: 'a-village', ...statement },
  project: {
    title: 'A bridge',
    sector: 'infrastructure',
    subsector: 'road',
    places: [{ placeSlug: 'a-village' }],
    status: 'underway',
    ...statement,
  },
  contract: {
    projectSlug: 'a-bridge',
    title: 'Works',
    supplierSlug: 'a-builder',
    procurementMethod: 'open',
    ...statement,
  },
  milestone: { projectSlug: 'a-bridge', title: 'Opening', type: 'opening', plannedOn: '2025', ...statement },
  condition: { landmarkSlug: 'a-church', condition: 'damaged', certainty: 'definite', ...statement },
  context_fact: { category: 'mines', referenceOn: '2025', statement: 'A statement', ...statement },
  budget_line: {
    projectSlug: 'a-bridge',
    kind: 'spent',
    accumulation: 'in_period',
    amountMinorUnits: '1250',
    currency: 'AZN',
    period: '2025',
    ...statement,
  },
  progress_report: { projectSlug: 'a-bridge', kind: 'observation', referenceOn: '2025-06-30', ...statement },
  resettlement: {
    placeSlug: 'a-village',
    kind: 'return',
    populationGroup: 'returned_idp',
    stage: 'happened',
    counting: 'running_total',
    referenceOn: '2025-06',
    families: 40,
    personsMethod: 'counted',
    ...statement,
  },
  target: {
    placeSlug: 'a-village',
    metric: 'families',
    populationGroup: 'returned_idp',
    value: 100,
    dueOn: '2026',
    ...statement,
  },
  readiness: { placeSlug: 'a-village', service: 'water', state: 'ready', referenceOn: '2025', ...statement },
  disagreement: {
    title: 'Two figures',
    nature: 'note',
    claims: [{ recordKind: 'project', recordSlug: 'a-bridge' }],
    explanation: 'Why',
  },
};

const slugs = fc.constantFrom(
  'a-source',
  'an-organisation',
  'a-village',
  'a-bridge',
  'b.2025-q1',
  'x9',
  'returned-idp',
);

function valueOf(field: Field): fc.Arbitrary<unknown> {
  if (field.type !== 'list') return fc.option(singleOf(field), { nil: null, freq: 3 });
  const row = fc.record(
    Object.fromEntries(
      Object.entries(field.fields).map(([name, each]) => [
        name,
        each.isRequired ? singleOf(each) : fc.option(singleOf(each), { nil: null, freq: 2 }),
      ]),
    ),
  );
  return fc.array(row, { maxLength: 4 });
}

function singleOf(field: SingleField): fc.Arbitrary<unknown> {
  switch (field.type) {
    case 'text':
      return textOf(field);
    case 'choice':
      return fc.constantFrom(...field.values);
    case 'code':
      return fc.constantFrom('road', 'homes', 'returned_idp', 'km_2');
    case 'reference':
    case 'record':
      return slugs;
    case 'date':
      return dates;
    case 'number':
      return field.isWhole
        ? fc.integer({ min: field.least, max: Math.min(field.most, 2_000_000_000) })
        : fc
            .oneof(
              fc.double({ min: field.least, max: field.most, noNaN: true }),
              fc.integer({ min: Math.ceil(field.least), max: Math.min(field.most, 99_999) }),
            )
            .map((value) => Number(value.toFixed(4)));
    case 'money':
      return fc.oneof(fc.bigInt({ min: 0n, max: 10n ** 15n }), fc.bigInt({ min: 0n, max: 200n })).map(String);
    case 'yes-no':
      return fc.boolean();
    case 'geometry':
      return geometries;
  }
}

/** What breaks files: formulas, apostrophes before them, separators, quotes, marks, words that look like numbers and dates. */
const hostile = fc.constantFrom(
  '=1+1',
  "'=1+1",
  "''=x",
  '+5',
  '-3',
  '@SUM(A1)',
  "'tis",
  ';',
  '; ',
  'a; b',
  '\\;',
  '\\',
  '"',
  '""',
  ',',
  '1,234',
  '1.234',
  '2025-06',
  'TRUE',
  'null',
  'withheld',
  'Total',
  'Cəmi',
  '#N/A',
  '０',
  '＝1',
  'İstanbul',
  'Şuşa',
  'Շուշի',
  'a\u0301',
  '👩‍👩‍👧',
  '\u200f',
  '%',
);

function textOf({ form, longest }: TextField): fc.Arbitrary<string> {
  switch (form) {
    case 'url':
      return fc.constantFrom('https://example.org/a?b=c;d&e=1', 'http://example.org/%3B', "https://example.org/'x");
    case 'language':
      return fc.constantFrom('az', 'ru', 'hy', 'en', 'sr-Latn');
    case 'currency':
      return fc.constantFrom('AZN', 'JPY', 'KWD', 'USD');
    case 'sha256':
      return fc.constantFrom('a'.repeat(64), '0123456789abcdef'.repeat(4));
    case 'line':
      return words.map((text) => text.replaceAll('\n', ' ').slice(0, Math.min(longest, 60)));
    case 'paragraphs':
      return words.map((text) => text.slice(0, 200));
  }
}

const words = fc
  .array(
    fc.oneof(
      hostile,
      fc.string({ unit: 'binary', maxLength: 6 }),
      fc.string({ unit: 'grapheme', maxLength: 6 }),
      fc.constant('\n'),
    ),
    {
      minLength: 1,
      maxLength: 5,
    },
  )
  // What `readContent` refuses is no content; that a lost letter stands in a text is found and not kept, see field-cell.ts.
  .map((parts) => parts.join('').replace(/[\0-\b\v-\x1f\x7f\ufffd]|\p{Surrogate}/gu, ''));

const dates = fc
  .record({
    start: fc.integer({ min: 0, max: 40_000 }),
    length: fc.integer({ min: 0, max: 900 }),
    precision: fc.constantFrom(...precisions),
  })
  .map(({ start, length, precision }) => {
    const first = daysAfter(day('1950-01-01'), start);
    const last = precision === 'span' ? daysAfter(first, length) : first;
    const read = readDateSpan(writeDateSpan({ first, last, precision }));
    return read.ok ? writeDateSpan(read.value) : first;
  });

const position = fc.tuple(
  fc.double({ min: -180, max: 180, noNaN: true }).map((value) => Number(value.toFixed(5)) + 0),
  fc.double({ min: -90, max: 90, noNaN: true }).map((value) => Number(value.toFixed(5)) + 0),
);
const geometries = fc.oneof(
  position.map((coordinates) => ({ type: 'Point', coordinates })),
  fc.array(position, { minLength: 2, maxLength: 4 }).map((coordinates) => ({ type: 'LineString', coordinates })),
  fc
    .array(position, { minLength: 3, maxLength: 5 })
    .map((ring) => ({ type: 'Polygon', coordinates: [[...ring, ring[0]]] })),
);
