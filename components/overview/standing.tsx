import { useTranslations } from 'next-intl';
import { DateText, FigureValue } from '@/components/figures/figure-value';
import { statedNumber } from '@/components/figures/stated-value';
import type { ClaimUse } from '@/domain/claims/choose-claim';
import { standingTotal } from '@/domain/resettlement/running-totals';
import { countOf, type ProgrammeTarget, type ReturnCount, type StatusGroup, sumOf } from './overview-data';

export interface StandingProps {
  readonly groups: readonly StatusGroup[];
  readonly returns: { readonly target: ProgrammeTarget; readonly counts: readonly ReturnCount[] } | null;
  readonly use: ClaimUse;
}

/** Where things stand, in two or three sentences built from the figures. */
export function Standing({ groups, returns, use }: StandingProps) {
  const t = useTranslations('overview.standing');
  const figure = (value: number, unit?: string, href?: string) => {
    const shown = () => <FigureValue value={statedNumber(value, unit)} href={href} />;
    return shown;
  };
  const total = sumOf(groups, 'count');
  const counted = standingTotal(returns?.counts ?? [], 'families', use)?.claim;
  const moved = sumOf(groups, 'moved');
  return (
    <>
      <p>
        {total === 0
          ? t('noProjects')
          : t.rich('projects', {
              built: figure(countOf(groups, ['completed', 'in_use']), undefined, '#done'),
              total: figure(total, 'projects'),
              underway: figure(countOf(groups, ['underway']), undefined, '#sectors'),
              late: figure(sumOf(groups, 'late'), undefined, '#late'),
              moved: figure(moved, undefined, '#moved'),
            })}
      </p>
      {returns?.target.metric === 'families' && (
        <p>
          {counted?.families
            ? t.rich('returns', {
                families: () => (
                  <FigureValue value={statedNumber(counted.families, 'families', counted.qualifier)} href="#returned" />
                ),
                date: () => <DateText date={counted.referenceOn} />,
                target: figure(returns.target.value),
                due: () => <DateText date={returns.target.dueOn} />,
              })
            : t.rich('noReturns', {
                target: figure(returns.target.value, 'families'),
                due: () => <DateText date={returns.target.dueOn} />,
              })}
        </p>
      )}
    </>
  );
}
