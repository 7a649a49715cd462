import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ClaimUseLinks } from '@/components/claims/claim-use-links';
import { DisagreementSheet } from '@/components/claims/disagreement-sheet';
import { FigureLegend } from '@/components/figures/figure-value';
import { HistoryLine } from '@/components/history/history-line';
import { FactList } from '@/components/files/fact-list';
import { LandmarkTable } from '@/components/heritage/landmark-table';
import { RowDownloads } from '@/components/layout/row-downloads';
import { EmptyState } from '@/components/layout/empty-state';
import { FollowLinks } from '@/components/layout/follow-links';
import { Link } from '@/components/layout/link';
import { PlainList, Section } from '@/components/layout/page';
import { PageHead } from '@/components/layout/page-head';
import { WhereItLies } from '@/app/_public/where-it-lies';
import { WithLocator } from '@/components/maps/beside';
import { PlaceFacts } from '@/components/places/place-facts';
import { PlaceNames } from '@/components/places/place-names';
import { PlaceProjects } from '@/components/places/place-projects';
import { ReturnedSentence } from '@/components/places/returned-sentence';
import { ReturnsHere } from '@/components/places/returns-here';
import { ServicesTable } from '@/components/places/services-table';
import { WithdrawnRecord } from '@/components/places/withdrawn-record';
import type { ClaimUse } from '@/domain/claims/choose-claim';
import { claimsParameter, readClaimUse } from '@/domain/claims/claim-use';
import { filterQuery } from '@/domain/export/filters';
import { everyProject, writeFilter } from '@/domain/filter';
import { historyPath } from '@/domain/history/history-path';
import { factsOfPlace, readContextFacts } from '@/server/published/data-facts';
import { readDisagreements } from '@/server/published/disagreements';
import { readHistorySummary } from '@/server/published/history';
import { readLandmarks } from '@/server/published/heritage';
import { readProjectsOfPlace } from '@/server/published/places-projects';
import { type Place, readPlace, readServices, readWithdrawal } from '@/server/published/places';
import { readCounts, readTargets } from '@/server/published/returns';
import type { PublicRecord } from '@/server/published/record-at';
import { RefusedPast } from '@/app/_public/refused-past';
import { askedRecord } from '@/app/_public/asked-record';
import { notThen } from '@/app/_public/not-then';

export async function generateMetadata({
  params,
  searchParams,
}: PageProps<'/[locale]/places/[slug]'>): Promise<Metadata> {
  const [{ locale, slug }, t] = await Promise.all([params, getTranslations('place')]);
  const asked = askedRecord(await searchParams);
  const place = asked.ok && (await readPlace(asked.value.record, slug, locale));
  return place ? { title: place.name, description: t('description', { place: place.name }) } : {};
}

export default async function PlacePage({ params, searchParams }: PageProps<'/[locale]/places/[slug]'>) {
  const { locale, slug } = await params;
  const asked = askedRecord(await searchParams);
  if (!asked.ok) return <RefusedPast problem={asked.problem} />;
  const claims = readClaimUse(asked.value.rest);
  if (!claims.ok) return <RefusedPast problem={claims.problem} />;
  const { record } = asked.value;
  const place = await readPlace(record, slug, locale); // before anything else, so that an unknown place is a real 404
  if (place) return <ThePlace record={record} place={place} use={claims.value.use} locale={locale} />;
  const withdrawnAt = await readWithdrawal(record, 'place', slug);
  if (!withdrawnAt) return notThen(record, 'place', slug);
  const historyHref = `/${locale}${historyPath({ of: 'place', slug })}`;
  return <WithdrawnRecord slug={slug} withdrawnAt={withdrawnAt} way={`/${locale}/places`} historyHref={historyHref} />;
}

interface ThePlaceProps {
  readonly record: PublicRecord;
  readonly place: Place;
  readonly use: ClaimUse;
  readonly locale: string;
}

