import { useLocale, useTranslations } from 'next-intl';
import { PageHead } from './page-head';
import { Prose } from './page';

export function NotFound() {
  const t = useTranslations('errors');
  const home = `/${useLocale()}`;
  return (
    <>
      <PageHead title={t('notFoundTitle')} standfirst={t('notFoundText')} />
      <Prose>
        <ul>
          <li>
            <a href={home}>{t('notFoundHome')}</a>
          </li>
          <li>
            <a href={`${home}/projects`}>{t('notFoundProjects')}</a>
          </li>
        </ul>
      </Prose>
    </>
  );
}
