import type { IsoDate } from '../calendar';
import type { Counting } from '../vocabulary';

/**
 * What one number counts, as a box: everyone of one group who lies within a place, came by a day, and is of a sex, an age,
 * an event and an origin, as far as the record says. `null` means all of them.
 */
export interface Box {
  readonly placeSlug: string;
  readonly counting: Counting;
  /** Null where no date is known: such a count is compared with nothing. */
  readonly on: IsoDate | null;
  readonly event: string | null;
  readonly origin: string | null;
  readonly sex: string | null;
  readonly ageFrom: number | null;
  readonly ageTo: number | null;
}

export const keyOfBox = ({ placeSlug, counting, on, event, origin, sex, ageFrom, ageTo }: Box): string =>
  JSON.stringify([placeSlug, counting, on, event, origin, sex, ageFrom, ageTo]);

export interface CountedBox {
  readonly box: Box;
  readonly value: number;
}

/** A count that must not be narrowed; null where its number is not held here, so that it may be any small one. */
export interface WatchedBox {
  readonly box: Box;
  readonly value: number | null;
}

/** A place itself and everything it lies in: districts, regions, and zones across them. */
export type PlacesAbove = (placeSlug: string) => readonly string[];

export interface Gazetteer {
  readonly places: readonly string[];
  readonly above: PlacesAbove;
}

/**
 * The people that boxes cut the world into: a zone is everyone who lies in the same boxes and in no other. What is known of
 * a number is known of the sum of its zones and of nothing finer.
 */
export interface Zone {
  /** Bit `n` is set where the zone lies in `boxes[n]`. */
  readonly inBoxes: bigint;
  /** Bit `n`: some of the zone lies in `watched[n]`. */
  readonly touches: bigint;
  /** Bit `n`: all of the zone lies in `watched[n]`. */
  readonly within: bigint;
}

export function zonesOf(
  boxes: readonly Box[],
  watched: readonly Box[],
  above: PlacesAbove,
  hasPeople: ReadonlySet<string> | null,
): readonly Zone[] {
  const all = [...boxes, ...watched];
  const isOfBoxes = (1n << BigInt(boxes.length)) - 1n;
  let masks = [(1n << BigInt(all.length)) - 1n];
  for (const sides of [placesOf(all, above, hasPeople), timesOf(all), ...categoriesOf(all), agesOf(all)]) {
    masks = [...new Set(masks.flatMap((mask) => sides.map((side) => mask & side)))];
  }
  const zones = new Map<bigint, Zone>();
  for (const mask of masks) {
    const inBoxes = mask & isOfBoxes;
    const inWatched = mask >> BigInt(boxes.length);
    const known = zones.get(inBoxes);
    zones.set(inBoxes, {
      inBoxes,
      touches: (known?.touches ?? 0n) | inWatched,
      within: (known?.within ?? inWatched) & inWatched,
    });
  }
  return [...zones.values()];
}

/** One side a value: the boxes it lies in. Values that lie in the same boxes are one side. */
function sidesOf<Value>(
  values: Iterable<Value>,
  all: readonly Box[],
  isIn: (value: Value, box: Box) => boolean,
): readonly bigint[] {
  const sides = new Set<bigint>();
  for (const value of values) {
    sides.add(all.reduce((mask, box, index) => (isIn(value, box) ? mask | (1n << BigInt(index)) : mask), 0n));
  }
  return [...sides];
}

/** Someone lives in a place that is named, or elsewhere within one: nothing says that the parts make up the whole. */
function placesOf(all: readonly Box[], above: PlacesAbove, hasPeople: ReadonlySet<string> | null): readonly bigint[] {
  const places = hasPeople ?? new Set(all.flatMap(({ placeSlug }) => above(placeSlug)));
  const chains = new Map([...places].map((place) => [place, new Set(above(place))]));
  return sidesOf(places, all, (place, { placeSlug }) => chains.get(place)?.has(placeSlug) === true);
}

/**
 * Someone came between two dates, in a group that is counted by itself at the later one or otherwise. A running total
 * counts all who came by its day; a single group is of its own day alone. Or someone came after every date.
 */
function timesOf(all: readonly Box[]): readonly bigint[] {
  const days = new Set(all.flatMap(({ on }) => (on === null ? [] : [on])));
  const times = [...days, null].flatMap((on) => [
    { on, isGroup: true },
    { on, isGroup: false },
  ]);
  return sidesOf(times, all, (time, { counting, on }) => {
    if (time.on === null || on === null) return false;
    return counting === 'running_total' ? time.on <= on : time.isGroup && time.on === on;
  });
}

function categoriesOf(all: readonly Box[]): readonly (readonly bigint[])[] {
  return (['event', 'origin', 'sex'] as const).map((name) => {
    const values = new Set<string | null>([null, ...all.map((box) => box[name])]);
    return sidesOf(values, all, (value, box) => box[name] === null || box[name] === value);
  });
}

/** Ages are cut where a box begins or ends; someone's age may also not be known. */
function agesOf(all: readonly Box[]): readonly bigint[] {
  const cuts = new Set<number | null>([null, 0]);
  for (const { ageFrom, ageTo } of all) {
    if (ageFrom !== null) cuts.add(ageFrom);
    if (ageTo !== null) cuts.add(ageTo + 1);
  }
  return sidesOf(cuts, all, (age, { ageFrom, ageTo }) => {
    if (ageFrom === null && ageTo === null) return true;
    return age !== null && (ageFrom ?? 0) <= age && age <= (ageTo ?? 999);
  });
}
