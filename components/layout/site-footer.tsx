import { useLocale, useTranslations } from 'next-intl';
import styles from './site-footer.module.css';

export function SiteFooter() {
  const t = useTranslations('layout');
  const site = useTranslations('site');
  const home = `/${useLocale()}`;
  return (
    <footer className={styles.footer}>
      <div className={styles.inner}>
        <div className={styles.words}>
          <p className={styles.name}>{site('name')}</p>
          <p>{t('footer.promise')}</p>
          <p>{t('footer.licence')}</p>
        </div>
        <nav aria-label={t('footerNavigation')}>
          <ul className={styles.links}>
            <li>
              <a href={`${home}/data`}>{t('footer.data')}</a>
            </li>
            <li>
              <a href={`${home}/methodology`}>{t('footer.methodology')}</a>
            </li>
            <li>
              <a href={`${home}/methodology#licence`}>{t('footer.licenceLink')}</a>
            </li>
            <li>
              <a href={`${home}/methodology#who-runs-it`}>{t('footer.whoRunsIt')}</a>
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
