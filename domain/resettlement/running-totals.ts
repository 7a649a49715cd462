import type { Claim, Chosen, ClaimUse } from '../claims/choose-claim';
import { chooseClaim } from '../claims/choose-claim';
import type { Counting, ResettlementKind } from '../vocabulary';

/** What the rules need of a count of families and persons. */
export interface CountOfPeople extends Claim {
  readonly placeSlug: string;
  readonly kind: ResettlementKind;
  readonly populationGroup: string;
  readonly stage: 'happened' | 'announced';
  readonly counting: Counting;
  /** Which movement it counts, where one group moved more than once. */
  readonly event: string | null;
  /** Where those counted came from, as a place or in words; null: it does not tell by origin. */
  readonly origin: string | null;
  readonly families: number | null;
  readonly persons: number | null;
}

export type Metric = 'families' | 'persons';

/** Everyone so far, as of a day. Announced groups have not come, and single groups are parts: neither is among them. */
export function runningTotals<C extends CountOfPeople>(counts: readonly C[]): readonly C[] {
  return counts.filter(({ counting, stage }) => counting === 'running_total' && stage === 'happened');
}

/**
 * The running total that stands of one series: of the latest day, chosen among its rivals by the published rule. Totals
 * are never summed: each already counts everyone before.
 */
export function standingTotal<C extends CountOfPeople>(
  series: readonly C[],
  metric: Metric,
  use: ClaimUse = 'preferred',
): Chosen<C> | null {
  const dated = runningTotals(series).filter(({ referenceOn }) => referenceOn !== null);
  return chooseClaim(dated, metric, (count) => count[metric], use);
}

/** The counts of one population group: groups are different people and are kept apart everywhere. */
export interface GroupOfCounts<C extends CountOfPeople> {
  readonly populationGroup: string;
  readonly counts: readonly C[];
}

export function byPopulationGroup<C extends CountOfPeople>(counts: readonly C[]): readonly GroupOfCounts<C>[] {
  return [...grouped(counts, ({ populationGroup }) => populationGroup)].map(([populationGroup, own]) => ({
    populationGroup,
    counts: own,
  }));
}

/** One event of one group at one place, and of one origin where it is told by origin: what a running total runs over. */
export interface SeriesOfCounts<C extends CountOfPeople> {
  readonly event: string | null;
  readonly origin: string | null;
  readonly counts: readonly C[];
}

/**
 * Running totals of different events are different totals, whatever their dates: the later does not continue the
 * earlier, and a fall from one to the other says nothing. So are those of different origins: they are no rivals, they
 * count different people, and none of them is the whole.
 */
export function bySeries<C extends CountOfPeople>(counts: readonly C[]): readonly SeriesOfCounts<C>[] {
  const keyOf = ({ placeSlug, kind, populationGroup, event, origin }: C) =>
    JSON.stringify([placeSlug, kind, populationGroup, event, origin]);
  return [...grouped(counts, keyOf).values()].map((own) => ({
    event: own[0]?.event ?? null,
    origin: own[0]?.origin ?? null,
    counts: own,
  }));
}

/** Counts of everyone, wherever they came from: what a target promises, and a headline or a sentence speaks of. */
export function ofEveryOrigin<C extends CountOfPeople>(counts: readonly C[]): readonly C[] {
  return counts.filter(({ origin }) => origin === null);
}

function grouped<C>(counts: readonly C[], keyOf: (count: C) => string): Map<string, C[]> {
  const groups = new Map<string, C[]>();
  for (const count of counts) {
    const own = groups.get(keyOf(count));
    if (own) own.push(count);
    else groups.set(keyOf(count), [count]);
  }
  return groups;
}