async function ThePlace({ record, place, use, locale }: ThePlaceProps) {
  const { slug } = place;
  const [services, projects, counts, countsWithin, targets, landmarks, facts, disagreements, t] = await Promise.all([
    readServices(record, slug, locale),
    readProjectsOfPlace(record, slug, locale),
    readCounts(record, { onlyPlace: slug }, locale),
    readCounts(record, { place: slug }, locale),
    readTargets(record, { onlyPlace: slug }, locale),
    readLandmarks(record, { place: slug }, locale),
    readContextFacts(record, factsOfPlace(slug), locale),
    readDisagreements(record, { place: slug }, locale),
    getTranslations('place'),
  ]);
  const claimWords = await getTranslations('claims.sheet');
  const history = await readHistorySummary(record, { of: 'place', slug });
  const placeHref = (other: string) => `/${locale}/places/${other}`;
  const projectHref = (other: string) => `/${locale}/projects/${other}`;
  const projectsQuery = writeFilter({ ...everyProject, place: slug });
  const allProjects = (
    <Link href={`/${locale}/projects${projectsQuery}`}>
      {t('projects.all', { count: projects.open.length + projects.done.length + projects.cancelled.length })}
    </Link>
  );
  const isWide = place.below.length > 0;
  // A file of a place holds everything within; where that is more than the page shows, the link says so.
  const fileLabel = isWide ? t('fileWithin') : undefined;
  return (
    <>
      <PageHead
        title={place.name}
        breadcrumb={[
          { label: t('places'), href: `/${locale}/places` },
          ...place.above.map((above) => ({ label: above.name, href: placeHref(above.slug) })),
          { label: place.name },
        ]}
        standfirst={
          <>
            <PlaceNames otherNames={place.otherNames} />
            <ReturnedSentence counts={counts} hasCountsWithin={countsWithin.length > counts.length} use={use} />
          </>
        }
      >
        <WithLocator>
          <PlaceFacts place={place} placeHref={placeHref} />
          <WhereItLies place={place} />
        </WithLocator>
      </PageHead>

      <Section id="ready" title={t('ready.title')} intro={<p>{t(isWide ? 'ready.introWide' : 'ready.intro')}</p>}>
        <ServicesTable services={services} projectHref={projectHref} />
        <FigureLegend />
        <RowDownloads label={fileLabel} table="readiness" query={filterQuery({ place: slug })} />
      </Section>

      <Section id="building" title={t('projects.open')} aside={allProjects} intro={<p>{t('projects.openIntro')}</p>}>
        {projects.open.length > 0 ? (
          <PlaceProjects projects={projects.open.slice(0, shownProjects)} hrefOf={projectHref} />
        ) : (
          <EmptyState title={t('projects.noneOpen')} />
        )}
        {projects.open.length > shownProjects && (
          <p>
            {t('projects.more', { count: projects.open.length - shownProjects })} {allProjects}
          </p>
        )}
      </Section>

      <Section id="finished" title={t('projects.done')}>
        {projects.done.length > 0 ? (
          <PlaceProjects projects={projects.done.slice(0, shownProjects)} hrefOf={projectHref} />
        ) : (
          <EmptyState title={t('projects.noneDone')} />
        )}
        {projects.done.length > shownProjects && (
          <p>
            {t('projects.more', { count: projects.done.length - shownProjects })} {allProjects}
          </p>
        )}
        {projects.cancelled.length > 0 && (
          <>
            <h3>{t('projects.cancelled')}</h3>
            <PlaceProjects projects={projects.cancelled} hrefOf={projectHref} />
          </>
        )}
        <RowDownloads table="projects" query={projectsQuery} />
      </Section>

      <Section id="returns" title={t('returns.title')} intro={<p>{t('returns.intro')}</p>}>
        {counts.length + countsWithin.length > 0 && (
          <>
            <ClaimUseLinks
              use={use}
              hrefFor={(parameter) => `/${locale}/places/${slug}${filterQuery(parameter)}#returns`}
            />
            <RowDownloads
              label={claimWords('totalsFile')}
              table="totals"
              query={filterQuery({ place: slug, ...claimsParameter(use) })}
            />
          </>
        )}
        <ReturnsHere
          use={use}
          counts={counts}
          countsWithin={countsWithin.filter(({ placeSlug }) => placeSlug !== slug)}
          targets={targets}
          placeHref={placeHref}
          query={filterQuery({ place: slug })}
        />
      </Section>

      {disagreements.length > 0 && (
        <Section id="disagreements" title={claimWords('title')} intro={<p>{claimWords('intro')}</p>}>
          <DisagreementSheet disagreements={disagreements} />
        </Section>
      )}

      <Section id="landmarks" title={t('landmarks.title')} intro={<p>{t('landmarks.intro')}</p>}>
        {landmarks.length > 0 ? (
          <>
            <LandmarkTable caption={t('landmarks.title')} landmarks={landmarks} locale={locale} hasPlace={isWide} />
            <RowDownloads table="conditions" query={filterQuery({ place: slug })} />
          </>
        ) : (
          <EmptyState title={t('landmarks.none')} />
        )}
      </Section>

      {facts.length > 0 && (
        <Section id="facts" title={t('facts.title')} intro={<p>{t('facts.intro')}</p>}>
          <FactList caption={t('facts.title')} facts={facts} />
          <RowDownloads label={fileLabel} table="context" query={filterQuery({ place: slug })} />
        </Section>
      )}

      {isWide && (
        <Section id="within" title={t('within')}>
          <PlainList>
            {place.below.map((below) => (
              <li key={below.slug}>
                <Link href={placeHref(below.slug)}>{below.name}</Link>
              </li>
            ))}
          </PlainList>
        </Section>
      )}

      <Section id="history" title={t('history')}>
        <HistoryLine {...history} href={`/${locale}${historyPath({ of: 'place', slug })}`} />
        <FollowLinks of={{ place: slug }} hasDates />
      </Section>
    </>
  );
}

/** Longer lists are one link away, with their filters. */
const shownProjects = 15;
