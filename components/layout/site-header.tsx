import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { keepPast } from '@/domain/past';
import { Link } from './link';
import { readAt } from './read-at';
import { SiteNav } from './site-nav';
import styles from './site-header.module.css';

export interface SiteHeaderProps {
  /** `RecordDate`, or nothing where the record is not shown. */
  readonly recordDate?: ReactNode;
  /** `SiteSearch`, beside it. */
  readonly search?: ReactNode;
  readonly name?: string;
  /** Of the main navigation, in order; the public pages' by default. */
  readonly links?: readonly NavLink[];
  /** At the end of the line: who is signed in, sign out. */
  readonly children?: ReactNode;
}

export interface NavLink {
  readonly href: string;
  readonly label: string;
}

export function SiteHeader({ recordDate, search, name, links, children }: SiteHeaderProps) {
  const t = useTranslations('layout');
  const site = useTranslations('site');
  const home = `/${useLocale()}`;
  const shown = name ?? site('name');
  const shownLinks =
    links ??
    publicPages.map((page) => ({ href: keepPast(`${home}${page.path}`, readAt()), label: t(`nav.${page.name}`) }));
  return (
    <header className={styles.header}>
      <a className={styles.skip} href="#content">
        {t('skip')}
      </a>
      <div className={styles.bar}>
        <Link className={styles.name} href={home} aria-label={t('home', { name: shown })}>
          <svg className={styles.stone} viewBox="0 0 20 20" aria-hidden="true">
            <path d="M1 1h18v18H11V9H1Z" fill="currentColor" />
            <path
              d="M1 11h8v8H1Z"
              fill="none"
              stroke="currentColor"
              strokeWidth="1.5"
              transform="translate(.25 -.25)"
            />
          </svg>
          {shown}
        </Link>
        {children && <div className={styles.aside}>{children}</div>}
        <details className={styles.menu}>
          <summary>{t('menu')}</summary>
          <nav aria-label={t('navigation')}>
            <SiteNav links={shownLinks} className={styles.menuLinks} />
          </nav>
        </details>
        <nav className={styles.wide} aria-label={t('navigation')}>
          <SiteNav links={shownLinks} className={styles.links} />
        </nav>
      </div>
      {recordDate && (
        <div className={styles.dateLine}>
          <div>{recordDate}</div>
          {search}
        </div>
      )}
    </header>
  );
}

const publicPages = [
  { name: 'overview', path: '' },
  { name: 'projects', path: '/projects' },
  { name: 'places', path: '/places' },
  { name: 'returns', path: '/returns' },
  { name: 'heritage', path: '/heritage' },
  { name: 'budget', path: '/budget' },
  { name: 'data', path: '/data' },
  { name: 'methodology', path: '/methodology' },
] as const;
