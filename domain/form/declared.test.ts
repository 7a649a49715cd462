import { describe, expect, test } from 'vitest';
import { isPublicIdentifier } from '../record/identifier';
import { recordKinds } from '../record/kinds';
import { records } from '../record/records';
import { groupFields } from './groups';
import { identifierFor } from './identifier-for';
import { listNameOf } from './list-name';
import { mentionsIn } from './mentions';
import { ownTitle } from './own-title';
import { publicPath } from './public-path';
import { kindFromPath, kindInPath } from './record-path';
import { relatedKinds } from './related-kinds';

describe.each(recordKinds)('the form of a %s', (kind) => {
  const { fields } = records[kind];

  test('shows each field once', () => {
    const shown = groupFields(fields).flatMap(({ names }) => names);
    expect([...shown].sort()).toEqual(Object.keys(fields).sort());
  });

  test('has labels for each of its choices', () => {
    const choices = Object.values(fields).flatMap((field) => (field.type === 'choice' ? [field.values] : []));
    expect(choices.map(listNameOf)).toHaveLength(choices.length);
  });

  test('makes an identifier of whatever was typed, and the same one again', () => {
    const made = identifierFor(kind, {}, 'a1b2c3');
    expect(isPublicIdentifier(made)).toBe(true);
    expect(identifierFor(kind, {}, 'a1b2c3')).toBe(made);
  });

  test('has an address', () => {
    expect(kindFromPath(kindInPath(kind))).toBe(kind);
  });
});

test.each([
  ['project', { title: 'Şuşa şəhəri' }, 'susa-seheri'],
  ['place', { names: [{ name: 'Агдам' }, { name: 'Ağdam' }] }, 'agdam'],
  ['progress_report', { projectSlug: 'a-bridge', referenceOn: '2026-Q2' }, 'a-bridge-2026-q2-a1'],
  ['code', { list: 'population_group', code: 'returned_idp' }, 'population-group.returned-idp'],
  ['landmark', { title: 'Աղդամ' }, 'landmark-a1'],
] as const)('a %s that says %o is identified as %s', (kind, raw, expected) => {
  expect(identifierFor(kind, raw, 'a1')).toBe(expected);
});

test('content mentions what it refers to, in lists too, and a draft as far as it can be read', () => {
  const content = {
    programmeSlug: 'great-return',
    places: [{ placeSlug: 'agdam' }, 'nonsense'],
    sourceSlug: '',
    landmarkSlug: 7,
  };
  expect(mentionsIn(records.project, content)).toEqual([
    { kind: 'programme', slug: 'great-return' },
    { kind: 'place', slug: 'agdam' },
  ]);
  expect(mentionsIn(records.project, 'nonsense')).toEqual([]);
});

test.each([
  ['project', { title: ' A bridge ' }, 'A bridge'],
  ['place', { names: [{ name: 'Aghdam' }] }, 'Aghdam'],
  ['code', { labels: [{ label: 'Road' }] }, 'Road'],
  ['progress_report', { referenceOn: '2026' }, null],
  ['organisation', null, null],
] as const)('a %s that says %o calls itself %s', (kind, content, expected) => {
  expect(ownTitle(kind, content)).toBe(expected);
});

test.each([
  ['project', 'a-bridge', {}, '/projects/a-bridge'],
  ['progress_report', 'r', { projectSlug: 'a-bridge' }, '/projects/a-bridge'],
  ['readiness', 'r', { placeSlug: 'agdam', projectSlug: null }, '/places/agdam'],
  ['resettlement', 'r', { placeSlug: 'agdam' }, '/returns'],
  ['condition', 'c', { landmarkSlug: 'a-mosque' }, '/heritage'],
] as const)('a %s is seen on its public page', (kind, slug, content, expected) => {
  expect(publicPath(kind, slug, content)).toBe(expected);
});

test('of a project its reports, contracts, milestones, money, readiness and facts are entered', () => {
  const kinds = relatedKinds('project').map(({ kind }) => kind);
  expect(kinds).toEqual([
    'contract',
    'milestone',
    'context_fact',
    'budget_line',
    'progress_report',
    'readiness',
    'disagreement',
  ]);
  expect(relatedKinds('source')).toEqual([]);
});
