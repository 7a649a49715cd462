import { useTranslations } from 'next-intl';
import { ProgressOverTime } from '@/components/charts/progress-over-time';
import { ClaimsBeside } from '@/components/claims/claims-beside';
import { Figure } from '@/components/figures/figure';
import { useFigureFormat } from '@/components/figures/server-format';
import { statedPercent } from '@/components/figures/stated-value';
import { RecordHistoryLink } from '@/components/history/record-history-link';
import type { DateSpan, IsoDate } from '@/domain/calendar';
import { chooseClaim } from '@/domain/claims/choose-claim';
import { claimsByDay } from '@/domain/claims/claims-by-day';
import type { ExpectedFinish } from '@/domain/forecast/expected-finish';
import type { RolledUp } from '@/domain/roll-up';
import { provenanceOf, type Report } from './published-project';

/** The latest percentage stated, or computed from parts and said to be so, or unknown. */
export function ProgressFigure({
  reports,
  rolledUp,
  isBuilt,
  today,
}: {
  readonly reports: readonly Report[];
  readonly rolledUp: RolledUp | null;
  readonly isBuilt: boolean;
  readonly today: IsoDate;
}) {
  const t = useTranslations('project.progress');
  const format = useFigureFormat();
  const chosen = chooseClaim(reports, 'physicalProgressPercent', ({ progressPercent }) => progressPercent);
  if (chosen) {
    const latest = chosen.claim;
    return (
      <Figure
        size="headline"
        label={t('label')}
        value={statedPercent(latest.progressPercent)}
        provenance={provenanceOf(latest.statement, latest.referenceOn, t('definition'))}
        history={<RecordHistoryLink kind="progress_report" slug={latest.slug} />}
        against={rolledUp && t('ownNotParts', { percent: format.percent(rolledUp.percent, 0) })}
        beside={
          <ClaimsBeside
            chosen={chosen}
            statedOf={({ progressPercent }) => statedPercent(progressPercent)}
            whoOf={({ statement }) => statement.statedBy}
            rangeOf={(percent) => format.percent(percent)}
          />
        }
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
          obtained: t('fromParts', {
            known: format.number(rolledUp.knownParts),
            unknown: format.number(rolledUp.unknownParts),
          }),
        }}
        against={t('fromParts', {
          known: format.number(rolledUp.knownParts),
          unknown: format.number(rolledUp.unknownParts),
        })}
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
export function ProgressChart({
  reports,
  startsOn,
  baselineEndOn,
  expected = null,
}: {
  readonly reports: readonly Report[];
  readonly startsOn: DateSpan | null;
  readonly baselineEndOn: DateSpan | null;
  readonly expected?: ExpectedFinish | null;
}) {
  const t = useTranslations('project.progress');
  const format = useFigureFormat();
  const { standing, beside } = claimsByDay(
    reports,
    'physicalProgressPercent',
    ({ progressPercent }) => progressPercent,
  );
  const points = standing.flatMap(pointOf);
  const latest = points.at(-1);
  const plan =
    startsOn && baselineEndOn && startsOn.last < baselineEndOn.last
      ? [
          { date: startsOn.last, value: 0 },
          { date: baselineEndOn.last, value: 100 },
        ]
      : [];
  if (!latest || points.length + plan.length < 2) return null;
  const sources = reports
    .filter(({ progressPercent }) => progressPercent !== null)
    .map(({ statement }) => statement.source);
  return (
    <ProgressOverTime
      headline={t('headline', { percent: format.percent(latest.value), date: format.date(latest.date) })}
      subtitle={t('subtitle')}
      points={points}
      beside={beside.flatMap(pointOf)}
      plan={plan}
      expected={
        expected && {
          path: [
            { date: expected.asAt, value: expected.percent },
            { date: expected.on, value: 100 },
          ],
          range: [
            { date: expected.first, value: 100 },
            { date: expected.last, value: 100 },
          ],
        }
      }
      notes={[plan.length > 0 ? t('planNote') : t('noPlanNote'), expected && t('expectedNote')]
        .filter(Boolean)
        .join(' ')}
      referenceDate={latest.date}
      sources={sources.filter((source, index) => sources.findIndex(({ slug }) => slug === source.slug) === index)}
    />
  );
}

const pointOf = ({ progressPercent, referenceOn, statement }: Report) =>
  progressPercent === null || !referenceOn
    ? []
    : [{ date: referenceOn, value: progressPercent, statedBy: statement.statedBy }];
