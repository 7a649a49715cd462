import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { FilterChips } from '@/components/files/filter-chips';
import { ClaimsByMaker } from '@/components/heritage/claims-by-maker';
import { LandmarkTable } from '@/components/heritage/landmark-table';
import { RowDownloads } from '@/components/layout/row-downloads';
import { EmptyState } from '@/components/layout/empty-state';
import { FilterBar, FilterSearch, FilterSelect } from '@/components/layout/filter-bar';
import { Prose, Section } from '@/components/layout/page';
import { PageHead } from '@/components/layout/page-head';
import { FilterRefused } from '@/components/projects/filter-refused';
import { type FilterValues, filterQuery } from '@/domain/export/filters';
import { conditions } from '@/domain/vocabulary';
import { readLandmarkChoices, readLandmarks } from '@/server/published/heritage';
import { type AskedTable, askedTable } from '@/app/_public/asked-record';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('heritage');
  return { title: t('title'), description: t('standfirst') };
}

export default async function HeritagePage({ params, searchParams }: PageProps<'/[locale]/heritage'>) {
  const [{ locale }, asked, t] = await Promise.all([params, searchParams, getTranslations('heritage')]);
  const read = await askedTable('landmarks', asked);
  const action = `/${locale}/heritage`;
  return (
    <>
      <PageHead title={t('title')} standfirst={t('standfirst')} />
      {read.ok ? (
        <Heritage {...read.value} locale={locale} action={action} />
      ) : (
        <FilterRefused problem={read.problem} way={{ href: action, label: t('wayBack') }} />
      )}
    </>
  );
}

async function Heritage({
  record,
  filters,
  locale,
  action,
}: AskedTable & {
  readonly locale: string;
  readonly action: string;
}) {
  const isFiltered = Object.keys(filters).length > 0;
  const everything = readLandmarks(record, {}, locale);
  const [landmarks, all, choices, t, words] = await Promise.all([
    isFiltered ? readLandmarks(record, filters, locale) : everything,
    everything,
    readLandmarkChoices(record, locale),
    getTranslations('heritage'),
    getTranslations('words'),
  ]);
  const hrefFor = (other: FilterValues) => action + filterQuery(other);
  // Of the landmarks found, the claims that were asked for: those that the file of claims has for the same filters.
  const claimed = landmarks.map((landmark) => ({
    ...landmark,
    claims: landmark.claims.filter(
      ({ condition, statement }) =>
        (!filters.condition || condition === filters.condition) &&
        (!filters.stated_by || statement.statedBy.slug === filters.stated_by),
    ),
  }));
  const conditionChoices = conditions.map((value) => ({ value, label: words(`condition.${value}`) }));
  const fields = [
    { name: 'place', label: t('filters.place'), options: choices.places },
    { name: 'kind', label: t('filters.kind'), options: choices.kinds },
    { name: 'condition', label: t('filters.condition'), options: conditionChoices },
    { name: 'stated_by', label: t('filters.claimMaker'), options: choices.claimMakers },
    ...(choices.communities.length > 0
      ? [{ name: 'community', label: t('filters.community'), options: choices.communities }]
      : []),
  ];
  return (
    <>
      <FilterBar action={action} label={t('filters.label')}>
        <FilterSearch name="q" label={t('filters.name')} value={filters.q} />
        {fields.map(({ name, label, options }) => (
          <FilterSelect key={name} name={name} label={label} value={filters[name]} options={options} />
        ))}
      </FilterBar>
      <FilterChips
        filters={filters}
        hrefFor={hrefFor}
        chips={[
          { name: 'q', label: t('filters.name'), value: filters.q },
          ...fields.map(({ name, label, options }) => ({
            name,
            label,
            value: options.find(({ value }) => value === filters[name])?.label,
          })),
        ]}
      />
      {claimed.some(({ claims }) => claims.length > 0) && (
        <Section id="claims" title={t('chart.title')} intro={<p>{t('chart.intro')}</p>}>
          <ClaimsByMaker
            landmarks={claimed}
            today={record.day}
            csvHref={`/data/conditions.csv${filterQuery(filters)}`}
            hrefForMaker={(maker) => hrefFor({ ...filters, stated_by: maker })}
          />
        </Section>
      )}
      <Section
        id="list"
        title={
          isFiltered
            ? t('foundOf', { shown: landmarks.length, count: all.length })
            : t('found', { count: landmarks.length })
        }
      >
        {landmarks.length > 0 ? (
          <>
            <RowDownloads table="landmarks" query={filterQuery(filters)} />
            <LandmarkTable caption={t('title')} landmarks={landmarks} locale={locale} />
          </>
        ) : (
          <EmptyState
            title={t(isFiltered ? 'nothingFound' : 'nothingYet')}
            way={isFiltered ? { href: action, label: t('wayBack') } : undefined}
          >
            {!isFiltered && <p>{t('nothingYetText')}</p>}
          </EmptyState>
        )}
      </Section>
      <Section id="method" title={t('method.title')}>
        <Prose>
          <p>{t('method.claims')}</p>
          <p>{t('method.before')}</p>
          <p>{t('method.certainty')}</p>
        </Prose>
      </Section>
    </>
  );
}
