import { useTranslations } from 'next-intl';
import styles from './download-links.module.css';
import { Link } from './link';

export interface DownloadLinksProps {
  /** "These rows as" by default. */
  readonly label?: string;
  readonly links: readonly { readonly label: string; readonly href: string; readonly note?: string }[];
}

/** `These rows as CSV`: plain links to the files that answer the same question as the page. */
export function DownloadLinks({ label, links }: DownloadLinksProps) {
  const t = useTranslations('layout.downloads');
  return (
    <p className={styles.downloads}>
      <span>{label ?? t('these')}</span>
      {links.map((link) => (
        <Link
          key={link.href}
          href={link.href}
          aria-label={`${t('label')}: ${label ?? t('these')} ${link.label}`}
          rel="nofollow"
        >
          <svg viewBox="0 0 12 12" aria-hidden="true">
            <path d="M6 1v6.5M3 5l3 3 3-3M1 11h10" fill="none" stroke="currentColor" strokeWidth="1.5" />
          </svg>
          {link.label}
          {link.note && <small>{link.note}</small>}
        </Link>
      ))}
    </p>
  );
}
