import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { FilterChips } from '@/components/files/filter-chips';
import { LateTable } from '@/components/late/late-table';
import { LatenessCounts } from '@/components/late/lateness-counts';
import { SlippageSpreadFigure } from '@/components/late/slippage-spread-figure';
import { SpreadTable } from '@/components/late/spread-table';
import { RowDownloads } from '@/components/layout/row-downloads';
import { EmptyState } from '@/components/layout/empty-state';
import { FilterBar, FilterSearch, FilterSelect } from '@/components/layout/filter-bar';
import { Link } from '@/components/layout/link';
import { Section } from '@/components/layout/page';
import { PageHead } from '@/components/layout/page-head';
import { Pagination } from '@/components/layout/pagination';
import { FilterRefused } from '@/components/projects/filter-refused';
import { filterQuery } from '@/domain/export/filters';
import { pageNumber, readParameters } from '@/domain/filter';
import { latenesses } from '@/domain/lateness';
import { projectStatuses, sectors } from '@/domain/vocabulary';
import { latePerPage, readLateList } from '@/server/published/late';
import { lateFilterOf } from '@/server/published/late-sql';
import { readFilterChoices } from '@/server/published/projects';
import { readSlippageSpread } from '@/server/published/slippage-spread';
import { type AskedTable, askedTable } from '@/app/_public/asked-record';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('late');
  return { title: t('title'), description: t('standfirst') };
}

export default async function LatePage({ params, searchParams }: PageProps<'/[locale]/late'>) {
  const [{ locale }, { page: askedPage, ...rest }, t] = await Promise.all([
    params,
    searchParams,
    getTranslations('late'),
  ]);
  const action = `/${locale}/late`;
  const page = readParameters({ page: askedPage }, { page: pageNumber });
  const asked = page.ok ? await askedTable('late', rest) : page;
  return (
    <>
      <PageHead title={t('title')} standfirst={t('standfirst')}>
        <Link href={`/${locale}/methodology#late`}>{t('rule')}</Link>
      </PageHead>
      {page.ok && asked.ok ? (
        <OpenProjects {...asked.value} page={Number(page.value.page ?? 1)} action={action} locale={locale} />
      ) : (
        !asked.ok && <FilterRefused problem={asked.problem} way={{ href: action, label: t('wayBack') }} />
      )}
    </>
  );
}

interface OpenProjectsProps extends AskedTable {
  readonly page: number;
  readonly action: string;
  readonly locale: string;
}

async function OpenProjects({ record, filters, page, action, locale }: OpenProjectsProps) {
  const { lateness, ...ofProjects } = filters;
  const [list, spread, choices, t, words] = await Promise.all([
    readLateList(record, filters, page, locale),
    readSlippageSpread(record, lateFilterOf(filters).projects, locale),
    readFilterChoices(record, locale),
    getTranslations('late'),
    getTranslations('words'),
  ]);
  const total = list.counts
    .filter((one) => !lateness || one.lateness === lateness)
    .reduce((sum, { count }) => sum + count, 0);
  const hrefFor = (other: Readonly<Record<string, string | number | null | undefined>>) => action + filterQuery(other);
  const placeHref = (slug: string) => `/${locale}/places/${slug}`;
  const spreadCsv = `/data/slippage.csv${filterQuery(ofProjects)}`;
  const districts = spread.filter(({ kind }) => kind === 'district');
  const isFiltered = Object.keys(filters).length > 0;
  const options = (values: readonly string[], list: 'sector' | 'status') =>
    values.map((value) => ({ value, label: words(`${list}.${value}`) }));
  const labelIn = (choices: readonly { value: string; label: string }[], value: string | undefined) =>
    choices.find((one) => one.value === value)?.label;
  const openStatuses = options(
    ['proposed', 'planned', 'underway'] satisfies (typeof projectStatuses)[number][],
    'status',
  );
  const standings = latenesses.map((value) => ({ value, label: t(`lateness.${value}`) }));
  const chips = [
    { name: 'q', label: t('filters.text'), value: filters.q },
    { name: 'place', label: t('filters.place'), value: labelIn(choices.places, filters.place) },
    { name: 'sector', label: t('filters.sector'), value: labelIn(options(sectors, 'sector'), filters.sector) },
    { name: 'subsector', label: t('filters.subsector'), value: labelIn(choices.subsectors, filters.subsector) },
    { name: 'status', label: t('filters.status'), value: labelIn(openStatuses, filters.status) },
    {
      name: 'verification',
      label: t('filters.verification'),
      value: filters.verification && words(`verification.${filters.verification}`),
    },
    { name: 'on-hold', label: t('filters.onHold'), value: filters['on-hold'] },
    { name: 'lateness', label: t('filters.lateness'), value: labelIn(standings, lateness) },
  ];
  return (
    <>
      <FilterBar action={action} label={t('list')}>
        <FilterSearch name="q" label={t('filters.text')} value={filters.q} />
        <FilterSelect name="place" label={t('filters.place')} value={filters.place} options={choices.places} />
        <FilterSelect
          name="sector"
          label={t('filters.sector')}
          value={filters.sector}
          options={options(sectors, 'sector')}
        />
        <FilterSelect name="status" label={t('filters.status')} value={filters.status} options={openStatuses} />
        <FilterSelect
          name="lateness"
          label={t('filters.lateness')}
          value={lateness}
          options={standings}
          anyLabel={t('filters.any')}
        />
      </FilterBar>
      <FilterChips filters={filters} hrefFor={hrefFor} chips={chips} />
      <Section id="counts" title={t('counts')}>
        <LatenessCounts counts={list.counts} hrefFor={(other) => hrefFor({ ...ofProjects, lateness: other })} />
      </Section>
      <Section id="list" title={lateness ? t(`lateness.${lateFilterOf(filters).lateness ?? 'late'}`) : t('list')}>
        {list.rows.length > 0 ? (
          <>
            <RowDownloads table="late" query={filterQuery(filters)} />
            <LateTable rows={list.rows} hrefOf={(slug) => `/${locale}/projects/${slug}`} placeHref={placeHref} />
          </>
        ) : total > 0 ? (
          <EmptyState title={t('noSuchPage')} way={{ href: hrefFor(filters), label: t('firstPage') }} />
        ) : (
          <EmptyState
            title={t(isFiltered ? 'nothingFound' : 'nothingYet')}
            way={isFiltered ? { href: action, label: t('wayBack') } : undefined}
          >
            <p>{t(isFiltered ? 'nothingFoundText' : 'nothingYetText')}</p>
          </EmptyState>
        )}
        <Pagination
          page={page}
          pageSize={latePerPage}
          total={total}
          hrefFor={(other) => hrefFor({ ...filters, page: other > 1 ? other : null })}
        />
      </Section>
      <Section id="slippage" title={t('spread.title')} intro={<p>{t('spread.intro')}</p>}>
        <SlippageSpreadFigure spread={spread} csvHref={spreadCsv} />
        <Section level={3} title={t('spread.byDistrict')}>
          {districts.length > 0 ? (
            <>
              <SpreadTable
                caption={t('spread.byDistrict')}
                head={t('spread.district')}
                rows={districts}
                nameOf={({ slug, name }) => <Link href={placeHref(slug)}>{name ?? slug}</Link>}
              />
              <RowDownloads table="slippage" query={filterQuery(ofProjects)} />
            </>
          ) : (
            <p>{t('spread.noDistrict')}</p>
          )}
        </Section>
      </Section>
    </>
  );
}
