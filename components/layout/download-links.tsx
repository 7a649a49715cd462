import { useTranslations } from 'next-intl';
import styles from './download-links.module.css';
import { Link } from './link';

export interface DownloadLinksProps {
  /** "These rows as" by default; empty where the column's head says it. */
  readonly label?: string;
  /** Said to those who hear the links one by one; the label by default. */
  readonly spoken?: string;
  readonly links: readonly { readonly label: string; readonly href: string; readonly note?: string }[];
}

/** `These rows as CSV · XLSX · JSON`: plain links to the files that answer the same question as the page. */
export function DownloadLinks({ label, spoken, links }: DownloadLinksProps) {
  const t = useTranslations('layout.downloads');
  const shown = label ?? t('these');
  return (
    <p className={shown === '' ? `${styles.downloads} ${styles.inTable}` : styles.downloads}>
      {shown !== '' && (
        <span>
          <svg viewBox="0 0 12 12" aria-hidden="true">
            <path d="M6 1v6.5M3 5l3 3 3-3M1 11h10" fill="none" stroke="currentColor" strokeWidth="1.5" />
          </svg>
          {shown}
        </span>
      )}
      {links.map((link) => (
        <Link
          key={link.href}
          href={link.href}
          aria-label={`${t('label')}: ${spoken ?? shown} ${link.label}`}
          rel="nofollow"
        >
          {link.label}
          {link.note && <small>{link.note}</small>}
        </Link>
      ))}
    </p>
  );
}
