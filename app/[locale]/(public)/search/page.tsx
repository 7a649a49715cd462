import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { EmptyState } from '@/components/layout/empty-state';
import { FilterBar, FilterSearch } from '@/components/layout/filter-bar';
import { PageHead } from '@/components/layout/page-head';
import { FilterRefused } from '@/components/projects/filter-refused';
import { FoundList } from '@/components/search/found-list';
import { SlashSetting } from '@/components/search/slash-setting';
import { anyText, pageNumber, readParameters } from '@/domain/filter';
import { foundPath } from '@/domain/search/found';
import { searchRecord } from '@/server/published/search';
import { askedRecord } from '@/app/_public/asked-record';

/** A page of what was found; more is asked for by the next one. */
const perPage = 20;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('search');
  return { title: t('title'), robots: { index: false } };
}

export default async function SearchPage({ params, searchParams }: PageProps<'/[locale]/search'>) {
  const [{ locale }, t] = await Promise.all([params, getTranslations('search')]);
  const action = `/${locale}/search`;
  const wayBack = { href: action, label: t('wayBack') };
  const asked = askedRecord(await searchParams);
  if (!asked.ok) return <FilterRefused problem={asked.problem} way={wayBack} />;
  const read = readParameters(asked.value.rest, { q: anyText, page: pageNumber });
  const query = read.ok ? (read.value.q ?? '') : '';
  const page = read.ok ? Number(read.value.page ?? 1) : 1;
  const { found, hasMore } = await searchRecord(asked.value.record, { query, locale, limit: perPage, page });
  const hrefOf = (other: number) => `${action}?${new URLSearchParams({ q: query, page: String(other) })}`;
  return (
    <>
      <PageHead title={query ? t('titleOf', { query }) : t('title')} standfirst={t('standfirst')} />
      <FilterBar action={action} label={t('title')} apply={t('go')}>
        <FilterSearch name="q" label={t('label')} value={query} />
      </FilterBar>
      {!read.ok && <FilterRefused problem={read.problem} way={wayBack} />}
      {found.length > 0 && (
        <FoundList
          found={found.map((one) => ({ ...one, href: `/${locale}${foundPath(one.kind, one.slug)}` }))}
          previousHref={page > 1 ? hrefOf(page - 1) : null}
          nextHref={hasMore ? hrefOf(page + 1) : null}
        />
      )}
      {query !== '' && found.length === 0 && (
        <EmptyState
          title={t('nothing', { query })}
          way={page > 1 ? { href: hrefOf(1), label: t('firstPage') } : undefined}
        >
          <p>{t('nothingText')}</p>
        </EmptyState>
      )}
      <SlashSetting words={{ label: t('slash'), hint: t('slashHint') }} />
    </>
  );
}
