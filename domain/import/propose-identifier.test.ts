import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isPublicIdentifier } from '../record/identifier';
import { recordKinds } from '../record/kinds';
import { identifierCandidates, markOf } from './propose-identifier';

test('a new row is given an identifier by what it says, the same each time', () => {
  const row = { kind: 'project', content: { title: 'Şuşa yolu' }, ownIdentifier: null } as const;
  const candidates = identifierCandidates(row);
  expect(candidates[0]).toBe('susa-yolu');
  expect(candidates[1]).toMatch(/^susa-yolu-[a-z0-9]{7}$/);
  expect(identifierCandidates(row)).toEqual(candidates);
});

test('where the publisher has its own number, the identifier does not change with what the row says', () => {
  const ownIdentifier = { scheme: 'AZ-DSX', identifier: '17' };
  const of = (families: number) =>
    identifierCandidates({ kind: 'resettlement', content: { placeSlug: 'agdam', families }, ownIdentifier });
  expect(of(3)).toEqual(of(4));
  expect(of(3)).not.toEqual(
    identifierCandidates({
      kind: 'resettlement',
      content: { placeSlug: 'agdam' },
      ownIdentifier: { ...ownIdentifier, identifier: '18' },
    }),
  );
});

test('every identifier has the form of one, whatever the row says', () => {
  fc.assert(
    fc.property(fc.constantFrom(...recordKinds), fc.string({ unit: 'grapheme', maxLength: 200 }), (kind, title) => {
      const made = identifierCandidates({
        kind,
        content: { title, name: title, publisher: title, projectSlug: title },
        ownIdentifier: null,
      });
      expect(made.filter((slug) => !isPublicIdentifier(slug))).toEqual([]);
    }),
  );
});

test('marks of different texts differ', () => {
  const marks = new Set(Array.from({ length: 20_000 }, (_, at) => markOf(`a text ${at}`)));
  expect(marks.size).toBe(20_000);
});
