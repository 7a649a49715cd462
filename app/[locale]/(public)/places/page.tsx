import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { FilterChips } from '@/components/files/filter-chips';
import { RowDownloads } from '@/components/layout/row-downloads';
import { EmptyState } from '@/components/layout/empty-state';
import { FilterBar, FilterSearch, FilterSelect } from '@/components/layout/filter-bar';
import { Section } from '@/components/layout/page';
import { PageHead } from '@/components/layout/page-head';
import { PlaceLine } from '@/components/places/place-line';
import { PlaceTree } from '@/components/places/place-tree';
import styles from '@/components/places/places.module.css';
import { FilterRefused } from '@/components/projects/filter-refused';
import { type FilterValues, filterQuery } from '@/domain/export/filters';
import { placeTypes } from '@/domain/vocabulary';
import { readPlaces } from '@/server/published/places';
import { type AskedTable, askedTable } from '@/app/_public/asked-record';
import { YearsOf } from '@/app/_public/years-of';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('places');
  return { title: t('title'), description: t('standfirst') };
}

export default async function PlacesPage({ params, searchParams }: PageProps<'/[locale]/places'>) {
  const [{ locale }, asked, t] = await Promise.all([params, searchParams, getTranslations('places')]);
  const read = await askedTable('places', asked);
  const action = `/${locale}/places`;
  return (
    <>
      <PageHead title={t('title')} standfirst={t('standfirst')} />
      {read.ok ? (
        <Places {...read.value} locale={locale} action={action} />
      ) : (
        <FilterRefused problem={read.problem} way={{ href: action, label: t('wayBack') }} />
      )}
    </>
  );
}

async function Places({
  record,
  filters,
  locale,
  action,
}: AskedTable & {
  readonly locale: string;
  readonly action: string;
}) {
  const isFiltered = Object.keys(filters).length > 0;
  const everywhere = readPlaces(record, {}, locale);
  const [places, all, t, words] = await Promise.all([
    isFiltered ? readPlaces(record, filters, locale) : everywhere,
    everywhere,
    getTranslations('places'),
    getTranslations('words'),
  ]);
  const hrefOf = (slug: string) => `${action}/${slug}`;
  const hrefFor = (other: FilterValues) => action + filterQuery(other);
  const nameOf = new Map(all.map(({ slug, name }) => [slug, name]));
  const csv = <RowDownloads table="places" query={filterQuery(filters)} />;
  return (
    <>
      <FilterBar action={action} label={t('filters.label')} hidden={filters.place ? { place: filters.place } : {}}>
        <FilterSearch name="q" label={t('filters.name')} value={filters.q} />
        <FilterSelect
          name="type"
          label={t('filters.type')}
          value={filters.type}
          options={placeTypes.map((value) => ({ value, label: words(`placeType.${value}`) }))}
        />
      </FilterBar>
      <YearsOf record={record} href={hrefFor(filters)} />
      <FilterChips
        filters={filters}
        hrefFor={hrefFor}
        chips={[
          { name: 'q', label: t('filters.name'), value: filters.q },
          {
            name: 'type',
            label: t('filters.type'),
            value: placeTypes.filter((type) => type === filters.type).map((type) => words(`placeType.${type}`))[0],
          },
          { name: 'place', label: t('filters.within'), value: nameOf.get(filters.place ?? '') },
        ]}
      />
      {places.length === 0 && (
        <EmptyState
          title={t(isFiltered ? 'nothingFound' : 'nothingYet')}
          way={isFiltered ? { href: action, label: t('wayBack') } : undefined}
        >
          <p>{t(isFiltered ? 'nothingFoundText' : 'nothingYetText')}</p>
        </EmptyState>
      )}
      {places.length > 0 && isFiltered && (
        <Section id="found" title={t('found', { count: places.length })}>
          <ul className={styles.settlements}>
            {places.map((place) => (
              <li key={place.slug}>
                <PlaceLine place={place} href={hrefOf(place.slug)} within={nameOf.get(place.parentSlug ?? '')} />
              </li>
            ))}
          </ul>
          {csv}
        </Section>
      )}
      {places.length > 0 && !isFiltered && (
        <>
          <PlaceTree places={places} hrefOf={hrefOf} />
          {csv}
        </>
      )}
    </>
  );
}
