import { describe, expect, test } from 'vitest';
import messages from '@/messages/en.json';
import { hxlTags } from '../export/hxl';
import { columnsOf, kindOfTable } from '../export/tables';
import { fold } from './fold';
import { az } from './header-words/az';
import { en } from './header-words/en';
import { hy } from './header-words/hy';
import { ru } from './header-words/ru';
import { conventionColumns, guessMapping, layoutKey } from './mapping';
import { type RecordTable, type Target, targetsOf } from './targets';

const tables = Object.keys(kindOfTable) as RecordTable[]; // its keys are those tables
const languages = { en, az, ru, hy };

const targets = (table: RecordTable, headers: readonly string[]) =>
  guessMapping(table, { headers }).columns.map(({ target }) => target);

describe('the columns of a file', () => {
  test.each(tables)('of %s that Cornerstone wrote are each known', (table) => {
    const headers = columnsOf(table).map(({ header }) => header);
    const guess = guessMapping(table, { headers });
    expect(guess).toMatchObject({ isOwnFile: true, missing: [], mapping: headers });
  });

  test.each([
    ['Place', 'Families', 'Persons', 'As of', 'Source'],
    ['Yaşayış məntəqəsi', 'Ailə sayı', 'Nəfər', 'Tarix', 'Mənbə'],
    ['Населённый пункт', 'Число семей', 'Человек', 'Отчетная дата', 'Источник'],
    ['Բնակավայր', 'Ընտանիքների թիվը', 'Անձանց թիվը', 'Հաշվետու ամսաթիվ', 'Աղբյուր'],
    [' PLACE ', 'FAMILIES:', 'persons (number)', 'Reference  date', 'Source.'],
  ])('%s, %s, %s, %s, %s are recognised by their words', (...headers) => {
    expect(targets('resettlement', headers)).toEqual([
      'place_slug',
      'families',
      'persons',
      'reference_on',
      'source_slug',
    ]);
  });

  test('mean what they mean in the table: a project is named in its own, and refers in another', () => {
    expect(targets('projects', ['Layihənin adı'])).toEqual(['title']);
    expect(targets('progress', ['Layihənin adı', 'İcra %'])).toEqual(['project_slug', 'physical_progress_percent']);
  });

  test('are recognised by HXL tags, in whatever order their attributes stand', () => {
    const guess = guessMapping('resettlement', {
      headers: ['a', 'b', 'c', 'd', 'e'],
      tags: ['#loc +name', '#affected+returnees+hh', '#affected +ind +returnees', '#date+reported', '#meta+source'],
    });
    expect(guess.mapping).toEqual(['place_slug', 'families', 'persons', null, 'source_slug']);
    expect(guess.columns.map(({ recognisedBy }) => recognisedBy)).toEqual(['tag', 'tag', 'tag', null, 'tag']);
  });

  test.each(Object.entries(hxlTags).filter(([table]) => table in kindOfTable))(
    'of %s are recognised by the tags under which they are given away',
    (table, tags) => {
      const given = Object.entries(tags);
      // Filtered by that just above.
      const guess = guessMapping(table as RecordTable, {
        headers: given.map(() => ''),
        tags: given.map(([, tag]) => tag),
      });
      expect(guess.mapping).toEqual(given.map(([header]) => header));
    },
  );

  test('of people of one sex or age are not taken for all of them', () => {
    const tags = ['#affected+returnees+f+adults', '#affected+children+returnees'];
    expect(guessMapping('resettlement', { headers: ['x', 'y'], tags }).mapping).toEqual([null, null]);
  });

  test('are what a person said of them before', () => {
    const remembered = { [layoutKey('Sütun 1')]: 'families', [layoutKey('Nəfər')]: null };
    const guess = guessMapping('resettlement', { headers: ['SÜTUN 1', 'Nəfər'], remembered });
    expect(guess.mapping).toEqual(['families', null]);
  });

  test('are taken once: of two that look alike the surer one, and the other is said to be a repeat', () => {
    const { columns } = guessMapping('resettlement', { headers: ['Ailə', 'families', 'Families'] });
    expect(columns.map(({ target, isRepeat }) => [target, isRepeat])).toEqual([
      [null, true],
      ['families', false],
      [null, true],
    ]);
  });

  test('in thousands or millions are said to be so', () => {
    const { columns } = guessMapping('budget', { headers: ['Amount (million AZN)', 'Сумма, тыс.', 'Amount'] });
    expect(columns.map(({ namesScale, target }) => [namesScale, target])).toEqual([
      [true, null],
      [true, null],
      [false, 'amount'],
    ]);
  });

  test('that a new record needs and the file lacks are named; a label stands in for its code', () => {
    expect(guessMapping('resettlement', { headers: ['place_name', 'kind_label', 'Families'] }).missing).toEqual([
      'population_group',
      'stage',
      'counting',
      'persons_method',
      'source_slug',
      'stated_by_slug',
      'obtained',
      'verification',
    ]);
    expect(guessMapping('projects', { headers: ['title', 'parties_organisation_slug'] }).missing).toContain(
      'parties_role',
    );
    expect(guessMapping('projects', { headers: ['title'] }).missing).not.toContain('parties_role');
  });

  test('of numbers and dates are those whose conventions matter', () => {
    const { mapping } = guessMapping('budget', {
      headers: ['title', 'amount', 'period', 'period_precision', 'currency'],
    });
    expect(conventionColumns('budget', mapping)).toEqual([
      { position: 1, what: 'number' },
      { position: 2, what: 'date' },
    ]);
  });
});

