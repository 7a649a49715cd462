import { useTranslations } from 'next-intl';
import { LineOverTime } from '@/components/charts/line-over-time';
import { useFigureFormat } from '@/components/figures/server-format';
import { statedNumber, type FigureSource } from '@/components/figures/stated-value';
import { Columns } from '@/components/layout/page';
import { latestTotal, type Metric, runningTotals } from '@/domain/resettlement/running-totals';
import type { PersonCount, PromisedCount } from './person-count';

interface CountsOverTimeProps {
  readonly metric: Metric;
  /** Of one place and one population group. */
  readonly counts: readonly PersonCount[];
  readonly targets: readonly PromisedCount[];
  readonly csvHref: string;
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
function CountsOverTime({ metric, counts, targets, csvHref, height = 300 }: CountsOverTimeProps) {
  const t = useTranslations('returns');
  const format = useFigureFormat();
  const totals = runningTotals(counts).filter((count) => count[metric] !== null && count.referenceOn);
  const latest = latestTotal(counts, metric);
  if (!latest || !latest.referenceOn || totals.length < 2) return null;
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
      notes={t('chartNotes', { claims: format.number(totals.length) })}
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
          points: totals.flatMap(({ referenceOn, qualifier, statement, ...count }) =>
            referenceOn
              ? [{ date: referenceOn, value: count[metric], qualifier, statedBy: statement.statedBy.name }]
              : [],
          ),
        },
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

/** Few sources are cited one by one; many stand in the table, each with its row. */
function sourcesOf(counts: readonly PersonCount[]): FigureSource[] {
  const sources = new Map(
    counts.flatMap(({ statement: { source } }) => (source ? [[`${source.title} ${source.url}`, source] as const] : [])),
  );
  return sources.size <= 3 ? [...sources.values()] : [];
}
