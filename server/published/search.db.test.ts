import { beforeAll, describe, expect, test } from 'vitest';
import { day } from '@/domain/calendar';
import { now } from '@/domain/past';
import {
  adding,
  aDraft,
  anOrganisation,
  aPlace,
  aProject,
  aSource,
  changing,
  published,
  theGround,
} from '@/test/record';
import { aPerson } from '@/test/people';
import { recordAt } from './record-at';
import { searchRecord } from './search';

const record = recordAt(now);
const find = async (query: string, limit = 10) =>
  (await searchRecord(record, { query, locale: 'en', limit })).found.map(({ kind, slug }) => `${kind}/${slug}`);

const name = (language: string, text: string, isMain = false) => ({
  language,
  name: text,
  kind: 'not_stated',
  isMain,
});

beforeAll(async () => {
  await published(
    ...theGround,
    aPlace('shusha', {
      type: 'city',
      names: [
        name('en', 'Shusha', true),
        name('az', 'Şuşa', true),
        name('ru', 'Шуша', true),
        name('hy', 'Շուշի', true),
        name('en', 'Shushi'),
      ],
    }),
    aPlace('khankendi', {
      type: 'city',
      names: [name('az', 'Xankəndi', true), name('en', 'Khankendi', true), name('en', 'Stepanakert')],
    }),
    aPlace('shushakend', { names: [name('en', 'Shushakend', true)] }),
    adding('organisation', 'a-company', { name: 'Shusha Works', names: [name('az', 'Şuşa İnşaat')] }),
    adding('source', 'a-report', { publisher: 'Trend', title: 'School in Shusha opens', titleBasis: 'headline' }),
  );
  await published(
    aProject('upper-mosque', { title: 'Upper mosque', places: [{ placeSlug: 'shusha' }] }),
    aProject('shusha-road', { title: 'Road to Shusha' }),
    aProject('old-bridge', { title: 'Old bridge 100%' }),
  );
});

describe('a place is found', () => {
  test.each(['Shusha', 'shusha', 'Şuşa', 'ŞUŞA', 'susa', 'Шуша', 'шуша', 'Shushi', 'Շուշի', 'ՇՈՒՇԻ'])(
    'first, as %s',
    async (typed) => {
      expect((await find(typed))[0]).toBe('place/shusha');
    },
  );

  test.each(['Xankəndi', 'xankendi', 'XANKƏNDI', 'Stepanakert', 'stepanakrt', 'Stepan'])(
    'by another name, without its marks, with an error, by its beginning: %s',
    async (typed) => {
      expect((await find(typed))[0]).toBe('place/khankendi');
    },
  );

  test('and says by which name, where that is not its heading', async () => {
    const { found } = await searchRecord(record, { query: 'stepanakert', locale: 'en', limit: 1 });
    expect(found).toEqual([
      { kind: 'place', slug: 'khankendi', title: 'Khankendi', hint: 'city', foundAs: 'Stepanakert' },
    ]);
  });
});

test('the whole name comes first, then what begins with it, then what has it as a word, then what lies there', async () => {
  expect(await find('shusha')).toEqual([
    'place/shusha',
    'organisation/a-company',
    'place/shushakend',
    'project/shusha-road',
    'source/a-report',
    'project/upper-mosque',
  ]);
});

test('what lies in a place is found by the names of the place, in every alphabet', async () => {
  expect(await find('Шуша')).toEqual(['place/shusha', 'project/upper-mosque']);
});

test('two letters find what begins with them, and signs of patterns are letters like others', async () => {
  expect(await find('up')).toEqual(['project/upper-mosque']);
  expect(await find('%%%')).toEqual([]);
  expect(await find('100%')).toEqual(['project/old-bridge']);
  expect(await find('_____')).toEqual([]);
});

test('nothing typed finds nothing, and neither does what is in no name', async () => {
  expect(await find('  ')).toEqual([]);
  expect(await find('zzzzqqqq')).toEqual([]);
});

test('more than fits a page is said, and stands on the next', async () => {
  const first = await searchRecord(record, { query: 'shusha', locale: 'en', limit: 4 });
  const second = await searchRecord(record, { query: 'shusha', locale: 'en', limit: 4, page: 2 });
  expect([first.hasMore, second.hasMore]).toEqual([true, false]);
  expect(second.found.map(({ slug }) => slug)).toEqual(['a-report', 'upper-mosque']);
});

test('a draft is not found, nor what was withdrawn, nor a name that was replaced', async () => {
  await aDraft(await aPerson({ role: 'editor' }), [aProject('secret-hall', { title: 'Secret hall' })]);
  await published(aProject('short-lived', { title: 'Fleeting arcade' }), anOrganisation('renamed'), aSource('gone'));
  expect(await find('Fleeting arcade')).toEqual(['project/short-lived']);
  await published(
    changing('project', 'short-lived', 1, {}, { action: 'withdraw', reasonKind: 'withdrawn', reason: 'Entered twice' }),
    changing('organisation', 'renamed', 1, { name: 'Newly called' }, { reasonKind: 'correction_of_error' }),
  );
  expect(await find('Secret hall')).toEqual([]);
  expect(await find('Fleeting arcade')).toEqual([]);
  expect(await find('Newly called')).toEqual(['organisation/renamed']);
});

test('a past finds what the record said then', async () => {
  const before = recordAt({ ...now, asOf: day('2020-01-01') });
  expect((await searchRecord(before, { query: 'Shusha', locale: 'en', limit: 5 })).found).toEqual([]);
});
