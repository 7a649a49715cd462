import { useTranslations } from 'next-intl';
import type { ChartFrame } from './chart-frame';
import { LineOverTime } from './line-over-time';
import type { TimePoint } from './lines-drawn';

export interface ProgressOverTimeProps extends ChartFrame {
  /** Physical progress in percent, 0–100, as reported. */
  readonly points: readonly TimePoint[];
  /** What the plan expected; empty when no plan is known. */
  readonly plan?: readonly TimePoint[];
  readonly empty?: string;
}

/** Reported progress beside the plan. The axis always runs from 0 to 100, so that projects compare. */
export function ProgressOverTime({ points, plan = [], ...frame }: ProgressOverTimeProps) {
  const t = useTranslations('charts');
  return (
    <LineOverTime
      {...frame}
      unit="%"
      top={100}
      height={280}
      series={[
        { id: 'progress', label: t('progress'), color: 'series-1', points },
        ...(plan.length > 0
          ? [{ id: 'plan', label: t('plan'), color: 'plan' as const, isDashed: true, points: plan }]
          : []),
      ]}
    />
  );
}
