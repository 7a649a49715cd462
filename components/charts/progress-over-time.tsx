import { useTranslations } from 'next-intl';
import type { ChartFrame } from './chart-frame';
import { LineOverTime } from './line-over-time';
import type { TimePoint } from './lines-drawn';

export interface ProgressOverTimeProps extends ChartFrame {
  /** Physical progress in percent, 0–100, as reported. */
  readonly points: readonly TimePoint[];
  /** Other claims of the same days: marks of their own. */
  readonly beside?: readonly TimePoint[];
  /** What the plan expected; empty when no plan is known. */
  readonly plan?: readonly TimePoint[];
  /** What is expected at the pace of the last point: from it to the day, and the range of days. */
  readonly expected?: { readonly path: readonly TimePoint[]; readonly range: readonly TimePoint[] } | null;
  readonly empty?: string;
}

/** Reported progress beside the plan. The axis always runs from 0 to 100, so that projects compare. */
export function ProgressOverTime({ points, beside = [], plan = [], expected, ...frame }: ProgressOverTimeProps) {
  const t = useTranslations('charts');
  const claims = useTranslations('claims');
  return (
    <LineOverTime
      {...frame}
      unit="%"
      top={100}
      height={280}
      series={[
        { id: 'progress', label: t('progress'), color: 'series-1', points },
        ...(beside.length > 0
          ? [
              {
                id: 'beside',
                label: claims('otherClaims'),
                color: 'series-3' as const,
                shape: 'points' as const,
                points: beside,
              },
            ]
          : []),
        ...(plan.length > 0
          ? [{ id: 'plan', label: t('plan'), color: 'plan' as const, isDashed: true, points: plan }]
          : []),
        ...(expected
          ? [
              {
                id: 'expected',
                label: t('expected'),
                color: 'series-2' as const,
                isDashed: true,
                points: expected.path,
              },
              { id: 'range', label: t('expectedRange'), color: 'series-2' as const, points: expected.range },
            ]
          : []),
      ]}
    />
  );
}
