import { type ChartColor, colorOf, type Look } from './chart-frame';
import styles from './chart-key.module.css';

export interface KeyEntry {
  readonly label: string;
  readonly color: ChartColor;
  readonly mark: 'area' | 'line' | 'dashed-line' | 'point';
  readonly look?: Look;
}

/** What the marks mean, above the picture. */
export function ChartKey({ label, entries }: { readonly label: string; readonly entries: readonly KeyEntry[] }) {
  return (
    <ul className={styles.key} aria-label={label}>
      {entries.map((entry) => (
        <li key={entry.label}>
          <svg width="18" height="12" aria-hidden="true">
            <Swatch {...entry} />
          </svg>
          {entry.label}
        </li>
      ))}
    </ul>
  );
}

function Swatch({ mark, color, look = 'solid' }: KeyEntry) {
  const stroke = colorOf(color);
  switch (mark) {
    case 'area':
      return (
        <rect
          x="3"
          y="0.75"
          width="10.5"
          height="10.5"
          fill={look === 'solid' ? stroke : 'none'}
          stroke={look === 'solid' ? 'var(--status-edge)' : stroke}
          strokeWidth={look === 'solid' ? 0.5 : 1.5}
          strokeDasharray={look === 'dashed' ? '3 2' : undefined}
        />
      );
    case 'point':
      return <circle cx="8" cy="6" r="4" fill={stroke} />;
    case 'line':
    case 'dashed-line':
      return (
        <line
          x1="0"
          x2="18"
          y1="6"
          y2="6"
          stroke={stroke}
          strokeWidth="2.5"
          strokeDasharray={mark === 'line' ? undefined : '5 3'}
        />
      );
  }
}
