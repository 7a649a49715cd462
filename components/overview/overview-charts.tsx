import { useTranslations } from 'next-intl';
import { BarsByYear } from '@/components/charts/bars-by-year';
import { LineOverTime } from '@/components/charts/line-over-time';
import { PlannedVsActualByPeriod } from '@/components/charts/planned-vs-actual-by-period';
import { useFigureFormat } from '@/components/figures/server-format';
import type { FigureSource } from '@/components/figures/stated-value';
import type { ProjectSource } from '@/components/projects/published-project';
import type { IsoDate } from '@/domain/calendar';
import type { ClaimUse } from '@/domain/claims/choose-claim';
import { claimsByDay } from '@/domain/claims/claims-by-day';
import { standingTotal } from '@/domain/resettlement/running-totals';
import type { DayCount, ProgrammeTarget, ReturnCount, WholeAmount } from './overview-data';
import { runningQuarters } from './quarters';

/** Running totals of those who returned, by who states them, against the target of the same group. */
export function ReturnsChart({
  target,
  counts,
  csvHref,
  use,
}: {
  readonly target: ProgrammeTarget;
  readonly counts: readonly ReturnCount[];
  readonly csvHref: string;
  readonly use: ClaimUse;
}) {
  const t = useTranslations('overview.returnsChart');
  const claims = useTranslations('claims');
  const format = useFigureFormat();
  const unit = target.metric === 'persons' ? 'persons' : 'families';
  const known = counts.flatMap((count) =>
    count[unit] !== null && count.referenceOn ? [{ ...count, referenceOn: count.referenceOn }] : [],
  );
  const latest = standingTotal(known, unit, use)?.claim;
  const { standing, beside } = claimsByDay(known, unit, (count) => count[unit]);
  const pointOf = (count: (typeof known)[number]) => ({
    date: count.referenceOn,
    value: count[unit],
    qualifier: count.qualifier,
    statedBy: count.statement.statedBy,
  });
  const promised = format.stated({ kind: 'number', value: target.value, unit, qualifier: target.qualifier });
  const due = target.dueOn ? format.date(target.dueOn) : '';
  return (
    <LineOverTime
      headline={
        latest
          ? t('headline', {
              value: format.quantity(latest[unit] ?? 0, unit),
              date: format.date(latest.referenceOn),
              target: format.number(target.value),
              due,
            })
          : t('headlineUnknown', { target: promised, due })
      }
      subtitle={t(`subtitle.${unit}`)}
      notes={`${t('notes')}${beside.length > 0 ? ` ${claims('claimsApart')}` : ''}`}
      sources={uniqueSources([...known.map(({ statement }) => statement.source), target.statement.source])}
      referenceDate={latest?.referenceOn}
      csvHref={csvHref}
      unit={unit}
      targets={[{ label: t('target', { target: promised }), value: target.value, by: target.dueOn ?? undefined }]}
      series={[
        {
          id: unit,
          label: t(`series.${unit}`),
          shape: 'step',
          points: standing.map(pointOf),
        },
        ...(beside.length > 0
          ? [
              {
                id: 'beside',
                label: claims('otherClaims'),
                color: 'series-2' as const,
                shape: 'points' as const,
                points: beside.map(pointOf),
              },
            ]
          : []),
      ]}
      empty={t('empty')}
    />
  );
}

/** Ends promised and reached, by quarter, of the projects that have a promise. */
export function CompletionsChart({
  planned,
  ended,
  today,
  withoutPromise,
  csvHref,
}: {
  readonly planned: readonly DayCount[];
  readonly ended: readonly DayCount[];
  readonly today: IsoDate;
  readonly withoutPromise: number;
  readonly csvHref: string;
}) {
  const t = useTranslations('overview.completions');
  const format = useFigureFormat();
  const quarters = runningQuarters(planned, ended, today);
  const sum = (counts: readonly DayCount[]) => counts.reduce((total, { count }) => total + count, 0);
  return (
    <PlannedVsActualByPeriod
      headline={t('headline', {
        due: format.number(sum(planned.filter(({ on }) => on < today))),
        promised: format.quantity(sum(planned), 'projects'),
        done: format.number(sum(ended)),
      })}
      subtitle={t('subtitle')}
      notes={t('notes', { without: format.quantity(withoutPromise, 'projects') })}
      referenceDate={today}
      csvHref={csvHref}
      unit="projects"
      periods={quarters.map(({ id, year, quarter, planned: due, done }) => ({
        id,
        title: t('quarter', { quarter, year: String(year) }),
        tick: quarter === 1 ? String(year) : null,
        planned: due,
        done,
      }))}
      empty={t('empty')}
    />
  );
}

