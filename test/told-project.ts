import fc from 'fast-check';
import { type DateSpan, day, precisions, type Precision, readDateSpan } from '@/domain/calendar';
import type {
  MeasureWords,
  Named,
  ToldContract,
  ToldMilestone,
  ToldMoney,
  ToldPlace,
  ToldProject,
  ToldReport,
  ToldRival,
  ToldSource,
  ToldStatement,
} from '@/domain/oc4ids/told';
import type { Geometry } from '@/domain/record/content';
import * as vocabulary from '@/domain/vocabulary';

/** @throws {Error} for a text that is no date. */
export function aDate(written: string): DateSpan {
  const read = readDateSpan(written);
  if (!read.ok) throw new Error(`Not a date: ${written}`);
  return read.value;
}

const named = (slug: string): Named => ({ slug, name: `The ${slug}` });

export const aToldSource = (slug = 'a-bulletin', facts: Partial<ToldSource> = {}): ToldSource => ({
  slug,
  title: 'Bulletin 6',
  publisher: 'Ministry',
  url: null,
  publishedOn: null,
  language: null,
  isRecalled: false,
  ...facts,
});

const aStatement: ToldStatement = {
  statedBy: named('a-ministry'),
  reportedBy: null,
  obtained: 'found',
  verification: 'reported',
  verifiedBy: null,
  note: null,
  source: aToldSource(),
};

const publishedAt = '2026-06-30T09:00:00.000Z';

/** A project of which nothing is known that need not be. */
export const aToldProject = (facts: Partial<ToldProject> = {}): ToldProject => ({
  slug: 'a-bridge',
  version: 1,
  publishedAt,
  title: 'A bridge',
  titleIsOfficialName: false,
  description: null,
  sector: 'infrastructure',
  subsector: { code: 'bridge', label: 'Bridge', standard: 'transport.road' },
  programme: null,
  landmark: null,
  whole: null,
  partWeight: null,
  parts: [],
  places: [],
  geometry: null,
  parties: [],
  measures: [],
  status: 'underway',
  statusAsStated: null,
  statusOn: null,
  isOnHold: false,
  onHoldReason: null,
  inUseNote: null,
  baselineStartOn: null,
  baselineEndOn: null,
  baselineReason: null,
  forecastEndOn: null,
  actualStartOn: null,
  actualEndOn: null,
  confidence: null,
  tier: null,
  statement: aStatement,
  furtherSources: [],
  reports: [],
  money: [],
  contracts: [],
  milestones: [],
  evidence: [],
  disagreements: [],
  ...facts,
});

export const aToldReport = (slug: string, facts: Partial<ToldReport> = {}): ToldReport => ({
  slug,
  publishedAt,
  kind: 'observation',
  referenceOn: aDate('2026-06-30'),
  percent: null,
  quantities: [],
  spentMinorUnits: null,
  currency: null,
  status: null,
  promisedEndOn: null,
  narrative: null,
  rivals: [],
  statement: aStatement,
  ...facts,
});

export const aToldLine = (slug: string, facts: Partial<ToldMoney> = {}): ToldMoney => ({
  slug,
  publishedAt,
  kind: 'approved',
  kindAsStated: null,
  accumulation: 'in_period',
  minorUnits: '125000050',
  currency: 'AZN',
  qualifier: null,
  period: aDate('2025'),
  place: null,
  rivals: [],
  statement: aStatement,
  ...facts,
});

export const aToldContract = (facts: Partial<ToldContract> = {}): ToldContract => ({
  slug: 'works',
  publishedAt,
  title: 'Works',
  supplier: named('a-builder'),
  buyer: null,
  procurementMethod: 'open',
  minorUnits: '1000',
  currency: 'AZN',
  signedOn: null,
  startsOn: aDate('2022-02'),
  endsOn: aDate('2023-12-31'),
  amendments: [],
  changes: [],
  statement: aStatement,
  ...facts,
});

