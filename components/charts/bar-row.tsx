import { type ChartColor, colorOf } from './chart-frame';
import styles from './bar-row.module.css';

export interface BarRowProps {
  /** 0–100, of the cell's width. Null: unknown, no bar. */
  readonly percent: number | null;
  /** The number beside the bar: what is read out. */
  readonly text: string;
  readonly color?: ChartColor;
  /** A mark on the bar, 0–100: where the plan expected to be. */
  readonly planPercent?: number | null;
}

/** A bar in a table cell, beside its number. */
export function BarRow({ percent, text, color = 'accent', planPercent }: BarRowProps) {
  return (
    <span className={styles.row}>
      <span className={styles.text}>{text}</span>
      <svg className={styles.bar} aria-hidden="true">
        <rect width="100%" height="8" y="2" fill="var(--surface-strong)" />
        {percent !== null && <rect width={`${clamp(percent)}%`} height="8" y="2" fill={colorOf(color)} />}
        {typeof planPercent === 'number' && (
          <rect x={`${clamp(planPercent)}%`} width="2" height="12" fill="var(--ink)" />
        )}
      </svg>
    </span>
  );
}

const clamp = (percent: number) => Math.min(Math.max(percent, 0), 100);
