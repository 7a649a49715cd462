import { beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '@/domain/permission';
import { type RecordKind, recordKinds } from '@/domain/record/kinds';
import { aPerson } from '@/test/people';
import { adding, aPlace, aProject, aReport, published, stated, theGround } from '@/test/record';
import { findRecords } from './find-records';
import { readCodeOptions, readLabels } from './read-labels';

let actor: Actor;
beforeAll(async () => {
  actor = await aPerson();
  const names = ['Ağdam', 'Агдам', 'Akna', 'Աղդամ'].map((name, position) => ({
    language: ['az', 'ru', 'hy-Latn', 'hy'][position],
    name,
    kind: 'not_stated',
    isMain: position === 0,
  }));
  await published(
    ...theGround,
    aPlace('aghdam', {
      type: 'city',
      names: [...names, { language: 'en', name: 'Aghdam', kind: 'not_stated', isMain: true }],
    }),
    aProject(),
    aReport(),
    adding('source', 'a-claim', { publisher: 'A newspaper', title: '100% done_by 2026', titleBasis: 'headline' }),
    adding('readiness', 'a-village-water', {
      placeSlug: 'a-village',
      service: 'water',
      state: 'ready',
      referenceOn: '2026-06',
      ...stated,
    }),
    adding('code', 'service.water', { list: 'service', code: 'water', labels: [{ language: 'en', label: 'Water' }] }),
  );
});

const find = async (kind: RecordKind, query: string) =>
  (await findRecords(actor, { kind, query, locale: 'en', limit: 20 })).rows.map(({ slug }) => slug);

describe('a record is found', () => {
  test.each(['Aghdam', 'agdam', 'AĞDAM', 'Агдам', 'akna', 'Աղդամ', 'aghdm'])('as a place by “%s”', async (query) => {
    expect(await find('place', query)).toEqual(['aghdam']);
  });

  test('as a project by the place where it is', async () => {
    expect(await find('project', 'village')).toEqual(['a-bridge']);
  });

  test('whatever else is typed with it that is no letter', async () => {
    expect(await find('place', '\u0000aghdam\u001b\ud800')).toEqual(['aghdam']);
    expect(await find('place', '\u0000')).toEqual(await find('place', ''));
  });

  test('by signs that mean something to the database, as what they are', async () => {
    expect(await find('source', '100%')).toEqual(['a-claim']);
    expect(await find('source', 'done_by')).toEqual(['a-claim']);
    expect(await find('source', '%')).toEqual(['a-claim']);
    expect(await find('source', "'); drop table source; --")).toEqual([]);
  });
});

test.each(recordKinds)('every %s can be listed and searched', async (kind) => {
  const all = await findRecords(actor, { kind, query: '', locale: 'en', limit: 1 });
  expect(all.rows).toHaveLength(Math.min(all.total, 1));
  const searched = await findRecords(actor, { kind, query: 'zzz', locale: 'en', limit: 20 });
  expect(searched).toEqual({ rows: [], total: 0 });
});

test('a record is named with what tells it from others', async () => {
  const { rows } = await findRecords(actor, { kind: 'readiness', query: '', locale: 'en', limit: 20 });
  expect(rows).toEqual([{ slug: 'a-village-water', title: 'A village · Water', hint: 'ready · 2026-06' }]);
});

test('what is referred to is labelled, and what is not there keeps its identifier out of the way', async () => {
  const labels = await readLabels(
    actor,
    [
      { kind: 'place', slug: 'aghdam' },
      { kind: 'progress_report', slug: 'a-bridge-2026-06-30' },
      { kind: 'project', slug: 'gone' },
    ],
    'en',
  );
  expect(labels).toEqual({
    'place/aghdam': 'Aghdam',
    'progress_report/a-bridge-2026-06-30': 'A bridge · 2026-06-30 · Ministry',
  });
});

test('codes are offered with their unit and sector', async () => {
  const codes = await readCodeOptions(actor, 'en');
  expect(codes.measure).toEqual([{ list: 'measure', code: 'homes', label: 'homes', unit: 'homes', sector: null }]);
  expect(codes.subsector).toMatchObject([{ code: 'road', sector: 'infrastructure' }]);
  expect(codes.community).toEqual([]);
});