export const aToldMilestone = (facts: Partial<ToldMilestone> = {}): ToldMilestone => ({
  slug: 'a-bridge-opening',
  publishedAt,
  title: 'Opening',
  type: 'opening',
  plannedOn: null,
  forecastOn: null,
  actualOn: null,
  statement: aStatement,
  ...facts,
});

const slug = fc.stringMatching(/^[a-z0-9]{1,8}(?:[-.][a-z0-9]{1,5}){0,2}$/);
/** Text of any script, with quotes, line ends and what a spreadsheet would run. */
const text = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
  fc.constantFrom('=1+1', '"', "a\n'b", '\\u0000', '<b>', 'Şuşa, Шуша, Շուշի'),
);
const orNull = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: null });
const instant = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
  .map((moment) => moment.toISOString());

const writtenDate: Readonly<Record<Precision, fc.Arbitrary<string>>> = (() => {
  const year = fc.integer({ min: 1, max: 9999 }).map((number) => String(number).padStart(4, '0'));
  const month = fc.integer({ min: 1, max: 12 }).map((number) => String(number).padStart(2, '0'));
  const dayOfMonth = fc.integer({ min: 1, max: 28 }).map((number) => String(number).padStart(2, '0'));
  const whole = fc.tuple(year, month, dayOfMonth).map((parts) => parts.join('-'));
  return {
    day: whole,
    month: fc.tuple(year, month).map((parts) => parts.join('-')),
    quarter: fc.tuple(year, fc.constantFrom('Q1', 'Q2', 'Q3', 'Q4')).map((parts) => parts.join('-')),
    half: fc.tuple(year, fc.constantFrom('H1', 'H2')).map((parts) => parts.join('-')),
    year,
    span: fc.tuple(whole, whole).map((ends) => ends.toSorted().join('/')),
  };
})();
const date = fc.constantFrom(...precisions).chain((precision) => writtenDate[precision].map(aDate));

const someone = fc.record({ slug, name: text });
const source = fc.record({
  slug,
  title: text,
  publisher: text,
  url: orNull(
    fc.oneof(
      fc.webUrl({ withQueryParameters: true, withFragments: true }),
      fc.constantFrom(
        'https://example.org/şuşa?q=[1]|{2}',
        'https://пример.example/a%zz#a#b',
        'http://example.org/"x" y',
      ),
    ),
  ),
  publishedOn: orNull(date),
  language: orNull(fc.constantFrom('az', 'sr-Latn')),
  isRecalled: fc.boolean(),
});
const statement = fc.record({
  statedBy: someone,
  reportedBy: orNull(text),
  obtained: fc.constantFrom(...vocabulary.obtainments),
  verification: fc.constantFrom(...vocabulary.verifications),
  verifiedBy: orNull(someone),
  note: orNull(text),
  source: orNull(source),
});
const code = fc.record({
  code: fc.oneof(fc.stringMatching(/^[a-z]{1,6}(?:_[a-z]{1,4})?$/), text),
  label: text,
  standard: orNull(fc.constantFrom('transport.road', 'education', 'supplier', 'publicAuthority')),
});
const minorUnits = fc.bigInt({ min: 0n, max: 9_223_372_036_854_775_807n }).map(String);
/** Two digits, none and three, one that is no longer used, and what nobody uses. */
const currency = fc.constantFrom('AZN', 'USD', 'JPY', 'KWD', 'IQD', 'AZM', 'QQQ');
const quantity = fc.oneof(fc.integer({ min: 0 }), fc.double({ min: 0, max: 1e12, noNaN: true }));
const measureWords: { readonly [Name in keyof MeasureWords]: fc.Arbitrary<MeasureWords[Name]> } = {
  measure: fc.oneof(fc.constantFrom('homes', 'families_housed', 'physical_progress', 'Km'), text),
  label: text,
  meaning: orNull(text),
  unit: orNull(fc.constantFrom('km', 'm²', 'homes', 'million m³')),
  unitAsStated: orNull(text),
  qualifier: orNull(fc.constantFrom(...vocabulary.qualifiers)),
};
const rivals: fc.Arbitrary<readonly ToldRival[]> = fc.array(
  fc.record({
    disagreement: slug,
    field: orNull(fc.constantFrom(...vocabulary.claimFields)),
    isPreferred: fc.boolean(),
    reason: orNull(text),
  }),
  { maxLength: 2 },
);
const longitude = fc.double({ min: -180, max: 180, noNaN: true });
const latitude = fc.double({ min: -90, max: 90, noNaN: true });
const geometry: fc.Arbitrary<Geometry> = fc.oneof(
  fc.tuple(longitude, latitude).map((coordinates) => ({ type: 'Point' as const, coordinates })),
  fc
    .array(fc.tuple(longitude, latitude), { minLength: 2, maxLength: 4 })
    .map((coordinates) => ({ type: 'LineString' as const, coordinates })),
  fc
    .array(fc.tuple(longitude, latitude), { minLength: 3, maxLength: 4 })
    .map((points) => ({ type: 'Polygon' as const, coordinates: [[...points, points[0]]] })),
);
const place: fc.Arbitrary<ToldPlace> = fc
  .record({
    slug,
    name: text,
    type: orNull(fc.constantFrom(...vocabulary.placeTypes)),
    within: orNull(someone),
    point: orNull(fc.tuple(longitude, latitude)),
    pointPrecisionKm: orNull(quantity),
    names: fc.array(
      fc.record({
        language: fc.constantFrom('az', 'hy'),
        name: text,
        kind: fc.constantFrom(...vocabulary.nameKinds),
        isMain: orNull(fc.boolean()),
      }),
      { maxLength: 2 },
    ),
  })
  .map(({ point, ...rest }) => ({ ...rest, longitude: point?.[0] ?? null, latitude: point?.[1] ?? null }));

