import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { FigureLegend } from '@/components/figures/figure-value';
import { FactList } from '@/components/files/fact-list';
import { LandmarkTable } from '@/components/heritage/landmark-table';
import { DownloadLinks } from '@/components/layout/download-links';
import { EmptyState } from '@/components/layout/empty-state';
import { PlainList, Section } from '@/components/layout/page';
import { PageHead } from '@/components/layout/page-head';
import { PlaceFacts } from '@/components/places/place-facts';
import { PlaceNames } from '@/components/places/place-names';
import { PlaceProjects } from '@/components/places/place-projects';
import { ReturnedSentence } from '@/components/places/returned-sentence';
import { ReturnsHere } from '@/components/places/returns-here';
import { ServicesTable } from '@/components/places/services-table';
import { WithdrawnRecord } from '@/components/places/withdrawn-record';
import { filterQuery } from '@/domain/export/filters';
import { everyProject, writeFilter } from '@/domain/filter';
import { today } from '@/server/clock';
import { factsOfPlace, readContextFacts } from '@/server/published/data-facts';
import { readLandmarks } from '@/server/published/heritage';
import { readProjectsOfPlace } from '@/server/published/places-projects';
import { type Place, readPlace, readServices, readWithdrawal } from '@/server/published/places';
import { readCounts, readTargets } from '@/server/published/returns';

export async function generateMetadata({ params }: PageProps<'/[locale]/places/[slug]'>): Promise<Metadata> {
  const [{ locale, slug }, t] = await Promise.all([params, getTranslations('place')]);
  const place = await readPlace(slug, locale);
  return place ? { title: place.name, description: t('description', { place: place.name }) } : {};
}

export default async function PlacePage({ params }: PageProps<'/[locale]/places/[slug]'>) {
  const { locale, slug } = await params;
  const place = await readPlace(slug, locale); // before anything else, so that an unknown place is a real 404
  if (place) return <ThePlace place={place} locale={locale} />;
  const withdrawnAt = await readWithdrawal('place', slug);
  if (!withdrawnAt) notFound();
  return <WithdrawnRecord slug={slug} withdrawnAt={withdrawnAt} way={`/${locale}/places`} />;
}

async function ThePlace({ place, locale }: { readonly place: Place; readonly locale: string }) {
  const { slug } = place;
  const [services, projects, counts, countsWithin, targets, landmarks, facts, t] = await Promise.all([
    readServices(slug, locale),
    readProjectsOfPlace(slug, today(), locale),
    readCounts({ onlyPlace: slug }, locale),
    readCounts({ place: slug }, locale),
    readTargets({ onlyPlace: slug }, locale),
    readLandmarks({ place: slug }, locale),
    readContextFacts(factsOfPlace(slug), locale),
    getTranslations('place'),
  ]);
  const placeHref = (other: string) => `/${locale}/places/${other}`;
  const projectHref = (other: string) => `/${locale}/projects/${other}`;
  const projectsQuery = writeFilter({ ...everyProject, place: slug });
  const allProjects = (
    <a href={`/${locale}/projects${projectsQuery}`}>
      {t('projects.all', { count: projects.open.length + projects.done.length + projects.cancelled.length })}
    </a>
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
        standfirst={<ReturnedSentence counts={counts} hasCountsWithin={countsWithin.length > counts.length} />}
      >
        <PlaceNames otherNames={place.otherNames} />
        <PlaceFacts place={place} placeHref={placeHref} />
      </PageHead>

      <Section id="ready" title={t('ready.title')} intro={<p>{t(isWide ? 'ready.introWide' : 'ready.intro')}</p>}>
        <ServicesTable services={services} projectHref={projectHref} />
        <FigureLegend />
        <DownloadLinks
          label={fileLabel}
          links={[{ label: 'CSV', href: `/data/readiness.csv${filterQuery({ place: slug })}` }]}
        />
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
        <DownloadLinks links={[{ label: 'CSV', href: `/data/projects.csv${projectsQuery}` }]} />
      </Section>

      <Section id="returns" title={t('returns.title')} intro={<p>{t('returns.intro')}</p>}>
        <ReturnsHere
          counts={counts}
          countsWithin={countsWithin.filter(({ placeSlug }) => placeSlug !== slug)}
          targets={targets}
          placeHref={placeHref}
          csvHref={`/data/resettlement.csv${filterQuery({ place: slug })}`}
        />
      </Section>

      <Section id="landmarks" title={t('landmarks.title')} intro={<p>{t('landmarks.intro')}</p>}>
        {landmarks.length > 0 ? (
          <>
            <LandmarkTable caption={t('landmarks.title')} landmarks={landmarks} locale={locale} hasPlace={isWide} />
            <DownloadLinks links={[{ label: 'CSV', href: `/data/conditions.csv${filterQuery({ place: slug })}` }]} />
          </>
        ) : (
          <EmptyState title={t('landmarks.none')} />
        )}
      </Section>

      {facts.length > 0 && (
        <Section id="facts" title={t('facts.title')} intro={<p>{t('facts.intro')}</p>}>
          <FactList caption={t('facts.title')} facts={facts} />
          <DownloadLinks
            label={fileLabel}
            links={[{ label: 'CSV', href: `/data/context.csv${filterQuery({ place: slug })}` }]}
          />
        </Section>
      )}

      {isWide && (
        <Section id="within" title={t('within')}>
          <PlainList>
            {place.below.map((below) => (
              <li key={below.slug}>
                <a href={placeHref(below.slug)}>{below.name}</a>
              </li>
            ))}
          </PlainList>
        </Section>
      )}
    </>
  );
}

/** Longer lists are one link away, with their filters. */
const shownProjects = 15;
