import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { askedRecord } from '@/app/_public/asked-record';
import { HistoryBody } from '../../_history/history-page';
import { RefusedPast } from '@/app/_public/refused-past';
import { RowDownloads } from '@/components/layout/row-downloads';
import { FilterBar, FilterSelect } from '@/components/layout/filter-bar';
import { PageHead } from '@/components/layout/page-head';
import { FilterRefused } from '@/components/projects/filter-refused';
import { filterQuery } from '@/domain/export/filters';
import { pageNumber, readParameters } from '@/domain/filter';
import { accept } from '@/domain/result';
import { resettlementKinds } from '@/domain/vocabulary';
import { readCountsEver } from '@/server/published/history';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('history');
  return { title: t('title', { title: t('counts') }) };
}

/** The history of the counts of one series of people, or of several: by kind, place and population group. */
export default async function CountsHistoryPage({ params, searchParams }: PageProps<'/[locale]/returns/history'>) {
  const [{ locale }, t, returns, asked] = [
    await params,
    await getTranslations(),
    await getTranslations('returns'),
    askedRecord(await searchParams),
  ];
  if (!asked.ok) return <RefusedPast problem={asked.problem} />;
  const { record, rest } = asked.value;
  const { places, groups } = await readCountsEver(record, locale);
  const action = `/${locale}/returns/history`;
  const read = readParameters(rest, {
    kind: resettlementKinds,
    place: places.map(({ value }) => value),
    population_group: groups.map(({ value }) => value),
    page: pageNumber,
  });
  return (
    <>
      <PageHead
        kicker={t('history.kicker')}
        title={t('history.counts')}
        standfirst={
          <>
            <p>{t('history.standfirst')}</p>
            <p>{t('history.ofCounts')}</p>
          </>
        }
        breadcrumb={[{ label: returns('title'), href: `/${locale}/returns` }, { label: t('history.kicker') }]}
      >
        <RowDownloads label={t('history.file')} table="revisions" query={filterQuery({ kind: 'resettlement' })} />
      </PageHead>
      {read.ok ? (
        <>
          <FilterBar action={action} label={returns('filters.label')}>
            <FilterSelect
              name="kind"
              label={t('history.filters.kind')}
              value={read.value.kind}
              options={resettlementKinds.map((kind) => ({
                value: kind,
                label: t(`vocabulary.resettlementKinds.${kind}`),
              }))}
            />
            <FilterSelect name="place" label={t('history.filters.place')} value={read.value.place} options={places} />
            <FilterSelect
              name="population_group"
              label={t('history.filters.population_group')}
              value={read.value.population_group}
              options={groups}
            />
          </FilterBar>
          <HistoryBody
            record={record}
            history={{
              of: 'counts',
              kind: resettlementKinds.find((kind) => kind === read.value.kind) ?? null,
              place: read.value.place ?? null,
              populationGroup: read.value.population_group ?? null,
            }}
            page={accept(Number(read.value.page ?? 1))}
          />
        </>
      ) : (
        <FilterRefused problem={read.problem} way={{ href: action, label: t('history.whole') }} />
      )}
    </>
  );
}
