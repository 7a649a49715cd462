import { useTranslations } from 'next-intl';
import { LineOverTime } from '@/components/charts/line-over-time';
import type { TimePoint } from '@/components/charts/lines-drawn';
import { useFigureFormat } from '@/components/figures/server-format';
import { statedNumber, type FigureSource } from '@/components/figures/stated-value';
import { Columns } from '@/components/layout/page';
import type { ClaimUse } from '@/domain/claims/choose-claim';
import { claimsByDay } from '@/domain/claims/claims-by-day';
import { type Metric, runningTotals, standingTotal } from '@/domain/resettlement/running-totals';
import type { PersonCount, PromisedCount } from './person-count';

interface CountsOverTimeProps {
  readonly metric: Metric;
  /** Of one series: one place, one population group, one event. */
  readonly counts: readonly PersonCount[];
  readonly targets: readonly PromisedCount[];
  readonly csvHref: string;
  readonly use: ClaimUse;
  readonly height?: number;
}

/** Families and persons are two measures: two pictures, never two axes. */
export function ReturnsCharts(props: Omit<CountsOverTimeProps, 'metric'>) {
  const isDrawn = (metric: Metric) =>
    runningTotals(props.counts).filter((count) => count[metric] !== null && count.referenceOn).length > 1;
  const drawn = (['families', 'persons'] as const).filter(isDrawn);
  if (drawn.length === 0) return null;
  const charts = drawn.map((metric) => <CountsOverTime key={metric} {...props} metric={metric} />);
  return drawn.length > 1 ? <Columns>{charts}</Columns> : charts;
}

/** Running totals as points: each is a claim of its source, and no line joins the claims of different ones. */
function CountsOverTime({ metric, counts, targets, csvHref, use, height = 300 }: CountsOverTimeProps) {
  const t = useTranslations('returns');
  const claims = useTranslations('claims');
  const format = useFigureFormat();
  const totals = runningTotals(counts).filter((count) => count[metric] !== null && count.referenceOn);
  const latest = standingTotal(counts, metric, use)?.claim;
  if (!latest || !latest.referenceOn || totals.length < 2) return null;
  const { standing, beside } = claimsByDay(totals, metric, (count) => count[metric]);
  const promised = targets.filter(
    (target) => target.metric === metric && target.accumulation !== 'in_period' && target.dueOn,
  );
  const value = format.stated(statedNumber(latest[metric], metric, latest.qualifier));
  const lastDay = latest.referenceOn.last;
  const last = promised.find(({ dueOn }) => dueOn && dueOn.last >= lastDay) ?? promised.at(-1);
  const place = latest.placeName;
  const date = format.date(latest.referenceOn);
  return (
    <LineOverTime
      headline={
        last?.dueOn
          ? t(`headline.${latest.kind}.against`, {
              value,
              place,
              date,
              target: format.stated(statedNumber(last.value, metric, last.qualifier)),
              due: format.date(last.dueOn),
              when: last.dueOn.last < lastDay ? 'past' : 'ahead',
            })
          : t(`headline.${latest.kind}.plain`, { value, place, date })
      }
      subtitle={t('chartSubtitle', { group: latest.groupLabel, metric: t(`unit.${metric}`) })}
      notes={`${t('chartNotes', { claims: format.number(totals.length) })}${beside.length > 0 ? ` ${claims('claimsApart')}` : ''}`}
      unit={metric}
      height={height}
      csvHref={csvHref}
      referenceDate={latest.referenceOn}
      sources={sourcesOf(totals)}
      series={[
        {
          id: 'totals',
          label: t(`unit.${metric}`),
          shape: 'points',
          points: standing.map((count) => pointOf(count, metric)),
        },
        ...(beside.length > 0
          ? [
              {
                id: 'beside',
                label: claims('otherClaims'),
                color: 'series-2' as const,
                shape: 'points' as const,
                points: beside.map((count) => pointOf(count, metric)),
              },
            ]
          : []),
      ]}
      targets={promised.flatMap(({ value: amount, dueOn }) =>
        dueOn
          ? [
              {
                label: t('targetLabel', { value: format.number(amount), due: format.date(dueOn, 'short') }),
                value: amount,
                by: dueOn,
              },
            ]
          : [],
      )}
    />
  );
}

function pointOf({ referenceOn, qualifier, statement, ...count }: PersonCount, metric: Metric): TimePoint {
  if (!referenceOn) throw new Error(`A count without a date in a picture: ${count.slug}`);
  return { date: referenceOn, value: count[metric], qualifier, statedBy: statement.statedBy.name };
}

/** Few sources are cited one by one; many stand in the table, each with its row. */
function sourcesOf(counts: readonly PersonCount[]): FigureSource[] {
  const sources = new Map(
    counts.flatMap(({ statement: { source } }) => (source ? [[`${source.title} ${source.url}`, source] as const] : [])),
  );
  return sources.size <= 3 ? [...sources.values()] : [];
}
