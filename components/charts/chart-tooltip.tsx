'use client';

import { type ChartColor, colorOf } from './chart-frame';
import styles from './picture.module.css';

export interface TooltipEntry {
  readonly id: string;
  readonly when: string;
  readonly label: string;
  readonly color: ChartColor;
  readonly text: string;
  readonly by: string | null;
}

/** Read out when the reader pauses, not over what is being read. */
export function ChartTooltip({ entries }: { readonly entries: readonly TooltipEntry[] }) {
  const [first] = entries;
  if (!first) return null;
  return (
    <div className={styles.tooltip} role="status" aria-live="polite">
      <div className={styles.when}>{first.when}</div>
      <ul>
        {entries.map((entry) => (
          <li key={`${entry.id} ${entry.text} ${entry.by}`}>
            <span className={styles.swatch} style={{ background: colorOf(entry.color) }} />
            {entry.label}: <strong>{entry.text}</strong>
            {entry.by && entry.by !== entry.label && <span className={styles.by}>{entry.by}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}
