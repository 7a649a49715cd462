import { FigureValue } from '@/components/figures/figure-value';
import type { Metric } from '@/domain/resettlement/running-totals';
import type { PersonCount } from './person-count';
import { statedCount } from './stated-count';

/** A number of a table whose head names the unit; unknown stays unknown, and withheld says so. */
export function CountValue({ count, metric }: { readonly count: PersonCount; readonly metric: Metric }) {
  return <FigureValue value={statedCount(count, metric)} />;
}
