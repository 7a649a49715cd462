import { pairSides, titleBases } from '../vocabulary';
import { rowsOf, type Content } from './content';
import { defineRecord } from './define';
import { choice, date, language, list, paragraphs, reference, required, sha256, text, url } from './field';
import { error, type Finding } from './finding';
import { withoutRepeats } from './rules';

/** Who published what, where and when, and the evidence we hold of it. */
export const source = defineRecord({
  kind: 'source',
  fields: {
    publisher: required(text()),
    title: required(text(500)),
    titleBasis: required(choice(titleBases)),
    url: url(),
    publishedOn: date(),
    language: language(),
    evidence: list({
      hash: required(sha256()),
      caption: required(text(500)),
      takenOn: date(),
      projectSlug: reference('project'),
      landmarkSlug: reference('landmark'),
      placeSlug: reference('place'),
      pair: text(60),
      side: choice(pairSides),
    }),
    note: paragraphs(),
  },
  check: (content) => [...withoutRepeats(content, 'evidence', 'hash'), ...pairsAreWhole(content)],
});

/** Of two photos that are one place before and after, each says of which pair it is and which of the two. */
function pairsAreWhole(content: Content): readonly Finding[] {
  const rows = rowsOf(content, 'evidence');
  return rows.flatMap(({ pair, side }, position) => {
    if (pair === null && side === null) return [];
    if (side === null) return [error('needs-other', `evidence.${position}.side`, { other: 'evidence' })];
    if (pair === null) return [error('needs-other', `evidence.${position}.pair`, { other: 'evidence' })];
    const sides = rows.filter((row) => row.pair === pair).map((row) => row.side);
    const isWhole = sides.length === 2 && sides.includes('before') && sides.includes('after');
    return isWhole ? [] : [error('pair-incomplete', `evidence.${position}.pair`, { found: String(pair) })];
  });
}
