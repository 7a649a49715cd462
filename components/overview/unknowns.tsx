import { useTranslations } from 'next-intl';
import { FigureValue } from '@/components/figures/figure-value';
import { statedNumber } from '@/components/figures/stated-value';
import { PlainList } from '@/components/layout/page';
import { countOf, type StatusGroup, sumOf } from './overview-data';

export interface UnknownsProps {
  readonly groups: readonly StatusGroup[];
  readonly withMoney: number;
  readonly unreportedHref: string;
}

/** What the record does not know, as plainly as what it does. */
export function Unknowns({ groups, withMoney, unreportedHref }: UnknownsProps) {
  const t = useTranslations('overview.unknown');
  const live = groups.filter(({ status }) => status !== 'cancelled');
  const built = groups.filter(({ status }) => status === 'completed' || status === 'in_use');
  const total = sumOf(live, 'count');
  if (total === 0) return <p>{t('nothing')}</p>;
  const line = (key: string, value: number, of: number, href?: string) =>
    value > 0 && (
      <li>
        {t.rich(key, {
          value: () => <FigureValue value={statedNumber(value)} href={href} />,
          total: () => <FigureValue value={statedNumber(of, 'projects')} />,
        })}
      </li>
    );
  return (
    <PlainList>
      {line('promise', sumOf(live, 'withoutPromise'), total)}
      {line('baseline', sumOf(live, 'withoutBaseline'), total)}
      {line('end', sumOf(built, 'withoutEnd'), sumOf(built, 'count'))}
      {line(
        'unreported',
        sumOf(groups, 'unreported'),
        countOf(groups, ['proposed', 'planned', 'underway']),
        unreportedHref,
      )}
      {line('money', sumOf(groups, 'count') - withMoney, sumOf(groups, 'count'))}
      {line('verified', sumOf(groups, 'count') - sumOf(groups, 'verified'), sumOf(groups, 'count'))}
      {line('disputed', sumOf(groups, 'disputed'), sumOf(groups, 'count'))}
    </PlainList>
  );
}
