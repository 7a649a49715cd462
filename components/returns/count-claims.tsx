import { ClaimsBeside } from '@/components/claims/claims-beside';
import { useFigureFormat } from '@/components/figures/server-format';
import { statedNumber } from '@/components/figures/stated-value';
import type { Chosen } from '@/domain/claims/choose-claim';
import type { Metric } from '@/domain/resettlement/running-totals';
import type { PersonCount } from './person-count';

/** The other counts of the same people at the same place, and their range. */
export function CountClaims({ chosen, metric }: { readonly chosen: Chosen<PersonCount>; readonly metric: Metric }) {
  const format = useFigureFormat();
  return (
    <ClaimsBeside
      chosen={chosen}
      statedOf={(count) => statedNumber(count[metric], metric, count.qualifier)}
      whoOf={({ statement }) => statement.statedBy.name}
      rangeOf={(value) => format.number(value)}
    />
  );
}
