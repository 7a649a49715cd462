import type { DateSpan } from '../calendar';
import type { Counting, ResettlementKind } from '../vocabulary';

/** What the rules need of a count of families and persons. */
export interface CountOfPeople {
  readonly placeSlug: string;
  readonly kind: ResettlementKind;
  readonly populationGroup: string;
  readonly stage: 'happened' | 'announced';
  readonly counting: Counting;
  readonly referenceOn: DateSpan | null;
  readonly families: number | null;
  readonly persons: number | null;
}

export type Metric = 'families' | 'persons';

/** Everyone so far, as of a day. Announced groups have not come, and single groups are parts: neither is among them. */
export function runningTotals<C extends CountOfPeople>(counts: readonly C[]): readonly C[] {
  return counts.filter(({ counting, stage }) => counting === 'running_total' && stage === 'happened');
}

/** The latest running total that states the metric. Totals are never summed: each already counts everyone before. */
export function latestTotal<C extends CountOfPeople>(counts: readonly C[], metric: Metric): C | null {
  const dated = runningTotals(counts).filter((count) => count[metric] !== null && count.referenceOn !== null);
  return dated.reduce<C | null>((latest, count) => (latest === null || isLater(count, latest) ? count : latest), null);
}

function isLater(one: CountOfPeople, other: CountOfPeople): boolean {
  return (one.referenceOn?.last ?? '') >= (other.referenceOn?.last ?? '');
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

export function byPlace<C extends CountOfPeople>(
  counts: readonly C[],
): readonly { readonly placeSlug: string; readonly counts: readonly C[] }[] {
  return [...grouped(counts, ({ placeSlug }) => placeSlug)].map(([placeSlug, own]) => ({ placeSlug, counts: own }));
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
