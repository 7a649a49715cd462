import { line as linePath } from 'd3-shape';
import { colorOf, textColorOf } from './chart-frame';
import { type DrawnLines, type DrawnPoint, type DrawnSeries, plot } from './lines-drawn';
import styles from './picture.module.css';

/**
 * The picture without JavaScript. Across, everything is in percent and grows with the page; up and down, in pixels, as
 * is the text: letters are as large on a phone as on a desk.
 */
export function LinesPicture({ drawn }: { readonly drawn: DrawnLines }) {
  const across = (at: number) => (1000 * (at - drawn.start)) / (drawn.end - drawn.start);
  return (
    <svg className={styles.picture} height={drawn.height} role="img" aria-label={drawn.label}>
      <LinesGrid drawn={drawn} />
      <svg
        width="100%"
        height={drawn.height}
        viewBox={`0 0 1000 ${drawn.height}`}
        preserveAspectRatio="none"
        overflow="visible"
      >
        {drawn.series
          .filter(({ shape }) => shape !== 'points')
          .map((series) => (
            <path
              key={series.id}
              d={pathOf(series, across, (value) => down(drawn, value))}
              fill="none"
              stroke={colorOf(series.color)}
              strokeWidth="2.5"
              strokeLinejoin="round"
              strokeDasharray={series.isDashed ? '6 4' : undefined}
              vectorEffect="non-scaling-stroke"
            />
          ))}
      </svg>
      {drawn.series.map((series) => (
        <g key={series.id} fill={colorOf(series.color)}>
          {shownPoints(series).map((point) => (
            <circle
              key={`${point.at} ${point.value}`}
              cx={percent(drawn, point.at)}
              cy={down(drawn, point.value ?? 0)}
              r={dotSize(series)}
            />
          ))}
        </g>
      ))}
      <LinesLabels drawn={drawn} />
    </svg>
  );
}

/** Grid, ticks and targets: behind the lines, the same in both pictures. */
export function LinesGrid({ drawn }: { readonly drawn: DrawnLines }) {
  const base = drawn.height - plot.bottom;
  return (
    <g aria-hidden="true">
      {drawn.yTicks.map(({ value, label }) => (
        <g key={value}>
          <line
            className={value === 0 ? styles.base : styles.grid}
            x1="0"
            x2="100%"
            y1={down(drawn, value)}
            y2={down(drawn, value)}
          />
          <text className={`${styles.soft} ${styles.halo}`} x="0" y={down(drawn, value) - 4}>
            {value === 0 ? '' : label}
          </text>
        </g>
      ))}
      {drawn.xTicks.map(({ at, label }) => (
        <g key={at}>
          <line className={styles.base} x1={percent(drawn, at)} x2={percent(drawn, at)} y1={base} y2={base + 5} />
          <text className={styles.soft} x={percent(drawn, at)} y={base + 20} textAnchor="middle">
            {label}
          </text>
        </g>
      ))}
      {drawn.targets.map(({ label, value }) => (
        <line key={label} className={styles.target} x1="0" x2="100%" y1={down(drawn, value)} y2={down(drawn, value)} />
      ))}
    </g>
  );
}

/** Names of lines and targets, beside what they name: before the lines, the same in both pictures. */
export function LinesLabels({ drawn }: { readonly drawn: DrawnLines }) {
  return (
    <g aria-hidden="true">
      {drawn.targets.map(({ label, value, at }) => (
        <g key={label}>
          {at !== null && (
            <circle
              cx={percent(drawn, at)}
              cy={down(drawn, value)}
              r="4.5"
              fill="var(--paper)"
              stroke="var(--ink)"
              strokeWidth="2"
            />
          )}
          <text
            className={`${styles.strong} ${styles.halo}`}
            fill="var(--ink)"
            x="100%"
            y={down(drawn, value) - 8}
            textAnchor="end"
          >
            {label}
          </text>
        </g>
      ))}
      {drawn.series.map((series) => {
        const last = series.points.findLast(({ value }) => value !== null);
        if (series.labelY === null || !last) return null;
        const isRight = last.at > (drawn.start + drawn.end) / 2;
        return (
          <text
            key={series.id}
            className={`${styles.strong} ${styles.halo}`}
            fill={textColorOf(series.color)}
            x={percent(drawn, last.at)}
            y={series.labelY}
            dx={isRight ? -8 : 8}
            textAnchor={isRight ? 'end' : 'start'}
          >
            {series.label}
          </text>
        );
      })}
    </g>
  );
}

/** Points are drawn where there are few enough to see, and always where they stand alone. */
export function shownPoints(series: DrawnSeries): readonly DrawnPoint[] {
  const known = series.points.filter(({ value }) => value !== null);
  if (series.isDashed) return [];
  return series.shape === 'points' || known.length <= 60 ? known : known.slice(-1);
}

export const dotSize = (series: DrawnSeries) => (series.shape === 'points' ? 4.5 : 3.5);

const percent = (drawn: DrawnLines, at: number) => `${(100 * (at - drawn.start)) / (drawn.end - drawn.start)}%`;

function down(drawn: DrawnLines, value: number): number {
  return plot.top + (drawn.height - plot.top - plot.bottom) * (1 - value / drawn.top);
}

function pathOf(series: DrawnSeries, across: (at: number) => number, y: (value: number) => number): string {
  const points = series.shape === 'step' ? steps(series.points) : series.points;
  return (
    linePath<DrawnPoint>()
      .defined(({ value }) => value !== null)
      .x(({ at }) => across(at))
      .y(({ value }) => y(value ?? 0))(points) ?? ''
  );
}

/** What was counted stays so until the next count. */
function steps(points: readonly DrawnPoint[]): DrawnPoint[] {
  return points.flatMap((point, index) => {
    const before = points[index - 1];
    return before && before.value !== null ? [{ ...before, at: point.at }, point] : [point];
  });
}
