import { useTranslations } from 'next-intl';
import type { PersonCount } from './person-count';
import styles from './returns.module.css';

export interface DotsOverTimeProps {
  readonly counts: readonly PersonCount[];
  /** The same for every row, so that rows compare in time; heights are each row's own. */
  readonly period: { readonly from: number; readonly until: number };
}

/** When a place was counted and how its total grew: one dot a count, and no line between claims of different sources. */
export function DotsOverTime({ counts, period }: DotsOverTimeProps) {
  const t = useTranslations('returns');
  const dots = counts.flatMap(({ slug, referenceOn, persons, families }) => {
    const value = persons ?? families;
    return referenceOn && value !== null ? [{ slug, at: Date.parse(referenceOn.last), value }] : [];
  });
  const highest = Math.max(...dots.map(({ value }) => value), 1);
  const span = Math.max(period.until - period.from, 1);
  return (
    <svg className={styles.dots} role="img" aria-label={t('counts', { count: dots.length })}>
      <line x1="0" x2="100%" y1="27.5" y2="27.5" stroke="var(--chart-grid)" />
      {dots.map(({ slug, at, value }) => (
        <circle
          key={slug}
          cx={`${3 + (94 * (at - period.from)) / span}%`}
          cy={25 - (20 * value) / highest}
          r="2.5"
          fill="var(--series-1)"
        />
      ))}
    </svg>
  );
}
