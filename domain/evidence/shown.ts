import type { DateSpan } from '../calendar';
import type { PairSide } from '../vocabulary';

/** A photo or a document as a page shows it. `Source` is whatever the page says of where it comes from. */
export interface ShownEvidence<Source> {
  readonly hash: string;
  readonly caption: string;
  readonly takenOn: DateSpan | null;
  readonly pair: string | null;
  readonly side: PairSide | null;
  readonly bytes: number;
  /** Of a photo; null of a document. */
  readonly size: { readonly width: number; readonly height: number } | null;
  /** Of a document; null of a photo. */
  readonly pages: number | null;
  readonly source: Source;
}

export interface Pair<Source> {
  readonly before: ShownEvidence<Source>;
  readonly after: ShownEvidence<Source>;
}

export interface GroupedEvidence<Source> {
  readonly pairs: readonly Pair<Source>[];
  readonly photos: readonly ShownEvidence<Source>[];
  readonly documents: readonly ShownEvidence<Source>[];
}

/** Pairs first, then single photos, then documents. A file that two sources list is shown once; half a pair is a photo. */
export function groupEvidence<Source extends { readonly slug: string }>(
  found: readonly ShownEvidence<Source>[],
): GroupedEvidence<Source> {
  const evidence = found.filter(({ hash }, position) => found.findIndex((each) => each.hash === hash) === position);
  const isPhoto = ({ size }: ShownEvidence<Source>) => size !== null;
  const pairs = evidence.flatMap((before): Pair<Source>[] => {
    if (!isPhoto(before) || before.side !== 'before') return [];
    const after = evidence.find(
      (each) =>
        isPhoto(each) && each.side === 'after' && each.pair === before.pair && each.source.slug === before.source.slug,
    );
    return after ? [{ before, after }] : [];
  });
  const paired = new Set(pairs.flatMap(({ before, after }) => [before.hash, after.hash]));
  return {
    pairs,
    photos: evidence.filter((each) => isPhoto(each) && !paired.has(each.hash)),
    documents: evidence.filter((each) => !isPhoto(each)),
  };
}