const isRead = (target: Target | undefined) =>
  target !== undefined && target.role !== 'ignored' && target.role !== 'about';

describe.each(Object.entries(languages))('the words above columns in %s', (_, words) => {
  test('stand for columns that there are', () => {
    const headers = new Set(
      tables.flatMap((table) => [...targetsOf(table).keys()].flatMap((each) => [each, `${table}.${each}`])),
    );
    expect(Object.keys(words).filter((header) => !headers.has(header))).toEqual([]);
  });

  test.each(tables)('are recognised in %s, unless another column there has the same word', (table) => {
    const own = Object.entries(words).filter(
      ([header]) => isRead(targetsOf(table).get(header)) && words[`${table}.${header}`] === undefined,
    );
    const unrecognised = own.flatMap(([header, each]) =>
      each.filter((word) => targets(table, [word])[0] === null).map((word) => [header, word]),
    );
    expect(unrecognised).toEqual([]);
  });
});

test.each(tables)('the labels of the interface are recognised in %s', (table) => {
  const columns = columnsOf(table).filter(
    (column) => column.origin === 'field' && column.facet === 'value' && !column.list,
  );
  const labels = Object.fromEntries(columns.map(({ header, meaning }) => [header, [labelAt(meaning)].filter(Boolean)]));
  const unrecognised = columns.filter(({ header }) =>
    labels[header]?.some((label) => guessMapping(table, { headers: [label], labels }).columns[0]?.target === null),
  );
  expect(unrecognised.map(({ header }) => header)).toEqual([]);
});

function labelAt(meaning: string): string {
  let found: unknown = messages;
  for (const part of meaning.replace(/\.meaning$/, '.label').split('.')) {
    found = found !== null && typeof found === 'object' ? Reflect.get(found, part) : undefined;
  }
  return typeof found === 'string' ? found : '';
}

test.each([
  ['İcra faizi', 'icra faizi'],
  ['  Ailə   sayı: ', 'aile sayi'],
  ['Населённый пункт', 'населенныи пункт'],
  ['ТЕКСТ №1', 'текст no1'],
  ['% complete', '% complete'],
])('%j is compared as %j', (text, folded) => {
  expect(fold(text)).toBe(folded);
});
