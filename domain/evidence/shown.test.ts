import { expect, test } from 'vitest';
import { groupEvidence, type ShownEvidence } from './shown';

const photo = (
  hash: string,
  facts: Partial<ShownEvidence<{ slug: string }>> = {},
): ShownEvidence<{ slug: string }> => ({
  hash,
  caption: hash,
  takenOn: null,
  pair: null,
  side: null,
  bytes: 1,
  size: { width: 4, height: 3 },
  pages: null,
  source: { slug: 'a' },
  ...facts,
});
const named = (grouped: ReturnType<typeof groupEvidence<{ slug: string }>>) => ({
  pairs: grouped.pairs.map(({ before, after }) => [before.hash, after.hash]),
  photos: grouped.photos.map(({ hash }) => hash),
  documents: grouped.documents.map(({ hash }) => hash),
});

test('two photos of one pair stand together, whichever comes first', () => {
  const rows = [
    photo('new', { pair: 'p', side: 'after' }),
    photo('alone'),
    photo('old', { pair: 'p', side: 'before' }),
  ];
  expect(named(groupEvidence(rows))).toEqual({ pairs: [['old', 'new']], photos: ['alone'], documents: [] });
});

test('pairs of two sources that have one name are not mixed', () => {
  const rows = [
    photo('old', { pair: 'p', side: 'before' }),
    photo('new', { pair: 'p', side: 'after', source: { slug: 'b' } }),
  ];
  expect(named(groupEvidence(rows))).toEqual({ pairs: [], photos: ['old', 'new'], documents: [] });
});

test('a file that two sources list is shown once, and a document stands apart', () => {
  const rows = [photo('x'), photo('x', { source: { slug: 'b' } }), photo('y', { size: null, pages: 2 })];
  expect(named(groupEvidence(rows))).toEqual({ pairs: [], photos: ['x'], documents: ['y'] });
});
