import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { CompareForm } from '@/components/history/compare-form';
import { RevisionList } from '@/components/history/revision-list';
import type { Crumb } from '@/components/layout/breadcrumb';
import { RowDownloads } from '@/components/layout/row-downloads';
import { EmptyState } from '@/components/layout/empty-state';
import { PageHead } from '@/components/layout/page-head';
import { Pagination } from '@/components/layout/pagination';
import { FilterRefused } from '@/components/projects/filter-refused';
import { filterQuery } from '@/domain/export/filters';
import { type AddressParameters, type FilterProblem, pageNumber, readParameters } from '@/domain/filter';
import { recordPath } from '@/domain/form/record-path';
import { titleOf } from '@/domain/form/title-of';
import type { HistoryOf } from '@/domain/history/history-of';
import { historyPath } from '@/domain/history/history-path';
import type { RecordKind } from '@/domain/record/kinds';
import { accept, type Result } from '@/domain/result';
import { readHistory, readHistorySummary, readVersions, revisionsOnPage } from '@/server/published/history';
import { readHistoryWords } from '@/server/published/history-words';
import type { PublicRecord } from '@/server/published/record-at';
import { askedRecord } from '@/app/_public/asked-record';
import { RefusedPast } from '@/app/_public/refused-past';

/** What the title of its page says: `History: A bridge`, as it was called on the day asked for. */
export async function historyTitle(
  kind: RecordKind,
  slug: string,
  searchParams: AddressParameters,
  words: 'title' | 'compareTitle' = 'title',
): Promise<Metadata> {
  const asked = askedRecord(searchParams);
  if (!asked.ok) return {};
  const [t, locale] = [await getTranslations('history'), await getLocale()];
  return { title: t(words, { title: await nameOf(asked.value.record, kind, slug, locale) }) };
}

export interface RecordHistoryProps {
  readonly searchParams: AddressParameters;
  readonly kind: RecordKind;
  readonly slug: string;
  readonly history: HistoryOf;
  /** What is in it, in one sentence. */
  readonly intro: string;
  /** The way there from the front, without the record's own page. */
  readonly trail: readonly Crumb[];
  /** The record's own page, where it has one. */
  readonly pageHref: string | null;
}

/** The page of a history of one record, alone or with what is stated of it. An unknown record is a real 404. */
export async function RecordHistory(props: RecordHistoryProps) {
  const { kind, slug, history, intro, trail, pageHref } = props;
  const asked = askedRecord(props.searchParams);
  if (!asked.ok) return <RefusedPast problem={asked.problem} />;
  const { record, rest } = asked.value;
  const [locale, t, versions] = [
    await getLocale(),
    await getTranslations('history'),
    await readVersions(record, { kind, slug }),
  ];
  const [latest] = versions;
  if (!latest) notFound();
  const title = await nameOf(record, kind, slug, locale);
  const page = readPage(rest);
  return (
    <>
      <PageHead
        kicker={t('kicker')}
        title={title}
        standfirst={
          <>
            <p>{t('standfirst')}</p>
            <p>{intro}</p>
          </>
        }
        breadcrumb={[...trail, ...(pageHref ? [{ label: title, href: pageHref }] : []), { label: t('kicker') }]}
      >
        <RowDownloads
          label={history.of === 'record' ? t('file') : t('fileOwn')}
          table="revisions"
          query={filterQuery({ kind, slug })}
        />
      </PageHead>
      {versions.length > 1 && (
        <CompareForm
          action={`/${locale}/history/${recordPath(kind, slug)}/compare`}
          versions={versions}
          from={versions[1]?.version ?? latest.version}
          to={latest.version}
        />
      )}
      <HistoryBody record={record} history={history} page={page} />
    </>
  );
}

export interface HistoryBodyProps {
  readonly record: PublicRecord;
  readonly history: HistoryOf;
  readonly page: Result<number, FilterProblem>;
}

/** One page of revisions, with the ways to the others. */
export async function HistoryBody({ record, history, page }: HistoryBodyProps): Promise<ReactNode> {
  const [locale, t] = [await getLocale(), await getTranslations('history')];
  const base = `/${locale}`;
  const hrefFor = (number: number) => {
    const path = base + historyPath(history);
    return number === 1 ? path : `${path}${path.includes('?') ? '&' : '?'}page=${number}`;
  };
  const way = { href: hrefFor(1), label: t('wayBack') };
  if (!page.ok) return <FilterRefused problem={page.problem} way={way} />;
  const [revisions, { count }] = await Promise.all([
    readHistory(record, history, page.value),
    readHistorySummary(record, history),
  ]);
  if (revisions.length === 0)
    return <EmptyState title={count === 0 ? t('nothing') : t('noPage')} way={count === 0 ? undefined : way} />;
  const words = await readHistoryWords(
    record,
    revisions.flatMap(({ kind, slug, before, after }) => [before, after].map((content) => ({ kind, slug, content }))),
    locale,
  );
  return (
    <>
      <RevisionList revisions={revisions} words={words} base={base} isOfOneRecord={history.of === 'record'} />
      <Pagination page={page.value} pageSize={revisionsOnPage} total={count} hrefFor={hrefFor} />
    </>
  );
}

/** The page that an address asks for, where it asks for nothing else. */
export function readPage(rest: AddressParameters): Result<number, FilterProblem> {
  const read = readParameters(rest, { page: pageNumber });
  return read.ok ? accept(Number(read.value.page ?? 1)) : read;
}

/** What a record is called on a day. */
export async function nameOf(record: PublicRecord, kind: RecordKind, slug: string, locale: string): Promise<string> {
  const { labels } = await readHistoryWords(record, [{ kind, slug, content: null }], locale);
  return titleOf({ kind, slug, content: null }, labels);
}
