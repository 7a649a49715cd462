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
  const dots = counts.flatMap(({ referenceOn, persons, families }) => {
    const value = persons ?? families;
    return referenceOn && value !== null ? [{ at: Date.parse(referenceOn.last), value }] : [];
  });
  const highest = Math.max(...dots.map(({ value }) => value), 1);
  const span = Math.max(period.until - period.from, 1);
  const across = (at: number) => Math.round(30 + (940 * (at - period.from)) / span) / 10;
  return (
    <svg className={styles.dots} role="img" aria-label={t('counts', { count: dots.length })}>
      <line x1="0" x2="100%" y1="27.5" y2="27.5" stroke="var(--chart-grid)" />
      {/* One path, each dot a stroke of no length with a round end: a count costs a few letters and not an element. */}
      <svg width="100%" height="28" viewBox="0 0 100 28" preserveAspectRatio="none" overflow="visible">
        <path
          d={dots.map(({ at, value }) => `M${across(at)} ${25 - Math.round((200 * value) / highest) / 10}h0`).join('')}
          stroke="var(--series-1)"
          strokeWidth="5"
          strokeLinecap="round"
          vectorEffect="non-scaling-stroke"
        />
      </svg>
    </svg>
  );
}
