import { describe, expect, test } from 'vitest';
import { alikeShare, likelyDuplicates, likenessKey, likenessOf } from './likely-duplicates';
import { fold } from './fold';

const bridge = (slug: string, title: string, facts: Record<string, unknown> = {}) =>
  likenessOf('project', slug, { title, sector: 'infrastructure', places: [{ placeSlug: 'agdam' }], ...facts });

const count = (slug: string, facts: Record<string, string | number>) =>
  likenessOf('resettlement', slug, {
    placeSlug: 'agdam',
    kind: 'return',
    populationGroup: 'returned_idp',
    stage: 'happened',
    counting: 'running_total',
    statedBySlug: 'a-ministry',
    referenceOn: '2025-06-30',
    ...facts,
  });

const found = (candidate: ReturnType<typeof bridge>, ...known: readonly ReturnType<typeof bridge>[]) =>
  likelyDuplicates(candidate, known).map(({ slug }) => slug);

describe('a likely duplicate', () => {
  test.each([
    ['Ağdam bridge', 'Agdam Bridge'],
    ['Bridge at Aghdam', 'Bridge at Agdam'],
    ['Road to Shusha', 'Road to Shusha (rebuilt)'],
    ['Мост в Агдаме', 'мост в агдаме'],
  ])('is called %s and %s at one place', (one, other) => {
    expect(found(bridge('new', one), bridge('known', other))).toEqual(['known']);
  });

  test.each([
    ['another place', bridge('known', 'A bridge', { places: [{ placeSlug: 'susa' }] })],
    ['another name', bridge('known', 'A hospital')],
    ['another phase', bridge('known', 'A bridge, phase 2')],
    ['another sector', bridge('known', 'A bridge', { sector: 'cultural' })],
    ['itself', bridge('new', 'A bridge')],
  ])('is not %s', (_, known) => {
    expect(found(bridge('new', 'A bridge'), known)).toEqual([]);
  });

  test('of a count is one of the same people, by the same organisation, of a near date', () => {
    const candidate = count('new', { families: 40 });
    expect(found(candidate, count('near', { families: 41, referenceOn: '2025-07' }))).toEqual(['near']);
    expect(found(candidate, count('unknown', { referenceOn: '' }))).toEqual(['unknown']);
    expect(found(candidate, count('far', { referenceOn: '2025-12' }))).toEqual([]);
    expect(found(candidate, count('other', { statedBySlug: 'another' }))).toEqual([]);
    expect(found(candidate, count('group', { populationGroup: 'worker' }))).toEqual([]);
  });

  test('comes first where it is most alike, and is found under the same key', () => {
    const known = [bridge('less', 'The old bridge of Agdam'), bridge('more', 'Old bridge of Agdam')];
    const candidate = bridge('new', 'Old Bridge of Agdam');
    expect(found(candidate, ...known)[0]).toBe('more');
    expect(new Set([candidate, ...known].map(likenessKey)).size).toBe(1);
  });
});

test.each([
  ['Agdam bridge', 'Agdam bridge', 1],
  ['Agdam bridge', 'Bridge Agdam', 1],
  ['School 1', 'School 2', 0],
  ['abc', 'xyz', 0],
])('%s and %s are alike by %d', (one, other, share) => {
  expect(alikeShare(fold(one), fold(other))).toBe(share);
});
