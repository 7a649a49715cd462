import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ClaimUseLinks } from '@/components/claims/claim-use-links';
import { FactList } from '@/components/files/fact-list';
import { FilterChips } from '@/components/files/filter-chips';
import { RowDownloads } from '@/components/layout/row-downloads';
import { EmptyState } from '@/components/layout/empty-state';
import { FilterBar, FilterSelect } from '@/components/layout/filter-bar';
import { Link } from '@/components/layout/link';
import { Prose, Section } from '@/components/layout/page';
import { PageHead } from '@/components/layout/page-head';
import { FilterRefused } from '@/components/projects/filter-refused';
import { GroupOfReturns } from '@/components/returns/group-of-returns';
import { PartsOfReturns } from '@/components/returns/parts-of-returns';
import { TargetsTable } from '@/components/returns/targets-table';
import type { ClaimUse } from '@/domain/claims/choose-claim';
import { claimsParameter, readClaimUse } from '@/domain/claims/claim-use';
import { type FilterValues, filterQuery } from '@/domain/export/filters';
import type { AddressParameters } from '@/domain/filter';
import { historyPath } from '@/domain/history/history-path';
import { byPopulationGroup, runningTotals } from '@/domain/resettlement/running-totals';
import { resettlementKinds } from '@/domain/vocabulary';
import { factsShownWith, readContextFacts } from '@/server/published/data-facts';
import { type Count, readCountChoices, readCounts, readTargets } from '@/server/published/returns';
import { type AskedTable, askedTable } from '@/app/_public/asked-record';
import { YearsOf } from '@/app/_public/years-of';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('returns');
  return { title: t('title'), description: t('standfirst') };
}

export default async function ReturnsPage({ params, searchParams }: PageProps<'/[locale]/returns'>) {
  const [{ locale }, asked, t] = await Promise.all([params, searchParams, getTranslations('returns')]);
  const claims = readClaimUse(asked);
  const { hasAll, rest } = readAllRows(claims.ok ? claims.value.rest : {});
  const read = claims.ok ? await askedTable('resettlement', rest) : claims;
  const action = `/${locale}/returns`;
  return (
    <>
      <PageHead title={t('title')} standfirst={t('standfirst')} />
      {read.ok ? (
        <Returns
          {...read.value}
          use={claims.ok ? claims.value.use : 'preferred'}
          hasAll={hasAll}
          locale={locale}
          action={action}
        />
      ) : (
        <FilterRefused problem={read.problem} way={{ href: action, label: t('wayBack') }} />
      )}
    </>
  );
}

/** Places and single groups are many: the page shows some, and all of them where the address asks for it. */
function readAllRows({ rows, ...rest }: AddressParameters) {
  if (rows === undefined) return { hasAll: false, rest };
  return rows === 'all' ? { hasAll: true, rest } : { hasAll: false, rest: { ...rest, rows } };
}

interface ReturnsProps extends AskedTable {
  readonly use: ClaimUse;
  readonly hasAll: boolean;
  readonly locale: string;
  readonly action: string;
}

async function Returns({ record, filters, use, hasAll, locale, action }: ReturnsProps) {
  const [counts, targets, choices, facts, departureFacts, t] = await Promise.all([
    readCounts(record, filters, locale),
    readTargets(record, filters, locale),
    readCountChoices(record, locale),
    // Who lives there is stated, not counted as returns: these facts stand beside the returns and are added to nothing.
    readContextFacts(record, factsShownWith('residents'), locale),
    readContextFacts(record, factsShownWith('departures'), locale),
    getTranslations('returns'),
  ]);
  const placeHref = (slug: string) => `/${locale}/places/${slug}`;
  const csvHref = (more: FilterValues = {}) => `/data/resettlement.csv${filterQuery({ ...filters, ...more })}`;
  const totalsQuery = filterQuery({
    place: filters.place,
    population_group: filters.population_group,
    kind: filters.kind,
    ...claimsParameter(use),
  });
  const hrefFor = (other: FilterValues) => action + filterQuery({ ...other, ...claimsParameter(use) });
  const isFiltered = Object.keys(filters).length > 0;
  return (
    <>
      <PartsOfReturns />
      <FilterBar action={action} label={t('filters.label')} hidden={claimsParameter(use)}>
        <FilterSelect name="place" label={t('filters.place')} value={filters.place} options={choices.places} />
        <FilterSelect
          name="population_group"
          label={t('filters.group')}
          value={filters.population_group}
          options={choices.groups}
        />
      </FilterBar>
      <YearsOf record={record} href={hrefFor(filters)} />
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
      <ClaimUseLinks use={use} hrefFor={(parameter) => action + filterQuery({ ...filters, ...parameter })} />
      <RowDownloads label={t('totalsFile')} table="totals" query={totalsQuery} />
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
                use={use}
                allHref={hasAll ? null : action + filterQuery({ ...filters, ...claimsParameter(use), rows: 'all' })}
              />
            ))}
            {kind === 'departure' && departureFacts.length > 0 && !isFiltered && (
              <Section level={3} title={t('alsoStated')}>
                <FactList caption={t('alsoStated')} facts={departureFacts} placeHref={placeHref} />
              </Section>
            )}
            {ofKind.length > 0 && <RowDownloads table="resettlement" query={filterQuery({ ...filters, kind })} />}
            {ofKind.length > 0 && (
              <p>
                <Link
                  href={`/${locale}${historyPath({
                    of: 'counts',
                    kind,
                    place: null,
                    populationGroup: filters.population_group ?? null,
                  })}`}
                >
                  {t('history')}
                </Link>
              </p>
            )}
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
            <RowDownloads label={t('factsFile')} table="context" />
          </>
        ) : (
          <EmptyState title={t('nothingYet')} />
        )}
      </Section>
      {targets.length > 0 && (
        <Section id="targets" title={t('targets')} intro={<p>{t('targetsIntro')}</p>}>
          <TargetsTable caption={t('targets')} targets={targets} counts={counts} placeHref={placeHref} use={use} />
          <RowDownloads
            table="targets"
            query={filterQuery({ place: filters.place, population_group: filters.population_group })}
          />
        </Section>
      )}
      <Section id="method" title={t('method.title')}>
        <Prose>
          <p>{t('method.groups')}</p>
          <p>{t('method.totals')}</p>
          <p>{t('method.places')}</p>
          <p>
            <Link href={`/${locale}/methodology#never-added`}>{t('method.more')}</Link>
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
