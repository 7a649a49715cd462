import { boundsOf, type Bounds } from './bounds';
import { type CountedBox, type PlacesAbove, type WatchedBox, type Zone, zonesOf } from './box';
import type { Reader } from './readers';

export interface Audit {
  /** What is public already, or will be whatever is decided. */
  readonly known: readonly CountedBox[];
  /** What would be shown beside it. */
  readonly more: readonly CountedBox[];
  /** Small counts that stay withheld: nothing may narrow them. */
  readonly small: readonly WatchedBox[];
  /** Where people may be, to each reader that is reckoned with: see `readersOf`. */
  readonly readers: readonly Reader[];
  readonly threshold: number;
  readonly above: PlacesAbove;
}

/**
 * Whether `more` can be shown. What anyone can work out is everything that sums of people allow: numbers of people are
 * not negative, a place holds its parts, a running total holds what came before it, nobody is in two parts at once.
 *
 * 1. Nobody learns that some people, recorded or not, are fewer than the threshold and not none: any sum, remainder
 *    or difference that can be formed is either empty, or may be the threshold or more.
 * 2. A small count that is withheld may still be anything from one to the threshold.
 * 3. What was narrower before `more` is not the doing of `more`.
 */
export function canShow(audit: Audit): boolean {
  return audit.readers.every((reader) => isKept(audit, reader));
}

/** What contradicts a bold reader, or is not what they take it for, leads them nowhere. */
function isKept({ known, more, small, threshold, above }: Audit, hasPeople: Reader): boolean {
  const isBold = hasPeople !== null;
  const boxes = [...known, ...more];
  const watched = small.map(({ box }) => box);
  const zones = zonesOf(
    boxes.map(({ box }) => box),
    watched,
    above,
    hasPeople,
  );
  const after = new Knowledge(boxes, zones);
  let made: Knowledge | null = null;
  const before = () =>
    (made ??= new Knowledge(
      known,
      zonesOf(
        known.map(({ box }) => box),
        watched,
        above,
        hasPeople,
      ),
    ));

  if (after.bounds.contradiction > tiny) {
    if (isBold) return true;
    const added = after.bounds.contradiction - before().bounds.contradiction;
    if (added > tiny && added < threshold - tiny) return false;
  }
  const ofKnown = (1n << BigInt(known.length)) - 1n;
  const parts = zones.map((_, part) => part);
  return (
    after.bounds.below(parts, threshold).every((part) => {
      const most = after.bounds.most([part]);
      const wasMost = () => before().mostIn((zones[part]?.inBoxes ?? 0n) & ofKnown);
      return most < 1 - tiny || most >= threshold - tiny || wasMost() <= most + tiny;
    }) &&
    small.every(({ value }, index) => {
      const inside = after.partsWithin(index);
      const touched = after.partsTouching(index);
      const wasLeast = () => before().bounds.least(before().partsWithin(index));
      const wasMost = () => before().bounds.most(before().partsTouching(index));
      const isLow = after.bounds.hasMet(inside, 1, 'at most') || isNoLower(after.bounds.least(inside), wasLeast);
      const isHigh =
        after.bounds.hasMet(touched, threshold - 1, 'at least') ||
        isNoHigher(after.bounds.most(touched), threshold - 1, wasMost);
      if (isLow && isHigh) return true;
      return (
        isBold &&
        value !== null &&
        (value < after.bounds.least(inside) - tiny || value > after.bounds.most(touched) + tiny)
      );
    })
  );
}

const tiny = 1e-6;

const isNoLower = (least: number, leastBefore: () => number) => least <= 1 + tiny || least <= leastBefore() + tiny;
const isNoHigher = (most: number, wanted: number, mostBefore: () => number) =>
  most >= wanted - tiny || most >= mostBefore() - tiny;

class Knowledge {
  readonly bounds: Bounds;
  readonly #partOf: ReadonlyMap<bigint, number>;

  constructor(
    counted: readonly CountedBox[],
    private readonly zones: readonly Zone[],
  ) {
    const members = zones.map(({ inBoxes }) => counted.flatMap((_, box) => (has(inBoxes, box) ? [box] : [])));
    this.bounds = boundsOf(
      counted.map(({ value }) => value),
      members,
    );
    this.#partOf = new Map(zones.map(({ inBoxes }, part) => [inBoxes, part]));
  }

  mostIn(inBoxes: bigint): number {
    const part = this.#partOf.get(inBoxes);
    return part === undefined ? Infinity : this.bounds.most([part]);
  }

  partsWithin(watched: number): readonly number[] {
    return this.zones.flatMap(({ within }, part) => (has(within, watched) ? [part] : []));
  }

  partsTouching(watched: number): readonly number[] {
    return this.zones.flatMap(({ touches }, part) => (has(touches, watched) ? [part] : []));
  }
}

const has = (bits: bigint, index: number) => ((bits >> BigInt(index)) & 1n) === 1n;
