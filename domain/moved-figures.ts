import type { IsoDate } from './calendar';
import type { ReasonKind } from './vocabulary';

/** What one published version says of a promised figure, with why it was published. */
export interface PromisedVersion {
  readonly publishedOn: IsoDate;
  readonly reasonKind: ReasonKind;
  readonly reason: string | null;
  /** Null: the version does not state it. */
  readonly value: number | null;
  /** By when, as stated; null where nothing is promised by a day. */
  readonly dueOn: string | null;
}

/**
 * The versions at which a promised figure became another, oldest first: the first is the promise, each later one a move
 * with its reason. A version that changed something else is none.
 */
export function movesOf<V extends PromisedVersion>(versions: readonly V[]): readonly V[] {
  return versions.filter((version, index) => {
    const before = versions[index - 1];
    if (!before) return version.value !== null;
    return before.value !== version.value || before.dueOn !== version.dueOn;
  });
}