/** Records of one kind have one identifier each. */
const listOf = <Item extends { readonly slug: string }>(item: fc.Arbitrary<Item>) =>
  fc.uniqueArray(item, { maxLength: 3, selector: ({ slug: id }) => id });

/** Every kind of null, status, precision, money and currency, with as little order as the record allows. */
export const anyToldProject: fc.Arbitrary<ToldProject> = fc.record({
  slug,
  version: fc.integer({ min: 1 }),
  publishedAt: instant,
  title: text,
  titleIsOfficialName: fc.boolean(),
  description: orNull(text),
  sector: fc.constantFrom(...vocabulary.sectors),
  subsector: code,
  programme: orNull(someone),
  landmark: orNull(someone),
  whole: orNull(someone),
  partWeight: orNull(quantity),
  parts: listOf(someone),
  places: listOf(place),
  geometry: orNull(geometry),
  // One body may have several roles.
  parties: fc.array(fc.record({ slug, name: text, role: code }), { maxLength: 3 }),
  measures: fc.uniqueArray(fc.record({ ...measureWords, planned: orNull(quantity) }), {
    maxLength: 3,
    selector: ({ measure }) => measure,
  }),
  status: fc.constantFrom(...vocabulary.projectStatuses),
  statusAsStated: orNull(text),
  statusOn: orNull(date),
  isOnHold: fc.boolean(),
  onHoldReason: orNull(text),
  inUseNote: orNull(text),
  baselineStartOn: orNull(date),
  baselineEndOn: orNull(date),
  baselineReason: orNull(text),
  forecastEndOn: orNull(date),
  actualStartOn: orNull(date),
  actualEndOn: orNull(date),
  confidence: orNull(fc.constantFrom(...vocabulary.confidences)),
  tier: orNull(fc.constantFrom(1, 2)),
  statement,
  furtherSources: fc.array(source, { maxLength: 2 }),
  reports: listOf(
    fc.record({
      slug,
      publishedAt: instant,
      kind: fc.constantFrom(...vocabulary.reportKinds),
      referenceOn: orNull(date),
      percent: orNull(fc.integer({ min: 0, max: 100 })),
      quantities: fc.uniqueArray(
        fc.record({ ...measureWords, quantity, basis: fc.constantFrom(...vocabulary.quantityBases) }),
        { maxLength: 2, selector: ({ measure }) => measure },
      ),
      spentMinorUnits: orNull(minorUnits),
      currency: orNull(currency),
      status: orNull(fc.constantFrom(...vocabulary.projectStatuses)),
      promisedEndOn: orNull(date),
      narrative: orNull(text),
      rivals,
      statement,
    }),
  ),
  money: listOf(
    fc.record({
      slug,
      publishedAt: instant,
      kind: fc.constantFrom(...vocabulary.moneyKinds),
      kindAsStated: orNull(text),
      accumulation: fc.constantFrom(...vocabulary.accumulations),
      minorUnits,
      currency,
      qualifier: orNull(fc.constantFrom(...vocabulary.qualifiers)),
      period: orNull(date),
      place: orNull(someone),
      rivals,
      statement,
    }),
  ),
  contracts: listOf(
    fc.record({
      slug,
      publishedAt: instant,
      title: text,
      supplier: someone,
      buyer: orNull(someone),
      procurementMethod: fc.constantFrom(...vocabulary.procurementMethods),
      minorUnits: orNull(minorUnits),
      currency: orNull(currency),
      signedOn: orNull(date),
      startsOn: orNull(date),
      endsOn: orNull(date),
      amendments: fc.array(
        fc.record({
          amendedOn: date,
          reason: text,
          newValueMinorUnits: orNull(minorUnits),
          newEndsOn: orNull(date),
        }),
        { maxLength: 2 },
      ),
      changes: fc.uniqueArray(
        fc.record({
          version: fc.integer({ min: 2, max: 9 }),
          publishedAt: instant,
          reasonKind: fc.constantFrom(...vocabulary.reasonKinds),
          reason: orNull(text),
          oldMinorUnits: orNull(minorUnits),
          newMinorUnits: orNull(minorUnits),
          oldCurrency: orNull(currency),
          newCurrency: orNull(currency),
          oldStartsOn: orNull(date),
          newStartsOn: orNull(date),
          oldEndsOn: orNull(date),
          newEndsOn: orNull(date),
          isToldByAmendments: fc.boolean(),
        }),
        { maxLength: 2, selector: ({ version }) => version },
      ),
      statement,
    }),
  ),
  milestones: listOf(
    fc.record({
      slug,
      publishedAt: instant,
      title: text,
      type: fc.constantFrom(...vocabulary.milestoneTypes),
      plannedOn: orNull(date),
      forecastOn: orNull(date),
      actualOn: orNull(date),
      statement,
    }),
  ),
  evidence: fc.array(
    fc.record({
      hash: fc.constantFrom('a'.repeat(64), 'b'.repeat(64)),
      caption: text,
      takenOn: orNull(date),
      isPhoto: fc.boolean(),
      source: slug,
    }),
    { maxLength: 3 },
  ),
  disagreements: listOf(
    fc.record({
      slug,
      title: text,
      nature: fc.constantFrom(...vocabulary.disagreementNatures),
      explanation: text,
      preferredReason: orNull(text),
      claims: fc.array(
        fc.record({
          kind: orNull(fc.constantFrom(...vocabulary.claimKinds)),
          slug: orNull(slug),
          field: orNull(fc.constantFrom(...vocabulary.claimFields)),
          value: orNull(text),
          isPreferred: fc.boolean(),
          statedBy: orNull(someone),
          source: orNull(source),
        }),
        { maxLength: 2 },
      ),
      statements: fc.array(fc.record({ statedBy: someone, statement: text, source: orNull(source) }), {
        maxLength: 2,
      }),
    }),
  ),
});