/** Money of whole years, planned and spent. Parts of a year and totals over years are named, not drawn. */
export function MoneyChart({
  amounts,
  csvHref,
}: {
  readonly amounts: readonly WholeAmount[];
  readonly csvHref: string;
}) {
  const t = useTranslations('overview.moneyChart');
  const words = useTranslations('words.moneyKind');
  const format = useFigureFormat();
  const currency = amounts.find(({ accumulation }) => accumulation === 'in_period')?.currency;
  if (!currency) return <p>{t('empty')}</p>;

  const kinds = [
    { id: 'draft', label: words('draft'), color: 'plan', look: 'outline' },
    { id: 'approved', label: words('approved'), color: 'accent', look: 'dashed' },
    { id: 'spent', label: words('spent'), color: 'accent', look: 'solid' },
  ] as const;
  const inPeriod = amounts.filter(
    (amount) =>
      amount.accumulation === 'in_period' && amount.currency === currency && kinds.some(({ id }) => id === amount.kind),
  );
  const yearly = inPeriod.filter(({ period }) => period?.precision === 'year');
  const partial = inPeriod.filter(({ period }) => period?.precision !== 'year');
  const years = [...new Set(yearly.map(({ period }) => period?.first.slice(0, 4) ?? ''))].sort();
  // The last one stated for a year and kind: a revised budget takes the place of the first.
  const amountOf = (year: string, kind: string) =>
    yearly.findLast((amount) => amount.kind === kind && amount.period?.first.startsWith(year));
  const written = (amount: WholeAmount) =>
    format.stated({ kind: 'money', minorUnits: amount.minorUnits, currency, qualifier: amount.qualifier });
  const spentYear = years.findLast((year) => amountOf(year, 'spent'));
  const spent = spentYear ? amountOf(spentYear, 'spent') : undefined;
  const approved = spentYear ? (amountOf(spentYear, 'approved') ?? amountOf(spentYear, 'draft')) : undefined;
  return (
    <BarsByYear
      headline={
        spent && spentYear
          ? approved
            ? t('headline', {
                spent: written(spent),
                year: spentYear,
                planned: written(approved),
                kind: words(approved.kind).toLowerCase(),
              })
            : t('headlineSpent', { spent: written(spent), year: spentYear })
          : t('headlineUnknown')
      }
      subtitle={t('subtitle', { currency })}
      notes={
        <>
          <p>{t('notes')}</p>
          {partial.length > 0 && (
            <p>
              {t('partial', {
                list: partial
                  .map((amount) =>
                    t('partialOne', {
                      kind: words(amount.kind).toLowerCase(),
                      amount: written(amount),
                      period: amount.period ? format.date(amount.period) : '',
                    }),
                  )
                  .join('; '),
              })}
            </p>
          )}
        </>
      }
      sources={uniqueSources(yearly.map(({ statement }) => statement.source))}
      csvHref={csvHref}
      kinds={kinds}
      years={years.map((year) => ({
        id: year,
        title: year,
        values: Object.fromEntries(
          kinds.map(({ id }) => {
            const amount = amountOf(year, id);
            return [id, amount ? { value: Number(amount.minorUnits) / 100, text: written(amount) } : null];
          }),
        ),
      }))}
      empty={t('empty')}
    />
  );
}

function uniqueSources(sources: readonly ProjectSource[]): readonly FigureSource[] {
  return sources.filter((source, index) => sources.findIndex(({ slug }) => slug === source.slug) === index);
}
