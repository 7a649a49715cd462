import { useLocale, useTranslations } from 'next-intl';
import type { Operator } from '@/domain/operator';
import { Link } from './link';
import { OperatorContact } from './operator-contact';
import styles from './site-footer.module.css';

/** The foot of every page; `operator` is null where nobody is named. */
export function SiteFooter({ operator }: { readonly operator: Operator | null }) {
  const t = useTranslations('layout');
  const site = useTranslations('site');
  const home = `/${useLocale()}`;
  return (
    <footer className={styles.footer}>
      <div className={styles.inner}>
        <div className={styles.words}>
          <p className={styles.name}>{site('name')}</p>
          {operator && (
            <p>
              {t('footer.keptBy', { name: operator.name })}
              {operator.contact && (
                <>
                  {' '}
                  <OperatorContact contact={operator.contact} />
                </>
              )}
            </p>
          )}
          <p>{t('footer.promise')}</p>
          <p>{t('footer.licence')}</p>
        </div>
        <nav aria-label={t('footerNavigation')}>
          <ul className={styles.links}>
            <li>
              <Link href={`${home}/data`}>{t('footer.data')}</Link>
            </li>
            <li>
              <Link href={`${home}/data/api`}>{t('footer.api')}</Link>
            </li>
            <li>
              <Link href={`${home}/data/quality`}>{t('footer.quality')}</Link>
            </li>
            <li>
              <Link href={`${home}/methodology`}>{t('footer.methodology')}</Link>
            </li>
            <li>
              <Link href={`${home}/methodology#licence`}>{t('footer.licenceLink')}</Link>
            </li>
            <li>
              <Link href={`${home}/methodology#who-runs-it`}>{t('footer.whoRunsIt')}</Link>
            </li>
            <li>
              <a href={`${home}/sign-in`} rel="nofollow">
                {t('footer.editors')}
              </a>
            </li>
          </ul>
        </nav>
      </div>
    </footer>
  );
}
