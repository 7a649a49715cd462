import { describe, expect, test } from 'vitest';
import { csvCells } from '@/test/exported-row';
import { columnsOf } from '../export/tables';
import type { Content } from '../record/content';
import { records } from '../record/records';
import { readContent } from '../record/schema';
import type { FileCell } from './cell';
import { ownConventions } from './conventions';
import { knownFrom } from './known';
import { guessMapping } from './mapping';
import { identifyRow, type Published, type RowReader, readRow } from './read-row';
import type { RecordTable } from './targets';
import { sectors } from '../vocabulary';

const known = knownFrom({
  choices: [{ values: sectors, labels: { housing: ['Housing', 'Mənzil', 'Жильё'] } }],
  codes: [
    { list: 'population_group', code: 'returned_idp', labels: ['Returned displaced persons', 'Qayıdanlar'] },
    { list: 'measure', code: 'homes', labels: ['Homes'] },
    { list: 'measure', code: 'flats', labels: ['Homes'] },
  ],
  records: [
    { kind: 'place', slug: 'agdam', names: ['Ağdam', 'Агдам', 'Aghdam'] },
    { kind: 'place', slug: 'baku-1', names: ['Zabux'] },
    { kind: 'place', slug: 'baku-2', names: ['Zabux'] },
    { kind: 'source', slug: 'a-source', names: ['Bulletin 6', 'https://example.org/6'] },
  ],
});

const statement = { sourceSlug: 'a-source', statedBySlug: 'a-ministry', obtained: 'found', verification: 'reported' };

function contentOf(
  kind: 'resettlement' | 'project' | 'contract' | 'progress_report',
  facts: Record<string, unknown>,
): Content {
  const raw = {
    ...Object.fromEntries(Object.keys(records[kind].fields).map((name) => [name, null])),
    ...statement,
    ...facts,
  };
  const read = readContent(records[kind], raw);
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  return read.value;
}

const count = contentOf('resettlement', {
  placeSlug: 'agdam',
  kind: 'return',
  populationGroup: 'returned_idp',
  stage: 'happened',
  counting: 'running_total',
  referenceOn: '2025-06',
  families: 3,
  persons: 12,
  personsMethod: 'estimated',
  personsPerFamily: 4,
  breakdown: [
    { sex: 'female', ageFrom: null, ageTo: null, persons: 7 },
    { sex: 'male', ageFrom: 18, ageTo: null, persons: 5 },
  ],
  note: 'Three families',
});

const project = contentOf('project', {
  title: 'A bridge',
  sector: 'infrastructure',
  subsector: 'road',
  places: [{ placeSlug: 'agdam' }],
  parties: [
    { organisationSlug: 'a-builder', role: 'contractor' },
    { organisationSlug: 'a-ministry', role: 'client' },
  ],
  measures: [{ measure: 'homes', plannedQuantity: 12, qualifier: 'about', unitAsStated: 'houses' }],
  status: 'underway',
  baselineEndOn: '2025-06',
});

const readerOf = (table: RecordTable, headers: readonly string[]): RowReader => ({
  table,
  mapping: guessMapping(table, { headers }).mapping,
  conventions: ownConventions,
  known,
  isGuarded: true,
  ownScheme: null,
});

/** Reads a row of a few columns over what is published. */
function readCells(table: RecordTable, cells: Readonly<Record<string, FileCell>>, published: Published | null) {
  return readRow(readerOf(table, Object.keys(cells)), Object.values(cells), published);
}

/** The row of an exported file with some of its cells changed. */
function readExported(table: RecordTable, content: Content, edits: Readonly<Record<string, FileCell>>, version = 1) {
  const headers = columnsOf(table).map(({ header }) => header);
  const cells = csvCells(table, { slug: 'a-record', version: 1, content });
  const edited = headers.map((header, at) => edits[header] ?? cells[at] ?? '');
  return readRow(readerOf(table, headers), edited, { version, content });
}

const changesOf = (read: ReturnType<typeof readRow>) =>
  read.ok ? read.value.changes.map(({ field, after }) => [field, after]) : read.problem.map(({ code }) => code);
