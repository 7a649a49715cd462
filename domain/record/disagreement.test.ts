import { describe, expect, test } from 'vitest';
import { claimFields, claimKinds } from '../vocabulary';
import { disagreement } from './disagreement';
import { records } from './records';
import { readContent } from './schema';

const onRecord = (slug: string, more: Record<string, unknown> = {}) => ({
  recordKind: 'resettlement',
  recordSlug: slug,
  field: 'persons',
  value: null,
  statedBySlug: null,
  sourceSlug: null,
  isPreferred: null,
  ...more,
});
const stated = {
  ...onRecord('x'),
  recordKind: null,
  recordSlug: null,
  value: '91,000 persons',
  statedBySlug: 'a-body',
  sourceSlug: 'a-page',
};
const aDisagreement = (facts: Record<string, unknown>) => ({
  title: 'How many came',
  nature: 'rival_claims',
  claims: [onRecord('one'), onRecord('other')],
  explanation: 'Two counts of one day.',
  projectSlug: null,
  placeSlug: null,
  landmarkSlug: null,
  preferredReason: null,
  statements: [],
  ...facts,
});
const findingsOf = (facts: Record<string, unknown>) => {
  const read = readContent(disagreement, aDisagreement(facts));
  return read.ok ? [] : read.problem.map(({ code, path }) => `${path}: ${code}`);
};

describe('a disagreement', () => {
  test('holds claims that are records beside claims that no record holds', () => {
    expect(findingsOf({ claims: [onRecord('one'), stated] })).toEqual([]);
  });

  test('may prefer one claim, and says why', () => {
    const claims = [onRecord('one', { isPreferred: true }), onRecord('other')];
    expect(findingsOf({ claims, preferredReason: 'It counts everyone.' })).toEqual([]);
    expect(findingsOf({ claims })).toEqual(['preferredReason: needs-reason']);
  });

  test.each([
    [
      'prefers two claims',
      {
        claims: [onRecord('one', { isPreferred: true }), onRecord('other', { isPreferred: true })],
        preferredReason: 'r',
      },
      'claims.1.isPreferred: repeated',
    ],
    ['gives a reason and prefers nothing', { preferredReason: 'r' }, 'claims: needs-other'],
    [
      'prefers one of several moves of a promise',
      {
        nature: 'moved_promise',
        claims: [onRecord('one', { isPreferred: true }), onRecord('other')],
        preferredReason: 'r',
      },
      'claims.0.isPreferred: not-both',
    ],
    ['has one claim alone', { claims: [onRecord('one')] }, 'claims: needs-another'],
    ['has none', { claims: [] }, 'claims: required'],
    ['names the same claim twice', { claims: [onRecord('one'), onRecord('one')] }, 'claims.1.recordSlug: repeated'],
    [
      'names a record without its kind',
      { claims: [onRecord('one', { recordKind: null }), onRecord('other')] },
      'claims.0.recordKind: needs-other',
    ],
    [
      'names a kind without a record',
      { claims: [onRecord('one', { recordSlug: null }), onRecord('other')] },
      'claims.0.recordSlug: needs-other',
    ],
    [
      'tells a count of people beside its record, where it may be withheld',
      { claims: [onRecord('one', { recordKind: 'resettlement', value: '4 persons' }), onRecord('other')] },
      'claims.0.value: not-both',
    ],
    [
      'states a value of nobody',
      { claims: [{ ...stated, statedBySlug: null }, onRecord('other')] },
      'claims.0.statedBySlug: needs-other',
    ],
    [
      'states a value of no source',
      { claims: [{ ...stated, sourceSlug: null }, onRecord('other')] },
      'claims.0.sourceSlug: needs-other',
    ],
    ['claims nothing', { claims: [{ ...stated, value: null }, onRecord('other')] }, 'claims.0.recordKind: required'],
    ['explains nothing', { explanation: '' }, 'explanation: required'],
  ])('that %s is refused', (_, facts, finding) => {
    expect(findingsOf(facts)).toEqual([finding]);
  });

  test('is a note where one claim stands alone', () => {
    expect(findingsOf({ nature: 'note', claims: [onRecord('one')] })).toEqual([]);
  });
});

test('every field that claims can differ on is a field of a kind that can be a claim', () => {
  const known = new Set(claimKinds.flatMap((kind) => Object.keys(records[kind].fields)));
  expect(claimFields.filter((field) => !known.has(field))).toEqual([]);
});
