import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { pageIn, textIn } from '@/app/_edge/search-params';
import { EmptyState } from '@/components/layout/empty-state';
import { FilterBar, FilterSelect } from '@/components/layout/filter-bar';
import { PageHead } from '@/components/layout/page-head';
import { Pagination } from '@/components/layout/pagination';
import { SubmissionLinesList } from '@/components/review/submission-lines';
import { submissionStates } from '@/domain/submission/process';
import { requireActor } from '@/server/session';
import { listMySubmissions } from '@/server/workspace/list-submissions';

const pageSize = 25;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('workspace.submission'))('mine') };
}

export default async function MySubmissionsPage({ searchParams }: PageProps<'/[locale]/workspace/submissions'>) {
  const actor = await requireActor();
  const [t, states, locale, asked] = [
    await getTranslations('workspace.submission'),
    await getTranslations('vocabulary.submissionStates'),
    await getLocale(),
    await searchParams,
  ];
  const state = submissionStates.find((each) => each === textIn(asked.state)) ?? null;
  const page = pageIn(asked.page);
  const found = await listMySubmissions(actor, { state, limit: pageSize, offset: (page - 1) * pageSize });
  const address = `/${locale}/workspace/submissions`;
  return (
    <>
      <PageHead
        title={t('mine')}
        breadcrumb={[{ href: `/${locale}/workspace`, label: t('home') }, { label: t('mine') }]}
      />
      <FilterBar action={address} label={t('filter')}>
        <FilterSelect
          name="state"
          label={t('state')}
          value={state ?? ''}
          options={submissionStates.map((value) => ({ value, label: states(value) }))}
        />
      </FilterBar>
      {found.total === 0 ? (
        <EmptyState title={t('noneHere')} way={{ href: `/${locale}/workspace/report`, label: t('beginReport') }}>
          {t('noneHereText')}
        </EmptyState>
      ) : (
        <SubmissionLinesList lines={found.rows} hrefFor={({ id }) => `${address}/${id}`} />
      )}
      <Pagination
        page={page}
        pageSize={pageSize}
        total={found.total}
        hrefFor={(other) => `${address}?${new URLSearchParams({ state: state ?? '', page: String(other) })}`}
      />
    </>
  );
}