const codesOf = (read: ReturnType<typeof readRow>) => (read.ok ? [] : read.problem.map(({ code }) => code));

describe('a row', () => {
  test('leaves the fields without a column as they are published, and makes a blank cell unknown', () => {
    const read = readCells(
      'resettlement',
      { slug: 'a-record', families: '4', note: '' },
      { version: 1, content: count },
    );
    expect(read).toMatchObject({ ok: true, value: { touched: ['families', 'note'], blanked: ['note'] } });
    expect(changesOf(read)).toEqual([
      ['families', 4],
      ['note', null],
    ]);
  });

  test('of a new record knows only what it brings', () => {
    const cells = {
      place: 'Агдам',
      kind: 'return',
      group: 'Qayıdanlar',
      stage: 'happened',
      counting: 'single_group',
      date: '2025',
      families: '40',
      persons_method: 'counted',
      source: 'https://example.org/6',
      stated_by: 'a-ministry',
      obtained: 'found',
      verification: 'reported',
    };
    const read = readCells('resettlement', cells, null);
    expect(read).toMatchObject({
      ok: true,
      value: {
        identity: { slug: null, ownIdentifier: null, fromVersion: null },
        content: {
          placeSlug: 'agdam',
          populationGroup: 'returned_idp',
          sourceSlug: 'a-source',
          persons: null,
          breakdown: [],
        },
      },
    });
  });

  test('tells every mistake at once, with its column, what was found and what was expected', () => {
    const read = readCells(
      'resettlement',
      { note: 'x', families: 'many', place_slug: 'Zabux', reference_on: '32.13.2025' },
      { version: 1, content: count },
    );
    expect(read.ok ? [] : read.problem).toMatchObject([
      {
        code: 'several-so-called',
        column: 'place_slug',
        position: 2,
        found: 'Zabux',
        words: { choices: 'baku-1, baku-2' },
      },
      { code: 'impossible-day', column: 'reference_on', position: 3, expected: { key: 'date' } },
      {
        code: 'not-a-number',
        column: 'families',
        position: 1,
        found: 'many',
        expected: { key: 'whole-number', words: { least: '0' } },
      },
    ]);
  });

  test('tells what the record does not allow at the column that mends it', () => {
    const read = readCells('resettlement', { families: '40' }, { version: 1, content: count });
    expect(read.ok ? [] : read.problem).toMatchObject([
      { code: 'more-families-than-persons', from: 'record', column: 'persons', position: null },
    ]);
  });

  test.each<[string, FileCell, string]>([
    ['a code that is none', 'Nobody', 'unknown-code'],
    ['a label of two codes', 'Homes', 'unknown-code'],
    ['a formula that failed', { kind: 'error', text: '#REF!' }, 'formula-error'],
    ['letters that were lost', 'Qay\ufffdd', 'replaced-characters'],
  ])('with %s is refused', (_, cell, code) => {
    expect(codesOf(readCells('resettlement', { population_group: cell }, { version: 1, content: count }))).toEqual([
      code,
    ]);
  });

  test.each<[string, Record<string, FileCell>, string[]]>([
    ['percent where none belongs', { families: '3%' }, ['percent-here']],
    ['the word that stands for a withheld count', { families: 'withheld' }, ['withheld-word']],
    [
      'a date where words belong',
      { event: { kind: 'day', day: '2025-01-02' as never, shownAs: 'day' } },
      ['became-a-date'],
    ],
    ['half a person', { persons: '12.5' }, ['not-whole']],
    ['a source that is not known', { source: 'Bulletin 7' }, ['unknown-name']],
    ['an address that is nearly that of a source', { source_url: 'https://example.org:6' }, ['unknown-name']],
    ['a choice that is none', { kind: 'Rückkehr' }, ['not-a-choice']],
  ])('with %s is refused', (_, cells, codes) => {
    expect(codesOf(readCells('resettlement', cells, { version: 1, content: count }))).toEqual(codes);
  });

  test('takes a percentage in every form', () => {
    const report = contentOf('progress_report', { projectSlug: 'a-bridge', kind: 'observation', referenceOn: '2025' });
    const percents = [
      '42.5',
      '42.5%',
      '42.5 %',
      { kind: 'number', value: 0.425, shownAs: 'percent', asDay: null } as const,
    ].map((cell) =>
      changesOf(readCells('progress', { physical_progress_percent: cell }, { version: 1, content: report })),
    );
    expect(percents).toEqual(Array(4).fill([['physicalProgressPercent', 42.5]]));
  });

  test('takes yes and no in four languages and as a spreadsheet has them', () => {
    const answers = [
      'yes',
      'Bəli',
      'ДА',
      'այո',
      { kind: 'yes-no', value: true } as const,
      'no',
      'xeyr',
      'нет',
      'ոչ',
      'maybe',
    ].map((cell) =>
      changesOf(readCells('projects', { title_is_official_name: cell }, { version: 1, content: project })),
    );
    expect(answers).toEqual([
      ...Array(5).fill([['titleIsOfficialName', true]]),
      ...Array(4).fill([['titleIsOfficialName', false]]),
      ['not-yes-or-no'],
    ]);
  });

  test.each([
    ['POINT(46.75 39.99)', { type: 'Point', coordinates: [46.75, 39.99] }],
    [
      'LINESTRING (46 39, 47 40)',
      {
        type: 'LineString',
        coordinates: [
          [46, 39],
          [47, 40],
        ],
      },
    ],
    [
      'MULTIPOINT ((46 39), (47 40))',
      {
        type: 'MultiPoint',
        coordinates: [
          [46, 39],
          [47, 40],
        ],
      },
    ],
    [
      'POLYGON((0 0, 1 0, 1 1, 0 0))',
      {
        type: 'Polygon',
        coordinates: [
          [
            [0, 0],
            [1, 0],
            [1, 1],
            [0, 0],
          ],
        ],
      },
    ],
    ['{"type":"Point","coordinates":[46.75,39.99]}', { type: 'Point', coordinates: [46.75, 39.99] }],
  ])('takes the geometry %s', (cell, geometry) => {
    expect(changesOf(readCells('projects', { geometry: cell }, { version: 1, content: project }))).toEqual([
      ['geometry', geometry],
    ]);
  });

  test.each(['here', '{"type":', 'POINT(200 95)', 'CIRCLE(1 2)', '{"type":"Point"}'])(
    'refuses the geometry %s',
    (cell) => {
      expect(codesOf(readCells('projects', { geometry: cell }, { version: 1, content: project }))).toEqual([
        'not-a-geometry',
      ]);
    },
  );
});

