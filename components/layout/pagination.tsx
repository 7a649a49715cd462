import { useTranslations } from 'next-intl';
import { useFigureFormat } from '@/components/figures/server-format';
import { Link } from './link';
import styles from './pagination.module.css';

export interface PaginationProps {
  /** From 1. */
  readonly page: number;
  readonly pageSize: number;
  readonly total: number;
  readonly hrefFor: (page: number) => string;
}

/** Paging as links: first, last, and the neighbours of this page. Nothing when all fits on one, or there is no such page. */
export function Pagination({ page, pageSize, total, hrefFor }: PaginationProps) {
  const t = useTranslations('layout.pagination');
  const format = useFigureFormat();
  const last = Math.max(1, Math.ceil(total / pageSize));
  if (last === 1 || page > last) return null;
  const range = {
    first: format.number((page - 1) * pageSize + 1),
    last: format.number(Math.min(page * pageSize, total)),
    total: format.number(total),
  };
  return (
    <nav className={styles.pagination} aria-label={t('label')}>
      <p>{t('range', range)}</p>
      <ul>
        {page > 1 && (
          <li>
            <Link href={hrefFor(page - 1)} rel="prev">
              {t('previous')}
            </Link>
          </li>
        )}
        {shownPages(page, last).map((shown) => (
          <li key={shown.key}>
            {shown.number === null ? (
              <span aria-hidden="true">…</span>
            ) : (
              <Link
                href={hrefFor(shown.number)}
                aria-label={t('page', { page: shown.number })}
                aria-current={shown.number === page ? 'page' : undefined}
              >
                {format.number(shown.number)}
              </Link>
            )}
          </li>
        ))}
        {page < last && (
          <li>
            <Link href={hrefFor(page + 1)} rel="next">
              {t('next')}
            </Link>
          </li>
        )}
      </ul>
    </nav>
  );
}

function shownPages(page: number, last: number): readonly { key: string; number: number | null }[] {
  const numbers = [1, page - 1, page, page + 1, last].filter((number) => number >= 1 && number <= last);
  const sorted = [...new Set(numbers)].sort((one, other) => one - other);
  return sorted.flatMap((number, index) => {
    const before = sorted[index - 1];
    const shown = { key: String(number), number };
    return before !== undefined && number > before + 1 ? [{ key: `gap ${number}`, number: null }, shown] : [shown];
  });
}
