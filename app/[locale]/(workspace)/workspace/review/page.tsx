import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { RefusedPage } from '@/app/_edge/refused-page';
import { kindIn, pageIn, textIn } from '@/app/_edge/search-params';
import { SubmissionLinesList } from '@/components/review/submission-lines';
import { EmptyState } from '@/components/layout/empty-state';
import { FilterBar, FilterSelect } from '@/components/layout/filter-bar';
import { PageHead } from '@/components/layout/page-head';
import { Pagination } from '@/components/layout/pagination';
import { may } from '@/domain/permission';
import { recordKinds } from '@/domain/record/kinds';
import { requireActor } from '@/server/session';
import { listQueue } from '@/server/workspace/list-submissions';

const pageSize = 25;
const states = ['submitted', 'returned', 'approved', 'rejected'] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('workspace.review'))('title') };
}

export default async function QueuePage({ searchParams }: PageProps<'/[locale]/workspace/review'>) {
  const actor = await requireActor();
  const [t, all, locale, asked] = [
    await getTranslations('workspace.review'),
    await getTranslations(),
    await getLocale(),
    await searchParams,
  ];
  const head = (
    <PageHead
      title={t('title')}
      standfirst={t('standfirst')}
      breadcrumb={[{ href: `/${locale}/workspace`, label: t('home') }, { label: t('title') }]}
    />
  );
  const permission = may(actor, 'submission.review');
  if (!permission.ok) return <RefusedPage title={t('title')} problem={permission.problem} />;
  const state = states.find((each) => each === textIn(asked.state)) ?? 'submitted';
  const [kind, page] = [kindIn(asked.kind), pageIn(asked.page)];
  const found = await listQueue(actor, { state, kind, limit: pageSize, offset: (page - 1) * pageSize });
  const address = `/${locale}/workspace/review`;
  return (
    <>
      {head}
      <FilterBar action={address} label={t('filter')}>
        <FilterSelect
          name="state"
          label={t('state')}
          anyLabel={null}
          value={state}
          options={states.map((value) => ({ value, label: all(`vocabulary.submissionStates.${value}`) }))}
        />
        <FilterSelect
          name="kind"
          label={t('kind')}
          value={kind ?? ''}
          options={recordKinds.map((value) => ({ value, label: all(`record.${value}.name`) }))}
        />
      </FilterBar>
      {found.total === 0 ? (
        <EmptyState title={t('nothing')}>{t('nothingText')}</EmptyState>
      ) : (
        <SubmissionLinesList lines={found.rows} hrefFor={({ id }) => `${address}/${id}`} />
      )}
      <Pagination
        page={page}
        pageSize={pageSize}
        total={found.total}
        hrefFor={(other) => `${address}?${new URLSearchParams({ state, kind: kind ?? '', page: String(other) })}`}
      />
    </>
  );
}