describe('an amount', () => {
  const contract = contentOf('contract', {
    projectSlug: 'a-bridge',
    title: 'Works',
    supplierSlug: 'a-builder',
    procurementMethod: 'open',
    valueMinorUnits: '125050',
    currency: 'AZN',
  });
  const published = { version: 1, content: contract };

  test.each<[Record<string, FileCell>, unknown[]]>([
    [{ value: '1250.5' }, []],
    [{ value: '1250.51' }, [['valueMinorUnits', '125051']]],
    [
      { value: { kind: 'number', value: 99999999999.99, shownAs: 'number', asDay: null } },
      [['valueMinorUnits', '9999999999999']],
    ],
    [
      { value: '1250.5', currency: 'KWD' },
      [
        ['valueMinorUnits', '1250500'],
        ['currency', 'KWD'],
      ],
    ],
    [
      { value: '1250', currency: 'JPY' },
      [
        ['valueMinorUnits', '1250'],
        ['currency', 'JPY'],
      ],
    ],
    [{ value: '12.345' }, ['too-many-decimals']],
    [{ value: '-5' }, ['not-an-amount']],
    [{ value: '5 %' }, ['not-an-amount']],
    [{ value: { kind: 'number', value: 1e15, shownAs: 'number', asDay: null } }, ['rounded-number']],
    [{ currency: 'USD' }, [['currency', 'USD']]],
    [{ currency: 'JPY' }, ['amount-not-brought']],
  ])('%j becomes %j', (cells, changes) => {
    expect(changesOf(readCells('contracts', cells, published))).toEqual(changes);
  });
});

