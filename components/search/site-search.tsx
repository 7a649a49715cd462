import { useLocale, useTranslations } from 'next-intl';
import { pastQuery } from '@/domain/past';
import { readAt } from '@/components/layout/read-at';
import { SearchInput } from './search-input';
import styles from './search.module.css';

/** The one box on every page: a form that leads to the results, and in the browser a list while one types. */
export function SiteSearch() {
  const t = useTranslations('search');
  const action = `/${useLocale()}/search`;
  const past = pastQuery(readAt());
  return (
    <form className={styles.site} action={action} method="get" role="search" aria-label={t('site')}>
      {Object.entries(past).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <SearchInput
        suggestionsHref={`${action}/suggestions?${new URLSearchParams(past)}`}
        words={{
          label: t('label'),
          placeholder: t('placeholder'),
          suggestions: t('suggestions'),
          all: t('all'),
          none: t('none'),
        }}
      />
      <button type="submit" aria-label={t('go')}>
        <svg viewBox="0 0 20 20" aria-hidden="true">
          <circle cx="8.5" cy="8.5" r="5.5" fill="none" stroke="currentColor" strokeWidth="2" />
          <path d="m13 13 5 5" stroke="currentColor" strokeWidth="2" />
        </svg>
      </button>
    </form>
  );
}
