import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { draftIn, suffixFor } from '@/app/_edge/draft-in-address';
import { pageIn, textIn } from '@/app/_edge/search-params';
import { ButtonLink } from '@/components/controls/button';
import { SearchForm } from '@/components/forms/search-form';
import { EmptyState } from '@/components/layout/empty-state';
import { PlainList } from '@/components/layout/page';
import { PageHead } from '@/components/layout/page-head';
import { Pagination } from '@/components/layout/pagination';
import { DraftNotice } from '@/components/review/draft-notice';
import { RecordLine } from '@/components/review/record-line';
import { kindFromPath } from '@/domain/form/record-path';
import { may } from '@/domain/permission';
import { requireActor } from '@/server/session';
import { findRecords } from '@/server/workspace/find-records';

const pageSize = 25;

export async function generateMetadata({ params }: PageProps<'/[locale]/workspace/records/[kind]'>): Promise<Metadata> {
  const kind = kindFromPath((await params).kind);
  return kind ? { title: (await getTranslations('record'))(`${kind}.plural`) } : {};
}

export default async function RecordsPage({ params, searchParams }: PageProps<'/[locale]/workspace/records/[kind]'>) {
  const actor = await requireActor();
  const [{ kind: kindText }, asked, t, locale] = [
    await params,
    await searchParams,
    await getTranslations(),
    await getLocale(),
  ];
  const kind = kindFromPath(kindText);
  if (!kind || !may(actor, 'record.propose', { kind }).ok) notFound();
  const [query, page, draft] = [textIn(asked.q), pageIn(asked.page), await draftIn(actor, asked.submission)];
  const found = await findRecords(actor, { kind, query, locale, limit: pageSize, offset: (page - 1) * pageSize });
  const address = `/${locale}/workspace/records/${kindText}`;
  return (
    <>
      <PageHead
        title={t(`record.${kind}.plural`)}
        standfirst={t(`record.${kind}.sentence`)}
        breadcrumb={[
          { href: `/${locale}/workspace`, label: t('workspace.report.home') },
          { href: `/${locale}/workspace/records${suffixFor(draft)}`, label: t('workspace.records.title') },
          { label: t(`record.${kind}.plural`) },
        ]}
      >
        <ButtonLink href={`${address}/new${suffixFor(draft)}`}>
          {t('workspace.records.add', { kind: t(`record.${kind}.name`) })}
        </ButtonLink>
      </PageHead>
      {draft && <DraftNotice href={`/${locale}/workspace/submissions/${draft.submissionId}`} title={draft.title} />}
      <SearchForm
        action={address}
        label={t('workspace.records.search')}
        value={query}
        hidden={draft ? { submission: draft.submissionId } : {}}
      />
      {found.total === 0 ? (
        <EmptyState
          title={t('workspace.records.nothing')}
          way={query ? { href: address, label: t('workspace.records.showAll') } : undefined}
        >
          {t('workspace.records.nothingText')}
        </EmptyState>
      ) : (
        <PlainList>
          {found.rows.map((row) => (
            <RecordLine
              key={row.slug}
              href={`${address}/${row.slug}${suffixFor(draft)}`}
              title={row.title}
              hint={row.hint ?? row.slug}
            />
          ))}
        </PlainList>
      )}
      <Pagination
        page={page}
        pageSize={pageSize}
        total={found.total}
        hrefFor={(other) =>
          `${address}?${new URLSearchParams({ q: query, page: String(other), ...(draft ? { submission: draft.submissionId } : {}) })}`
        }
      />
    </>
  );
}
