import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { FactList } from '@/components/files/fact-list';
import { FilterChips } from '@/components/files/filter-chips';
import { DownloadLinks } from '@/components/layout/download-links';
import { EmptyState } from '@/components/layout/empty-state';
import { FilterBar, FilterSelect } from '@/components/layout/filter-bar';
import { Prose, Section } from '@/components/layout/page';
import { PageHead } from '@/components/layout/page-head';
import { FilterRefused } from '@/components/projects/filter-refused';
import { GroupOfReturns } from '@/components/returns/group-of-returns';
import { PartsOfReturns } from '@/components/returns/parts-of-returns';
import { TargetsTable } from '@/components/returns/targets-table';
import { type FilterValues, filterQuery } from '@/domain/export/filters';
import { byPopulationGroup, runningTotals } from '@/domain/resettlement/running-totals';
import { resettlementKinds } from '@/domain/vocabulary';
import { readFileFilters } from '@/server/export/table-file';
import { factsOfCategories, readContextFacts } from '@/server/published/data-facts';
import { type Count, readCountChoices, readCounts, readTargets } from '@/server/published/returns';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('returns');
  return { title: t('title'), description: t('standfirst') };
}

export default async function ReturnsPage({ params, searchParams }: PageProps<'/[locale]/returns'>) {
  const [{ locale }, asked, t] = await Promise.all([params, searchParams, getTranslations('returns')]);
  const filters = await readFileFilters('resettlement', asked);
  const action = `/${locale}/returns`;
  return (
    <>
      <PageHead title={t('title')} standfirst={t('standfirst')} />
      {filters.ok ? (
        <Returns filters={filters.value} locale={locale} action={action} />
      ) : (
        <FilterRefused problem={filters.problem} way={{ href: action, label: t('wayBack') }} />
      )}
    </>
  );
}

/** Who lives there is stated, not counted as returns: these facts stand beside the returns and are added to nothing. */
const factsOfResidents = ['population', 'remaining_population', 'education'];
const factsOfDeparture = ['displacement'];

interface ReturnsProps {
  readonly filters: FilterValues;
  readonly locale: string;
  readonly action: string;
}

async function Returns({ filters, locale, action }: ReturnsProps) {
  const [counts, targets, choices, facts, departureFacts, t] = await Promise.all([
    readCounts(filters, locale),
    readTargets(filters, locale),
    readCountChoices(locale),
    readContextFacts(factsOfCategories(factsOfResidents), locale),
    readContextFacts(factsOfCategories(factsOfDeparture), locale),
    getTranslations('returns'),
  ]);
  const placeHref = (slug: string) => `/${locale}/places/${slug}`;
  const csvHref = (more: FilterValues = {}) => `/data/resettlement.csv${filterQuery({ ...filters, ...more })}`;
  const hrefFor = (other: FilterValues) => action + filterQuery(other);
  const isFiltered = Object.keys(filters).length > 0;
  return (
    <>
      <PartsOfReturns />
      <FilterBar action={action} label={t('filters.label')}>
        <FilterSelect name="place" label={t('filters.place')} value={filters.place} options={choices.places} />
        <FilterSelect
          name="population_group"
          label={t('filters.group')}
          value={filters.population_group}
          options={choices.groups}
        />
      </FilterBar>
      <FilterChips
        filters={filters}
        hrefFor={hrefFor}
        chips={[
          {
            name: 'place',
            label: t('filters.place'),
            value: choices.places.find(({ value }) => value === filters.place)?.label,
          },
          {
            name: 'population_group',
            label: t('filters.group'),
            value: choices.groups.find(({ value }) => value === filters.population_group)?.label,
          },
        ]}
      />
      {resettlementKinds.map((kind) => {
        const ofKind = counts.filter((count) => count.kind === kind);
        if (ofKind.length === 0 && (kind === 'relocation' || isFiltered)) return null;
        return (
          <Section key={kind} id={kind} title={t(`parts.${kind}.title`)} intro={<p>{t(`parts.${kind}.definition`)}</p>}>
            {ofKind.length === 0 && <EmptyState title={t('nothingYet')}>{t('nothingYetText')}</EmptyState>}
            {largestFirst(byPopulationGroup(ofKind)).map(({ populationGroup, counts: own }) => (
              <GroupOfReturns
                key={populationGroup}
                counts={own}
                targets={targets}
                wholePlace={wholePlaceOf(own)}
                placeHref={placeHref}
                csvHref={csvHref({ kind, population_group: populationGroup })}
              />
            ))}
            {kind === 'departure' && departureFacts.length > 0 && !isFiltered && (
              <Section level={3} title={t('alsoStated')}>
                <FactList caption={t('alsoStated')} facts={departureFacts} placeHref={placeHref} />
              </Section>
            )}
            {ofKind.length > 0 && <DownloadLinks links={[{ label: 'CSV', href: csvHref({ kind }) }]} />}
          </Section>
        );
      })}
      {isFiltered && counts.length === 0 && (
        <EmptyState title={t('nothingFound')} way={{ href: action, label: t('wayBack') }} />
      )}
      <Section id="residents" title={t('parts.residents.title')} intro={<p>{t('parts.residents.definition')}</p>}>
        {facts.length > 0 ? (
          <>
            <FactList caption={t('parts.residents.title')} facts={facts} placeHref={placeHref} />
            <DownloadLinks label={t('factsFile')} links={[{ label: 'CSV', href: '/data/context.csv' }]} />
          </>
        ) : (
          <EmptyState title={t('nothingYet')} />
        )}
      </Section>
      {targets.length > 0 && (
        <Section id="targets" title={t('targets')} intro={<p>{t('targetsIntro')}</p>}>
          <TargetsTable caption={t('targets')} targets={targets} counts={counts} placeHref={placeHref} />
          <DownloadLinks
            links={[
              {
                label: 'CSV',
                href: `/data/targets.csv${filterQuery({ place: filters.place, population_group: filters.population_group })}`,
              },
            ]}
          />
        </Section>
      )}
      <Section id="method" title={t('method.title')}>
        <Prose>
          <p>{t('method.groups')}</p>
          <p>{t('method.totals')}</p>
          <p>{t('method.places')}</p>
          <p>
            <a href={`/${locale}/methodology#never-added`}>{t('method.more')}</a>
          </p>
        </Prose>
      </Section>
    </>
  );
}

/**
 * The place that holds all others that were counted: where the figures of the whole stand. A reporting zone holds
 * nothing, and counts as the whole only where nothing else was counted.
 */
function wholePlaceOf(counts: readonly Count[]): string | null {
  const totals = runningTotals(counts);
  const candidates = totals.some(({ placeType }) => placeType !== 'zone')
    ? totals.filter(({ placeType }) => placeType !== 'zone')
    : totals;
  const highest = Math.min(...candidates.map(({ placeDepth }) => placeDepth));
  const places = new Set(
    candidates.filter(({ placeDepth }) => placeDepth === highest).map(({ placeSlug }) => placeSlug),
  );
  const [only] = places;
  return places.size === 1 && only ? only : null;
}

/** The group of which most is known comes first. */
const largestFirst = <G extends { readonly counts: readonly unknown[] }>(groups: readonly G[]) =>
  groups.toSorted((one, other) => other.counts.length - one.counts.length);
