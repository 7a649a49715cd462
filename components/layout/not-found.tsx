import { useLocale, useTranslations } from 'next-intl';
import { Link } from './link';
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
            <Link href={home}>{t('notFoundHome')}</Link>
          </li>
          <li>
            <Link href={`${home}/projects`}>{t('notFoundProjects')}</Link>
          </li>
        </ul>
      </Prose>
    </>
  );
}
