import { useTranslations } from 'next-intl';
import styles from './breadcrumb.module.css';
import { Link } from './link';

export interface Crumb {
  readonly label: string;
  /** Absent for the page itself, which comes last. */
  readonly href?: string;
}

export function Breadcrumb({ trail }: { readonly trail: readonly Crumb[] }) {
  const t = useTranslations('layout');
  return (
    <nav aria-label={t('breadcrumb')} className={styles.breadcrumb}>
      <ol>
        {trail.map(({ label, href }) => (
          <li key={`${label} ${href}`}>
            {href ? <Link href={href}>{label}</Link> : <span aria-current="page">{label}</span>}
          </li>
        ))}
      </ol>
    </nav>
  );
}
