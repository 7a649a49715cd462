import { useTranslations } from 'next-intl';
import styles from './active-filters.module.css';
import { Link } from './link';

export interface ActiveFilter {
  /** "Sector: Housing". */
  readonly label: string;
  /** The same page without this filter. */
  readonly removeHref: string;
}

/** Chips for what is on, each a link that takes it off. Nothing when no filter is on. */
export function ActiveFilters({
  filters,
  clearHref,
}: {
  readonly filters: readonly ActiveFilter[];
  readonly clearHref: string;
}) {
  const t = useTranslations('layout.filters');
  if (filters.length === 0) return null;
  return (
    <ul className={styles.chips} aria-label={t('active')}>
      {filters.map((filter) => (
        <li key={filter.label}>
          <Link className={styles.chip} href={filter.removeHref} aria-label={t('remove', { label: filter.label })}>
            {filter.label}
            <svg viewBox="0 0 10 10" aria-hidden="true">
              <path d="m1 1 8 8m0-8-8 8" stroke="currentColor" strokeWidth="1.5" />
            </svg>
          </Link>
        </li>
      ))}
      {filters.length > 1 && (
        <li>
          <Link className={styles.clear} href={clearHref}>
            {t('clear')}
          </Link>
        </li>
      )}
    </ul>
  );
}
