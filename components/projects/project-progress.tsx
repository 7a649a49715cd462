import { useTranslations } from 'next-intl';
import { ProgressOverTime } from '@/components/charts/progress-over-time';
import { Figure } from '@/components/figures/figure';
import { useFigureFormat } from '@/components/figures/server-format';
import { statedPercent } from '@/components/figures/stated-value';
import type { DateSpan, IsoDate } from '@/domain/calendar';
import type { RolledUp } from '@/domain/roll-up';
import { provenanceOf, type Report } from './published-project';

/** The latest percentage stated, or computed from parts and said to be so, or unknown. */
export function ProgressFigure({ reports, rolledUp, isBuilt, today }: {
  readonly reports: readonly Report[];
  readonly rolledUp: RolledUp | null;
  readonly isBuilt: boolean;
  readonly today: IsoDate;
}) {
  const t = useTranslations('project.progress');
  const format = useFigureFormat();
  const latest = reports.find(({ progressPercent }) => progressPercent !== null);
  if (latest) {
    return (
      <Figure
        size="headline"
        label={t('label')}
        value={statedPercent(latest.progressPercent)}
        provenance={provenanceOf(latest.statement, latest.referenceOn, t('definition'))}
        against={rolledUp && t('ownNotParts', { percent: format.percent(rolledUp.percent, 0) })}
      />
    );
  }
  if (rolledUp) {
    return (
      <Figure
        size="headline"
        label={t('label')}
        value={{ kind: 'percent', value: rolledUp.percent, decimals: 0 }}
        provenance={{
          referenceDate: today,
          statedBy: t('computed'),
          verification: null,
          definition: t(`rule.${rolledUp.rule}`),
          obtained: t('fromParts', { known: format.number(rolledUp.knownParts), unknown: format.number(rolledUp.unknownParts) }),
        }}
        against={t('fromParts', { known: format.number(rolledUp.knownParts), unknown: format.number(rolledUp.unknownParts) })}
      />
    );
  }
  return (
    <Figure
      size="headline"
      label={t('label')}
      value={{ kind: 'unknown' }}
      provenance={{ referenceDate: null, statedBy: null, verification: null, definition: t('definition') }}
      against={isBuilt ? t('builtUnstated') : t('noneStated')}
    />
  );
}

/** Reported progress beside a straight line from start to first promise. Nothing where fewer than two points are known. */
export function ProgressChart({ reports, startsOn, baselineEndOn }: {
  readonly reports: readonly Report[];
  readonly startsOn: DateSpan | null;
  readonly baselineEndOn: DateSpan | null;
}) {
  const t = useTranslations('project.progress');
  const format = useFigureFormat();
  const points = reports.flatMap(({ progressPercent, referenceOn, statement }) =>
    progressPercent === null || !referenceOn ? [] : [{ date: referenceOn, value: progressPercent, statedBy: statement.statedBy }],
  );
  const latest = points[0];
  const plan =
    startsOn && baselineEndOn && startsOn.last < baselineEndOn.last
      ? [
          { date: startsOn.last, value: 0 },
          { date: baselineEndOn.last, value: 100 },
        ]
      : [];
  if (!latest || points.length + plan.length < 2) return null;
  const sources = reports.filter(({ progressPercent }) => progressPercent !== null).map(({ statement }) => statement.source);
  return (
    <ProgressOverTime
      headline={t('headline', { percent: format.percent(latest.value), date: format.date(latest.date) })}
      subtitle={t('subtitle')}
      points={points.toReversed()}
      plan={plan}
      notes={plan.length > 0 ? t('planNote') : t('noPlanNote')}
      referenceDate={latest.date}
      sources={sources.filter((source, index) => sources.findIndex(({ slug }) => slug === source.slug) === index)}
    />
  );
}
