import { useTranslations } from 'next-intl';
import { useFigureFormat } from '@/components/figures/server-format';
import type { ChartFrame } from './chart-frame';
import type { ColumnGroup } from './columns-drawn';
import { GroupedColumns } from './grouped-columns';

export interface PeriodCount {
  readonly id: string;
  /** "Q3 2023". */
  readonly title: string;
  /** Under the axis: the year at each first quarter, null elsewhere. */
  readonly tick: string | null;
  readonly planned: number | null;
  readonly done: number | null;
}

export interface PlannedVsActualByPeriodProps extends ChartFrame {
  readonly periods: readonly PeriodCount[];
  /** What is counted: `projects`. */
  readonly unit: string;
  /** `each`: in the period. `cumulative`: up to its end. */
  readonly count?: 'each' | 'cumulative';
  readonly empty?: string;
}

/** What was promised for each period, and what was done in it. */
export function PlannedVsActualByPeriod({ periods, unit, count = 'each', ...rest }: PlannedVsActualByPeriodProps) {
  const t = useTranslations('charts');
  const format = useFigureFormat();
  const shown = count === 'each' ? periods : runningTotals(periods);
  const bar = (value: number | null) => (value === null ? null : { value, text: format.quantity(value, unit) });
  return (
    <GroupedColumns
      {...rest}
      groupHead={t('period')}
      kinds={[
        { id: 'planned', label: t('planned'), color: 'plan', look: 'outline' },
        { id: 'done', label: t('done'), color: 'accent', look: 'solid' },
      ]}
      groups={shown.map(
        ({ id, title, tick, planned, done }): ColumnGroup => ({
          id,
          title,
          tick,
          values: { planned: bar(planned), done: bar(done) },
        }),
      )}
    />
  );
}

/** A running total is unknown from the first unknown on. */
function runningTotals(periods: readonly PeriodCount[]): readonly PeriodCount[] {
  let planned: number | null = 0;
  let done: number | null = 0;
  return periods.map((period) => {
    planned = planned === null || period.planned === null ? null : planned + period.planned;
    done = done === null || period.done === null ? null : done + period.done;
    return { ...period, planned, done };
  });
}
