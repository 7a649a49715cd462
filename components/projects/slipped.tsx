import { useTranslations } from 'next-intl';
import { Unknown } from '@/components/figures/figure-value';
import { useFigureFormat } from '@/components/figures/server-format';

export interface SlippedProps {
  readonly slippage: { readonly leastDays: number; readonly mostDays: number } | null;
}

/** Days against the first promise, for a column whose head says "days": `+148`, `+1 to +365`, `0`. */
export function Slipped({ slippage }: SlippedProps) {
  const t = useTranslations('projects');
  const format = useFigureFormat();
  if (!slippage) return <Unknown />;
  const { leastDays, mostDays } = slippage;
  const signed = (days: number) => (days === 0 ? format.number(0) : format.difference(days));
  const text =
    leastDays === mostDays ? signed(mostDays) : t('slippedRange', { from: signed(leastDays), until: signed(mostDays) });
  return <data value={String(mostDays)}>{text}</data>;
}
