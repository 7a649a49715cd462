import { line as linePath } from 'd3-shape';
import { useFigureFormat } from '@/components/figures/server-format';
import type { DateSpan, IsoDate } from '@/domain/calendar';
import { type ChartColor, colorOf } from './chart-frame';
import styles from './picture.module.css';

export interface SparklineProps {
  /** Oldest first. */
  readonly points: readonly { readonly date: DateSpan | IsoDate; readonly value: number | null }[];
  /** What a reader who does not see it is told: "From 20 in July 2022 to 6,206 in December 2025". */
  readonly label: string;
  readonly color?: ChartColor;
  readonly top?: number;
}

/** A small trend beside a figure: shape only, its numbers stand elsewhere on the page. */
export function Sparkline({ points, label, color = 'series-1', top }: SparklineProps) {
  const format = useFigureFormat();
  const known = points.flatMap(({ date, value }) => {
    return value === null ? [] : [{ at: Date.parse(typeof date === 'string' ? date : date.last), date, value }];
  });
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last || first.at === last.at) return null;
  const highest = top ?? Math.max(...known.map(({ value }) => value), 1);
  const x = ({ at }: { at: number }) => (100 * (at - first.at)) / (last.at - first.at);
  const y = ({ value }: { value: number }) => 36 - (30 * value) / highest;
  return (
    <svg className={styles.picture} height="58" role="img" aria-label={label}>
      <line className={styles.grid} x1="0" x2="100%" y1="36.5" y2="36.5" />
      <svg width="100%" height="40" viewBox="0 0 100 40" preserveAspectRatio="none" overflow="visible">
        <path
          d={linePath<(typeof known)[number]>().x(x).y(y)(known) ?? ''}
          fill="none"
          stroke={colorOf(color)}
          strokeWidth="2"
          strokeLinejoin="round"
          vectorEffect="non-scaling-stroke"
        />
      </svg>
      <circle cx="100%" cy={y(last)} r="3.5" fill={colorOf(color)} />
      <g aria-hidden="true">
        <text className={styles.soft} x="0" y="54">
          {format.date(first.date, 'short')}
        </text>
        <text className={styles.soft} x="100%" y="54" textAnchor="end">
          {format.date(last.date, 'short')}
        </text>
      </g>
    </svg>
  );
}
