import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { SearchForm } from '@/components/forms/search-form';
import { EmptyState } from '@/components/layout/empty-state';
import { PlainList } from '@/components/layout/page';
import { PageHead } from '@/components/layout/page-head';
import { Pagination } from '@/components/layout/pagination';
import { pageIn, textIn } from '@/app/_edge/search-params';
import { requireActor } from '@/server/session';
import { findRecords } from '@/server/workspace/find-records';
import { RecordLine } from '@/components/review/record-line';

const pageSize = 20;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('workspace.report'))('chooseTitle') };
}

export default async function ChooseProjectPage({ searchParams }: PageProps<'/[locale]/workspace/report'>) {
  const actor = await requireActor();
  const [t, locale, asked] = [await getTranslations('workspace.report'), await getLocale(), await searchParams];
  const [query, page] = [textIn(asked.q), pageIn(asked.page)];
  const address = `/${locale}/workspace/report`;
  const found = await findRecords(actor, {
    kind: 'project',
    query,
    locale,
    limit: pageSize,
    offset: (page - 1) * pageSize,
  });
  return (
    <>
      <PageHead
        title={t('chooseTitle')}
        standfirst={t('chooseText')}
        breadcrumb={[{ href: `/${locale}/workspace`, label: t('home') }, { label: t('chooseTitle') }]}
      />
      <SearchForm action={address} label={t('searchProjects')} value={query} />
      {found.total === 0 ? (
        <EmptyState
          title={t('noProject')}
          way={{ href: `/${locale}/workspace/records/project/new`, label: t('addProject') }}
        >
          {t('noProjectText')}
        </EmptyState>
      ) : (
        <PlainList>
          {found.rows.map((row) => (
            <RecordLine key={row.slug} href={`${address}/${row.slug}`} title={row.title} hint={row.hint} />
          ))}
        </PlainList>
      )}
      <Pagination
        page={page}
        pageSize={pageSize}
        total={found.total}
        hrefFor={(other) => `${address}?${new URLSearchParams({ q: query, page: String(other) })}`}
      />
    </>
  );
}
