import { useTranslations } from 'next-intl';
import type { ChartFrame } from './chart-frame';
import type { ColumnGroup, ColumnKind } from './columns-drawn';
import { GroupedColumns } from './grouped-columns';

export interface BarsByYearProps extends ChartFrame {
  /** What stands side by side, in the order of the steps: planned (`outline`), revised (`dashed`), spent (`solid`). */
  readonly kinds: readonly ColumnKind[];
  readonly years: readonly ColumnGroup[];
  readonly empty?: string;
}

/** Money of one currency by year, its kinds side by side and never stacked: they are not parts of a whole. */
export function BarsByYear({ years, ...rest }: BarsByYearProps) {
  const t = useTranslations('charts');
  return <GroupedColumns {...rest} groups={years} groupHead={t('year')} />;
}
