import { FigureValue } from '@/components/figures/figure-value';
import { statedNumber } from '@/components/figures/stated-value';
import type { Qualifier } from '@/domain/vocabulary';

/** A number of a table whose head names the unit; unknown stays unknown. */
export function CountValue({
  value,
  qualifier,
}: {
  readonly value: number | null;
  readonly qualifier: Qualifier | null;
}) {
  return <FigureValue value={statedNumber(value, undefined, qualifier)} />;
}
