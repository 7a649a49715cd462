import { error, type Finding, warning } from '../record/finding';
import { recordKinds, type RecordKind } from '../record/kinds';

/** A current record that names one that would be withdrawn, and that the same submission leaves as it is. */
export interface Referrer {
  readonly kind: RecordKind;
  readonly slug: string;
  /** It says nothing without the record it names. */
  readonly isOwned: boolean;
}

export interface ReferrerCount {
  readonly kind: RecordKind;
  readonly isOwned: boolean;
  readonly count: number;
}

/** How many of each kind, in the order of kinds; a record that names another twice counts once. */
export function countReferrers(referrers: readonly Referrer[]): readonly ReferrerCount[] {
  return recordKinds.flatMap((kind) => {
    const ofKind = referrers.filter((each) => each.kind === kind);
    const owned = new Set(ofKind.filter(({ isOwned }) => isOwned).map(({ slug }) => slug));
    const others = new Set(ofKind.map(({ slug }) => slug).filter((slug) => !owned.has(slug)));
    return [
      { kind, isOwned: true, count: owned.size },
      { kind, isOwned: false, count: others.size },
    ].filter(({ count }) => count > 0);
  });
}

/**
 * What a withdrawal leaves behind: nothing may stay current that says nothing without it, or sums would count what no
 * page shows; what merely names it may stay, when the author says why.
 */
export function withdrawalFindings(referrers: readonly Referrer[]): readonly Finding[] {
  return countReferrers(referrers).map(({ kind, isOwned, count }) => {
    const words = { kind, count: String(count) };
    return isOwned ? error('leaves-without-owner', 'withOwned', words) : warning('still-referred-to', 'answer', words);
  });
}
