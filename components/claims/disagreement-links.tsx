import { useLocale, useTranslations } from 'next-intl';
import { Link } from '@/components/layout/link';
import type { NamedRival } from '@/domain/claims/choose-claim';
import styles from './claims.module.css';

/** The plain mark of a record that sources differ on, with the way to what each of them says. */
export function DisagreementLinks({ rivals }: { readonly rivals: readonly NamedRival[] }) {
  const t = useTranslations('claims');
  const locale = useLocale();
  const named = new Set(rivals.map(({ disagreement }) => disagreement));
  return [...named].map((slug) => (
    <Link key={slug} className={styles.quiet} href={`/${locale}/disagreements#${slug}`}>
      {t('marked')}
    </Link>
  ));
}
