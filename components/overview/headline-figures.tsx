import { useTranslations } from 'next-intl';
import { ClaimsBeside } from '@/components/claims/claims-beside';
import { Sparkline } from '@/components/charts/sparkline';
import { Figure } from '@/components/figures/figure';
import { DateText, FigureValue } from '@/components/figures/figure-value';
import { useFigureFormat } from '@/components/figures/server-format';
import { statedMoney, statedNumber } from '@/components/figures/stated-value';
import { FigureGrid } from '@/components/layout/page';
import { provenanceOf } from '@/components/projects/published-project';
import type { IsoDate } from '@/domain/calendar';
import { chooseClaim, type ClaimUse } from '@/domain/claims/choose-claim';
import { standingTotal } from '@/domain/resettlement/running-totals';
import {
  countOf,
  type DoneQuantity,
  type ProgrammeTarget,
  type ReturnCount,
  type StatusGroup,
  sumOf,
  type WholeAmount,
} from './overview-data';

export interface HeadlineFiguresProps {
  readonly groups: readonly StatusGroup[];
  readonly returns: { readonly target: ProgrammeTarget; readonly counts: readonly ReturnCount[] } | null;
  readonly quantity: { readonly target: ProgrammeTarget; readonly done: readonly DoneQuantity[] } | null;
  readonly amounts: readonly WholeAmount[];
  readonly today: IsoDate;
  readonly use: ClaimUse;
}

/** The few figures that matter, each with its date, whose it is, and what it is read against. */
export function HeadlineFigures({ groups, returns, quantity, amounts, today, use }: HeadlineFiguresProps) {
  return (
    <FigureGrid>
      {returns && <ReturnedFigure {...returns} use={use} />}
      <DoneProjects groups={groups} today={today} />
      <SpentFigure amounts={amounts} />
      {quantity && <QuantityFigure {...quantity} use={use} />}
    </FigureGrid>
  );
}

function ReturnedFigure({
  target,
  counts,
  use,
}: {
  readonly target: ProgrammeTarget;
  readonly counts: readonly ReturnCount[];
  readonly use: ClaimUse;
}) {
  const t = useTranslations('overview.returned');
  const format = useFigureFormat();
  const unit = target.metric === 'persons' ? 'persons' : 'families';
  const chosen = standingTotal(counts, unit, use);
  const latest = chosen?.claim;
  const later = counts.filter(
    ({ referenceOn }) => latest?.referenceOn && referenceOn && referenceOn.last > latest.referenceOn.last,
  );
  return (
    <Figure
      size="headline"
      id="returned"
      label={t(unit)}
      value={
        !latest && counts.some(({ isWithheld }) => isWithheld)
          ? { kind: 'withheld' }
          : statedNumber(latest?.[unit], undefined, latest?.qualifier)
      }
      provenance={
        latest
          ? provenanceOf(
              latest.statement,
              latest.referenceOn,
              t('definition', { group: target.groupLabel ?? '', place: target.placeName ?? '' }),
            )
          : { referenceDate: null, statedBy: null, verification: null }
      }
      against={
        <>
          {t.rich('against', {
            value: () => <FigureValue value={statedNumber(target.value, unit, target.qualifier)} />,
            date: () => <DateText date={target.dueOn} />,
          })}
          {unit === 'families' && latest?.persons && (
            <>
              {'. '}
              {t.rich('withPersons', {
                value: () => <FigureValue value={statedNumber(latest.persons, 'persons', latest.qualifier)} />,
              })}
            </>
          )}
          {later.map((count) => (
            <span key={count.slug}>
              {' '}
              {t.rich('later', {
                value: () => (
                  <FigureValue
                    value={
                      count.isWithheld
                        ? { kind: 'withheld' }
                        : statedNumber(
                            count.persons ?? count.families,
                            count.persons === null ? 'families' : 'persons',
                            count.qualifier,
                          )
                    }
                  />
                ),
                date: () => <DateText date={count.referenceOn} />,
                who: count.statement.statedBy ?? '',
              })}
            </span>
          ))}
        </>
      }
      trend={
        <Sparkline
          label={t('trend')}
          top={Math.max(target.value, latest?.[unit] ?? 0) / 3}
          points={counts.flatMap((count) =>
            count.referenceOn ? [{ date: count.referenceOn, value: count[unit] }] : [],
          )}
        />
      }
      beside={
        chosen && (
          <ClaimsBeside
            chosen={chosen}
            statedOf={(count) => statedNumber(count[unit], unit, count.qualifier)}
            whoOf={({ statement }) => statement.statedBy}
            rangeOf={(value) => format.number(value)}
          />
        )
      }
    />
  );
}

