import { useTranslations } from 'next-intl';
import { Figure } from '@/components/figures/figure';
import { useFigureFormat } from '@/components/figures/server-format';
import { statedNumber } from '@/components/figures/stated-value';
import { provenanceOf } from '@/components/files/provenance';
import { FigureGrid } from '@/components/layout/page';
import { latestTotal, type Metric, runningTotals } from '@/domain/resettlement/running-totals';
import type { PersonCount, PromisedCount } from './person-count';

export interface LatestFiguresProps {
  /** Of one place and one population group. */
  readonly counts: readonly PersonCount[];
  /** Promises of the same place and group. */
  readonly targets: readonly PromisedCount[];
}

/** Families and persons as last counted, beside what was promised of the same. */
export function LatestFigures({ counts, targets }: LatestFiguresProps) {
  return (
    <FigureGrid>
      <LatestFigure metric="families" counts={counts} targets={targets} />
      <LatestFigure metric="persons" counts={counts} targets={targets} />
    </FigureGrid>
  );
}

function LatestFigure({ metric, counts, targets }: LatestFiguresProps & { readonly metric: Metric }) {
  const t = useTranslations('returns');
  const words = useTranslations('words');
  const format = useFigureFormat();
  const latest = latestTotal(counts, metric);
  if (!latest) return null;
  const target = targets
    .filter((one) => one.metric === metric && one.accumulation !== 'in_period')
    .filter((one) => one.dueOn && one.dueOn.last >= (latest.referenceOn?.last ?? ''))
    .at(-1);
  const others = runningTotals(counts).filter(
    (count) => count.slug !== latest.slug && count[metric] !== null && count.statement.verification === 'disputed',
  );
  const isEstimate = metric === 'persons' && latest.personsMethod === 'estimated';
  return (
    <Figure
      size="headline"
      label={t(`metric.${latest.kind}.${metric}`)}
      value={statedNumber(latest[metric], metric, latest.qualifier)}
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
      otherClaims={
        others.length > 0 &&
        others.map((other) => (
          <span key={other.slug}>
            {t('otherClaim', {
              value: format.stated(statedNumber(other[metric], metric, other.qualifier)),
              date: other.referenceOn ? format.date(other.referenceOn) : t('dateNotKnown'),
              who: other.statement.statedBy.name,
            })}{' '}
          </span>
        ))
      }
    />
  );
}
