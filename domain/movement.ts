import { daysBetween, type IsoDate } from './calendar';
import type { Sector } from './vocabulary';

/** What the projects of a sector plan in one measure, as the record says on one day. */
export interface PlannedSum {
  readonly sector: Sector | null;
  readonly measure: string;
  readonly label: string;
  readonly unit: string | null;
  readonly planned: number | null;
}

/** A figure that is known on both days and differs: what was unknown has not grown. */
export interface Moved<Of> {
  readonly of: Of;
  readonly before: number;
  readonly after: number;
  readonly difference: number;
}

/** Sums that differ between two days, each in its own sector and measure. */
export function plannedMovement(
  before: readonly PlannedSum[],
  after: readonly PlannedSum[],
): readonly Moved<PlannedSum>[] {
  return moved(
    before,
    after,
    ({ sector, measure }) => JSON.stringify([sector, measure]),
    ({ planned }) => planned,
  );
}

/** The running total that stands for one group of people, at one place, on one day. */
export interface TotalOnDay {
  readonly metric: 'families' | 'persons';
  readonly value: number;
  readonly kind: string;
  readonly placeSlug: string;
  readonly placeName: string;
  readonly populationGroup: string;
  readonly groupLabel: string;
  readonly event: string | null;
  readonly origin: string | null;
  readonly originLabel: string | null;
}

/** Running totals that differ. They are never summed: places contain each other, and groups are different people. */
export function totalMovement(
  before: readonly TotalOnDay[],
  after: readonly TotalOnDay[],
): readonly Moved<TotalOnDay>[] {
  const keyOf = ({ metric, kind, placeSlug, populationGroup, event, origin }: TotalOnDay) =>
    JSON.stringify([kind, populationGroup, placeSlug, event, origin, metric]);
  return moved(before, after, keyOf, ({ value }) => value);
}

/** The last promised day of a project that is not done, as the record says on one day. */
export interface PromisedDay {
  readonly slug: string;
  readonly sector: Sector;
  readonly on: IsoDate;
}

export interface PromiseMovement {
  readonly sector: Sector;
  /** Projects whose promise moved to a later day, and by how many days together. */
  readonly later: number;
  readonly laterDays: number;
  readonly earlier: number;
  readonly earlierDays: number;
}

/** Promises that moved, by sector; later and earlier ones do not make up for each other. */
export function promiseMovement(
  before: readonly PromisedDay[],
  after: readonly PromisedDay[],
): readonly PromiseMovement[] {
  const promised = new Map(before.map(({ slug, on }) => [slug, on]));
  const bySector = new Map<Sector, PromiseMovement>();
  for (const { slug, sector, on } of after) {
    const was = promised.get(slug);
    const days = was === undefined ? 0 : daysBetween(was, on);
    if (days === 0) continue;
    const own = bySector.get(sector) ?? { sector, later: 0, laterDays: 0, earlier: 0, earlierDays: 0 };
    bySector.set(
      sector,
      days > 0
        ? { ...own, later: own.later + 1, laterDays: own.laterDays + days }
        : { ...own, earlier: own.earlier + 1, earlierDays: own.earlierDays - days },
    );
  }
  return [...bySector.values()].sort((one, other) => (one.sector < other.sector ? -1 : 1));
}

function moved<Of>(
  before: readonly Of[],
  after: readonly Of[],
  keyOf: (one: Of) => string,
  valueOf: (one: Of) => number | null,
): readonly Moved<Of>[] {
  const was = new Map(before.map((one) => [keyOf(one), valueOf(one)]));
  return after
    .map((of) => ({ key: keyOf(of), of, first: was.get(keyOf(of)) ?? null, last: valueOf(of) }))
    .sort((one, other) => (one.key < other.key ? -1 : 1))
    .flatMap(({ of, first, last }) =>
      first === null || last === null || first === last
        ? []
        : [{ of, before: first, after: last, difference: last - first }],
    );
}