describe('the columns of a date', () => {
  test.each<[string, Record<string, FileCell>, unknown[]]>([
    ['nothing', {}, []],
    ['the date alone', { baseline_end_on: '2025-07' }, [['baselineEndOn', '2025-07']]],
    [
      'all of its columns',
      {
        baseline_end_on: '2025-07-01',
        baseline_end_on_first: '2025-07-01',
        baseline_end_on_last: '2025-07-01',
        baseline_end_on_precision: 'day',
      },
      [['baselineEndOn', '2025-07-01']],
    ],
    [
      'the days alone, as a whole',
      { baseline_end_on_first: '2025-07-01', baseline_end_on_last: '2025-07-31' },
      [['baselineEndOn', '2025-07']],
    ],
    ['one day of two', { baseline_end_on_first: '2025-05-01' }, ['date-parts-disagree']],
    [
      'the date and its days differently',
      { baseline_end_on: '2025-07', baseline_end_on_first: '2025-08-01', baseline_end_on_last: '2025-08-31' },
      ['date-parts-disagree'],
    ],
    ['a month into its first day, as spreadsheets do', { baseline_end_on: '2025-06-01' }, ['month-or-day']],
    ['a month as a spreadsheet shows it', { baseline_end_on: 'Jun-25' }, []],
    [
      'nothing but emptiness',
      { baseline_end_on: '', baseline_end_on_first: '', baseline_end_on_last: '', baseline_end_on_precision: '' },
      [['baselineEndOn', null]],
    ],
    ['the date to nothing', { baseline_end_on: '' }, [['baselineEndOn', null]]],
  ])('that change %s', (_, edits, changes) => {
    expect(changesOf(readExported('projects', project, edits))).toEqual(changes);
  });

  test('may be the days alone', () => {
    const cells = { baseline_end_on_first: '2025-01-01', baseline_end_on_last: '2025-03-15' };
    expect(changesOf(readCells('projects', cells, { version: 1, content: project }))).toEqual([
      ['baselineEndOn', '2025-01-01/2025-03-15'],
    ]);
    const same = { baseline_end_on_first: '2025-06-01', baseline_end_on_last: '2025-06-30' };
    expect(changesOf(readCells('projects', same, { version: 1, content: project }))).toEqual([]);
  });
});

describe('a list', () => {
  const published = { version: 1, content: project };
  test.each<[Record<string, FileCell>, unknown[]]>([
    [{ parties_organisation_slug: 'a-builder; a-ministry', parties_role: 'contractor; client' }, []],
    [{ parties_organisation_slug: 'a-builder;a-ministry', parties_role: 'contractor;client' }, []],
    [{ parties_organisation_slug: 'a-builder; a-ministry' }, []],
    [{ parties_role: 'contractor; funder' }, ['required']],
    [
      { parties_organisation_slug: 'a-ministry; a-builder' },
      [
        [
          'parties',
          [
            { organisationSlug: 'a-ministry', role: 'client' },
            { organisationSlug: 'a-builder', role: 'contractor' },
          ],
        ],
      ],
    ],
    [
      { parties_organisation_slug: 'a-builder; a-ministry; other', parties_role: 'contractor; client' },
      ['entries-differ', 'entries-differ'],
    ],
    [{ parties_organisation_slug: '', parties_role: '' }, [['parties', []]]],
    [
      {
        measures_measure: 'homes',
        measures_planned_quantity: { kind: 'number', value: 12, shownAs: 'number', asDay: null },
      },
      [],
    ],
    [{ measures_measure: 'homes', measures_planned_quantity: '1.5.2' }, ['not-a-number']],
    [{ places_place_slug: 'Ağdam' }, []],
    [{ places_place_name: 'Aghdam' }, []],
    [{ places_place_slug: '' }, ['required']],
  ])('brought as %j becomes %j', (cells, changes) => {
    expect(changesOf(readCells('projects', cells, published))).toEqual(changes);
  });

  test('tells which entry is wrong', () => {
    const read = readCells('projects', { places_place_slug: 'agdam; Zabux' }, published);
    expect(read.ok ? [] : read.problem).toMatchObject([
      { code: 'several-so-called', found: 'Zabux', words: { entry: '2' }, path: 'places.1.placeSlug' },
    ]);
  });
});