/** A project of which everything is known that can be: what the mapping is held to. */
export function everythingTold(): ToldProject {
  const on = aDate('2024-05-10');
  const wholeStatement: ToldStatement = {
    ...aStatement,
    reportedBy: 'An agency',
    verification: 'verified',
    verifiedBy: named('an-auditor'),
    note: 'A note',
    source: aToldSource('a-sixth-bulletin', {
      url: 'https://example.org/6',
      publishedOn: on,
      language: 'en',
      isRecalled: true,
    }),
  };
  const measure: MeasureWords = {
    measure: 'road_length',
    label: 'Road',
    meaning: 'Length of road',
    unit: 'km',
    unitAsStated: 'km of road',
    qualifier: 'about',
  };
  const rival: ToldRival = {
    disagreement: 'how-long',
    field: 'quantities',
    isPreferred: true,
    reason: 'Measured',
  };
  return aToldProject({
    titleIsOfficialName: true,
    description: 'A bridge of stone',
    programme: named('a-programme'),
    landmark: named('a-church'),
    whole: named('a-road'),
    partWeight: 2,
    parts: [named('a-pier')],
    places: [
      {
        ...named('a-village'),
        type: 'village',
        within: named('a-district'),
        latitude: 39.9,
        longitude: 46.7,
        pointPrecisionKm: 1,
        names: [{ language: 'az', name: 'Bir kənd', kind: 'official', isMain: true }],
      },
    ],
    geometry: { type: 'Point', coordinates: [46.75, 39.75] },
    parties: [{ ...named('an-owner'), role: { code: 'owner', label: 'Owner', standard: 'publicAuthority' } }],
    measures: [
      { ...measure, planned: 12 },
      { ...measure, measure: 'homes', planned: null },
    ],
    statusAsStated: 'being built',
    statusOn: on,
    isOnHold: true,
    onHoldReason: 'Water is short',
    inUseNote: 'Open to light vehicles',
    baselineStartOn: aDate('2021'),
    baselineEndOn: aDate('2023-H1'),
    baselineReason: 'Moved by the ministry',
    forecastEndOn: aDate('2024-Q2'),
    actualStartOn: aDate('2021-03'),
    actualEndOn: on,
    confidence: 'high',
    tier: 1,
    statement: wholeStatement,
    furtherSources: [aToldSource('another')],
    reports: [
      aToldReport('a-bridge-2024', {
        percent: 80,
        quantities: [{ ...measure, quantity: 9, basis: 'total_to_date' }],
        spentMinorUnits: '5000',
        currency: 'AZN',
        status: 'underway',
        promisedEndOn: aDate('2024-12'),
        narrative: 'Piers stand',
        rivals: [rival],
        statement: wholeStatement,
      }),
    ],
    money: [
      aToldLine('approved', {
        accumulation: 'cumulative',
        kindAsStated: 'allocated',
        qualifier: 'about',
        place: named('a-village'),
        statement: wholeStatement,
      }),
      aToldLine('spent', { kind: 'spent' }),
    ],
    contracts: [
      aToldContract({
        buyer: named('an-owner'),
        signedOn: aDate('2022-01-15'),
        amendments: [
          {
            amendedOn: aDate('2023-02-01'),
            reason: 'More stone',
            newValueMinorUnits: '1200',
            newEndsOn: aDate('2024-06'),
          },
        ],
        statement: wholeStatement,
      }),
    ],
    milestones: [
      aToldMilestone({
        plannedOn: aDate('2023-06'),
        forecastOn: aDate('2024-03'),
        actualOn: on,
        statement: wholeStatement,
      }),
    ],
    evidence: [{ hash: 'a'.repeat(64), caption: 'The piers', takenOn: on, isPhoto: true, source: 'a-sixth-bulletin' }],
    disagreements: [
      {
        slug: 'how-long',
        title: 'How long is it?',
        nature: 'rival_claims',
        explanation: 'Two lengths',
        preferredReason: 'Measured',
        claims: [
          {
            kind: 'progress_report',
            slug: 'a-bridge-2024',
            field: 'quantities',
            value: '9',
            isPreferred: true,
            statedBy: named('a-ministry'),
            source: aToldSource(),
          },
        ],
        statements: [{ statedBy: named('a-newspaper'), statement: 'It is longer', source: aToldSource('a-paper') }],
      },
    ],
  });
}

/** The day on which the packages of tests are made. */
export const theDay = day('2026-11-28');
