import { useTranslations } from 'next-intl';
import { Figure } from '@/components/figures/figure';
import { useFigureFormat } from '@/components/figures/server-format';
import { statedNumber } from '@/components/figures/stated-value';
import { provenanceOf } from '@/components/files/provenance';
import { RecordHistoryLink } from '@/components/history/record-history-link';
import { FigureGrid } from '@/components/layout/page';
import type { ClaimUse } from '@/domain/claims/choose-claim';
import { type Metric, standingTotal } from '@/domain/resettlement/running-totals';
import { CountClaims } from './count-claims';
import { LaterWithheld } from './later-withheld';
import type { PersonCount, PromisedCount } from './person-count';
import { statedCount, withheldAfter } from './stated-count';

export interface LatestFiguresProps {
  /** Of one series: one place, one population group, one event. */
  readonly counts: readonly PersonCount[];
  /** Promises of the same place and group. */
  readonly targets: readonly PromisedCount[];
  readonly use: ClaimUse;
}

/** Families and persons as last counted, beside what was promised of the same. */
export function LatestFigures(props: LatestFiguresProps) {
  return (
    <FigureGrid>
      <LatestFigure metric="families" {...props} />
      <LatestFigure metric="persons" {...props} />
    </FigureGrid>
  );
}

function LatestFigure({ metric, counts, targets, use }: LatestFiguresProps & { readonly metric: Metric }) {
  const t = useTranslations('returns');
  const words = useTranslations('words');
  const format = useFigureFormat();
  const chosen = standingTotal(counts, metric, use);
  const latest = chosen?.claim ?? withheldAfter(counts, metric, null);
  if (!latest) return null;
  const target = targets
    .filter((one) => one.metric === metric && one.accumulation !== 'in_period')
    .filter((one) => one.dueOn && one.dueOn.last >= (latest.referenceOn?.last ?? ''))
    .at(-1);
  const isEstimate = metric === 'persons' && latest.personsMethod === 'estimated';
  return (
    <Figure
      size="headline"
      label={t(`metric.${latest.kind}.${metric}`)}
      value={statedCount(latest, metric, metric)}
      history={<RecordHistoryLink kind="resettlement" slug={latest.slug} />}
      provenance={provenanceOf(latest.statement, latest.referenceOn, {
        definition: t('definitionOf', { group: latest.groupLabel, place: latest.placeName }),
        obtained:
          isEstimate && latest.personsPerFamily
            ? t('estimated', { factor: format.number(latest.personsPerFamily) })
            : words(`obtainment.${latest.statement.obtained}`),
      })}
      against={
        target &&
        target.dueOn &&
        t('ofTarget', {
          target: format.stated(statedNumber(target.value, metric, target.qualifier)),
          due: format.date(target.dueOn),
        })
      }
      beside={
        chosen && (
          <>
            <CountClaims chosen={chosen} metric={metric} />
            <LaterWithheld counts={counts} metric={metric} shown={latest} />
          </>
        )
      }
    />
  );
}
