import { useTranslations } from 'next-intl';
import { useFigureFormat } from '@/components/figures/server-format';
import type { Metric } from '@/domain/resettlement/running-totals';
import type { PersonCount } from './person-count';
import { withheldAfter } from './stated-count';

export interface LaterWithheldProps {
  readonly counts: readonly PersonCount[];
  readonly metric: Metric;
  readonly shown: PersonCount;
}

/** Where the last count is withheld, the one before it stands, and says that it is not the last. */
export function LaterWithheld({ counts, metric, shown }: LaterWithheldProps) {
  const t = useTranslations('returns');
  const format = useFigureFormat();
  const later = withheldAfter(counts, metric, shown);
  if (!later?.referenceOn) return null;
  return <p>{t('laterWithheld', { date: format.date(later.referenceOn) })}</p>;
}
