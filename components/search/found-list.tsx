import { useTranslations } from 'next-intl';
import { Link } from '@/components/layout/link';
import type { Found } from '@/domain/search/found';
import styles from './search.module.css';

export interface FoundListProps {
  readonly found: readonly (Found & { readonly href: string })[];
  readonly previousHref: string | null;
  readonly nextHref: string | null;
}

/** What a search found, the nearest first: each with its kind, where it is, and the name it was found by. */
export function FoundList({ found, previousHref, nextHref }: FoundListProps) {
  const t = useTranslations('search');
  const pages = useTranslations('layout.pagination');
  return (
    <>
      <ol className={styles.found}>
        {found.map(({ kind, slug, title, hint, foundAs, href }) => (
          <li key={`${kind}/${slug}`}>
            <Link href={href}>{title}</Link>
            <p>{[t(`kind.${kind}`), hint, foundAs && t('foundAs', { name: foundAs })].filter(Boolean).join(' · ')}</p>
          </li>
        ))}
      </ol>
      {(previousHref ?? nextHref) && (
        <nav className={styles.pages} aria-label={pages('label')}>
          {previousHref && (
            <Link href={previousHref} rel="prev">
              {pages('previous')}
            </Link>
          )}
          {nextHref && (
            <Link href={nextHref} rel="next">
              {pages('next')}
            </Link>
          )}
        </nav>
      )}
    </>
  );
}
