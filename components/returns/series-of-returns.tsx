import { useTranslations } from 'next-intl';
import { Stack } from '@/components/layout/page';
import type { ClaimUse } from '@/domain/claims/choose-claim';
import { ReturnsCharts } from './counts-over-time';
import { LatestFigures } from './latest-figures';
import type { PersonCount, PromisedCount } from './person-count';

export interface SeriesOfReturnsProps {
  /** Of one place, one population group, one event and one origin. */
  readonly counts: readonly PersonCount[];
  /** Promises of the same place and group: they speak of everyone, wherever they came from. */
  readonly targets: readonly PromisedCount[];
  readonly csvHref: string;
  readonly height?: number;
  readonly use: ClaimUse;
}

/** One series of running totals: its latest figures and their charts, under what tells it from the others. */
export function SeriesOfReturns({ counts, targets, csvHref, height, use }: SeriesOfReturnsProps) {
  const t = useTranslations('returns');
  const [first] = counts;
  if (!first) return null;
  const { event, originLabel } = first;
  const promised = first.origin === null ? targets : [];
  return (
    <Stack>
      {event && <h4>{t('event', { event })}</h4>}
      {originLabel && <h4>{t('ofOrigin', { origin: originLabel })}</h4>}
      {originLabel && <p>{t('ofOriginNote')}</p>}
      <LatestFigures counts={counts} targets={promised} use={use} />
      <ReturnsCharts counts={counts} targets={promised} csvHref={csvHref} height={height} use={use} />
    </Stack>
  );
}