describe('a count that the public file withholds', () => {
  const withheld = {
    families: '',
    persons: '',
    persons_per_family: '',
    note: '',
    families_status: 'withheld',
    persons_status: 'withheld',
    breakdown_persons: '; ',
    breakdown_status: 'withheld',
  };

  test('stays as it is published, with its factor, its note and its parts', () => {
    const read = readExported('resettlement', count, withheld);
    expect(changesOf(read)).toEqual([]);
    expect(read).toMatchObject({
      ok: true,
      value: { keptWithheld: ['families', 'persons', 'personsPerFamily', 'breakdown', 'note'], blanked: [] },
    });
  });

  test('changes where the cell is filled in', () => {
    expect(changesOf(readExported('resettlement', count, { ...withheld, persons: '13' }))).toEqual([['persons', 13]]);
    expect(changesOf(readExported('resettlement', count, { ...withheld, breakdown_persons: '7; 6' }))).toEqual([
      [
        'breakdown',
        [
          { sex: 'female', ageFrom: null, ageTo: null, persons: 7 },
          { sex: 'male', ageFrom: 18, ageTo: null, persons: 6 },
        ],
      ],
    ]);
  });

  test('is lost to nobody who changes the parts it belongs to', () => {
    expect(codesOf(readExported('resettlement', count, { ...withheld, breakdown_sex: 'male; female' }))).toEqual([
      'withheld-entry',
    ]);
    expect(
      codesOf(
        readExported('resettlement', count, {
          ...withheld,
          breakdown_sex: 'female',
          breakdown_age_from: '',
          breakdown_age_to: '',
          breakdown_persons: '',
        }),
      ),
    ).toEqual([]);
  });

  test('is not known where nothing says that it is withheld', () => {
    expect(changesOf(readExported('resettlement', count, { persons: '', breakdown_persons: '7; 5' }))).toEqual([
      ['persons', null],
    ]);
  });
});

describe('which record a row is', () => {
  test('is said by the public identifier, and the version that the row was written from', () => {
    expect(identifyRow(readerOf('projects', ['slug', 'version']), ['a-bridge', '3'])).toEqual({
      ok: true,
      value: { slug: 'a-bridge', ownIdentifier: null, fromVersion: 3 },
    });
  });

  test('is said by the publisher’s own identifier within its scheme, of the row or of the whole file', () => {
    const reader = readerOf('projects', ['identifier', 'scheme']);
    expect(identifyRow(reader, [' Q-17  b', 'AZ-DSX'])).toMatchObject({
      value: { ownIdentifier: { scheme: 'AZ-DSX', identifier: 'Q-17 b' } },
    });
    expect(identifyRow({ ...reader, ownScheme: 'Register' }, ['17', ''])).toMatchObject({
      value: { ownIdentifier: { scheme: 'Register' } },
    });
    expect(identifyRow(reader, ['17', ''])).toMatchObject({
      ok: false,
      problem: [{ code: 'identifier-without-scheme', position: 0 }],
    });
  });

  test('is refused when the identifier has not the form of one', () => {
    expect(identifyRow(readerOf('projects', ['slug']), ['A Bridge'])).toMatchObject({
      ok: false,
      problem: [{ code: 'not-an-identifier' }],
    });
  });

  test('of an older version is refused where it would take back what was published since, and not where it changes nothing', () => {
    expect(codesOf(readExported('projects', project, { title: 'Another' }, 2))).toEqual(['older-version']);
    expect(changesOf(readExported('projects', project, {}, 2))).toEqual([]);
  });
});

describe('a text', () => {
  const guarded = { ...project, title: '=1+1' };
  test.each([
    [true, "'=1+1", []],
    [false, '=1+1', []],
    [false, "'=1+1", []],
    [true, '=1+1', []],
    [true, "'=2", [['title', '=2']]],
    [false, "'=2", [['title', "'=2"]]],
    [true, "'tis", [['title', "'tis"]]],
  ])('guarded %s and written %j changes %j', (isGuarded, cell, changes) => {
    const reader = { ...readerOf('projects', ['title']), isGuarded };
    expect(changesOf(readRow(reader, [cell], { version: 1, content: guarded }))).toEqual(changes);
  });
});
