import { expect, test } from 'vitest';
import { referringFields } from './referring';

const named = (to: Parameters<typeof referringFields>[0]) =>
  referringFields(to).map(({ kind, list, field }) => `${kind}.${list ? `${list}.` : ''}${field}`);
const owned = (to: Parameters<typeof referringFields>[0]) =>
  referringFields(to).flatMap(({ kind, isOwner }) => (isOwner ? [kind] : []));

test('what is said of a project alone is owned by it; what merely names it is not', () => {
  expect(owned('project')).toEqual(['contract', 'milestone', 'budget_line', 'progress_report']);
  expect(named('project')).toEqual(
    expect.arrayContaining(['project.partOfSlug', 'readiness.projectSlug', 'context_fact.projectSlug']),
  );
});

test('condition claims are owned by their landmark; the project that restores it is not', () => {
  expect(owned('landmark')).toEqual(['condition']);
  expect(named('landmark')).toContain('project.landmarkSlug');
});

test('references inside lists count, and codes are found by their list', () => {
  expect(named('place')).toContain('project.places.placeSlug');
  expect(
    referringFields('code')
      .filter(({ codeList }) => codeList === 'measure')
      .map(({ kind }) => kind),
  ).toEqual(['project', 'progress_report', 'target']);
});