function DoneProjects({ groups, today }: { readonly groups: readonly StatusGroup[]; readonly today: IsoDate }) {
  const t = useTranslations('overview.done');
  const total = sumOf(groups, 'count');
  return (
    <Figure
      size="headline"
      id="done"
      label={t('label')}
      value={total === 0 ? { kind: 'unknown' } : statedNumber(countOf(groups, ['completed', 'in_use']))}
      against={
        total > 0 &&
        t.rich('against', {
          total: () => <FigureValue value={statedNumber(total, 'projects')} />,
          underway: () => <FigureValue value={statedNumber(countOf(groups, ['underway']))} />,
          planned: () => <FigureValue value={statedNumber(countOf(groups, ['planned', 'proposed']))} />,
        })
      }
      provenance={{
        referenceDate: today,
        statedBy: t('counted'),
        verification: null,
        definition: t('definition'),
        obtained: t('obtained'),
      }}
    />
  );
}

/** What was spent in all so far, apart from what was required: their periods differ. */
function SpentFigure({ amounts }: { readonly amounts: readonly WholeAmount[] }) {
  const t = useTranslations('overview.spent');
  const spent = amounts.findLast(({ kind, accumulation }) => kind === 'spent' && accumulation === 'cumulative');
  const required = amounts.findLast(({ kind }) => kind === 'required');
  return (
    <Figure
      size="headline"
      id="spent"
      label={t('label')}
      value={statedMoney(spent?.minorUnits, spent?.currency, spent?.qualifier)}
      against={
        <>
          {spent && t.rich('period', { period: () => <DateText date={spent.period} /> })}{' '}
          {required &&
            t.rich('required', {
              amount: () => (
                <FigureValue value={statedMoney(required.minorUnits, required.currency, required.qualifier)} />
              ),
              period: () => <DateText date={required.period} />,
            })}
        </>
      }
      provenance={
        spent
          ? provenanceOf(spent.statement, spent.period?.last ?? null, t('definition'))
          : { referenceDate: null, statedBy: null, verification: null, definition: t('definition') }
      }
    />
  );
}

function QuantityFigure({
  target,
  done,
  use,
}: {
  readonly target: ProgrammeTarget;
  readonly done: readonly DoneQuantity[];
  readonly use: ClaimUse;
}) {
  const t = useTranslations('overview.quantity');
  const format = useFigureFormat();
  // Running totals of several projects are not one figure; with one project the one that stands is.
  const isOne = new Set(done.map(({ projectSlug }) => projectSlug)).size === 1;
  const chosen = isOne ? chooseClaim(done, 'quantities', ({ quantity }) => quantity, use) : null;
  const latest = chosen?.claim;
  return (
    <Figure
      size="headline"
      id="quantity"
      label={target.measureLabel ?? t('label')}
      value={statedNumber(latest?.quantity, target.unit ?? undefined, latest?.qualifier)}
      against={t.rich('against', {
        value: () => <FigureValue value={statedNumber(target.value, target.unit ?? undefined, target.qualifier)} />,
        date: () => <DateText date={target.dueOn} />,
      })}
      provenance={
        latest
          ? provenanceOf(latest.statement, latest.referenceOn, t('definition'))
          : { referenceDate: null, statedBy: null, verification: null, definition: t('definition') }
      }
      beside={
        chosen && (
          <ClaimsBeside
            chosen={chosen}
            statedOf={({ quantity, qualifier }) => statedNumber(quantity, target.unit ?? undefined, qualifier)}
            whoOf={({ statement }) => statement.statedBy}
            rangeOf={(value) => format.number(value)}
          />
        )
      }
      trend={
        isOne && (
          <Sparkline
            label={t('trend')}
            color="series-4"
            points={done.flatMap(({ referenceOn, quantity }) =>
              referenceOn ? [{ date: referenceOn, value: quantity }] : [],
            )}
          />
        )
      }
    />
  );
}
