import { statedNumber, type StatedValue } from '@/components/figures/stated-value';
import { type Metric, runningTotals } from '@/domain/resettlement/running-totals';
import type { PersonCount } from './person-count';

/** A count as it may be told: withheld is neither unknown nor zero. */
export const statedCount = (count: PersonCount, metric: Metric, unit?: string): StatedValue =>
  isWithheld(count, metric) ? { kind: 'withheld' } : statedNumber(count[metric], unit, count.qualifier);

export const isWithheld = (count: PersonCount, metric: Metric): boolean =>
  metric === 'families' ? count.familiesWithheld : count.personsWithheld;

/** The last running total that is withheld, where none later is shown. */
export function withheldAfter(
  counts: readonly PersonCount[],
  metric: Metric,
  shown: PersonCount | null,
): PersonCount | null {
  const dayOf = ({ referenceOn }: PersonCount) => referenceOn?.last ?? '';
  return (
    runningTotals(counts)
      .filter((count) => isWithheld(count, metric) && (!shown || dayOf(count) > dayOf(shown)))
      .toSorted((one, other) => (dayOf(one) < dayOf(other) ? -1 : 1))
      .at(-1) ?? null
  );
}
