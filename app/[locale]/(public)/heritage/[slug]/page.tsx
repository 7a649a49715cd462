import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Unknown } from '@/components/figures/figure-value';
import { StatusMark } from '@/components/figures/marks';
import { SourceCitation } from '@/components/figures/source-citation';
import { Attribution } from '@/components/files/attribution';
import { FactList } from '@/components/files/fact-list';
import { ClaimSheet } from '@/components/heritage/claim-sheet';
import { DefinitionList } from '@/components/layout/definition-list';
import { DownloadLinks } from '@/components/layout/download-links';
import { EmptyState } from '@/components/layout/empty-state';
import { PlainList, Prose, Section, Stack } from '@/components/layout/page';
import { PageHead } from '@/components/layout/page-head';
import { PlaceNames } from '@/components/places/place-names';
import { WithdrawnRecord } from '@/components/places/withdrawn-record';
import { filterQuery } from '@/domain/export/filters';
import { factsOfLandmark, readContextFacts } from '@/server/published/data-facts';
import { type Landmark, readLandmark } from '@/server/published/heritage';
import { readWithdrawal } from '@/server/published/places';

export async function generateMetadata({ params }: PageProps<'/[locale]/heritage/[slug]'>): Promise<Metadata> {
  const [{ locale, slug }, t] = await Promise.all([params, getTranslations('heritage.landmark')]);
  const landmark = await readLandmark(slug, locale);
  return landmark ? { title: landmark.title, description: t('description', { landmark: landmark.title }) } : {};
}

export default async function LandmarkPage({ params }: PageProps<'/[locale]/heritage/[slug]'>) {
  const { locale, slug } = await params;
  const landmark = await readLandmark(slug, locale); // before anything else, so that an unknown landmark is a real 404
  if (landmark) return <TheLandmark landmark={landmark} locale={locale} />;
  const withdrawnAt = await readWithdrawal('landmark', slug);
  if (!withdrawnAt) notFound();
  return <WithdrawnRecord slug={slug} withdrawnAt={withdrawnAt} way={`/${locale}/heritage`} />;
}

async function TheLandmark({ landmark, locale }: { readonly landmark: Landmark; readonly locale: string }) {
  const [facts, t] = await Promise.all([
    readContextFacts(factsOfLandmark(landmark.slug), locale),
    getTranslations('heritage.landmark'),
  ]);
  const { claims, restorations, communities, designations, furtherSources } = landmark;
  return (
    <>
      <PageHead
        title={landmark.title}
        kicker={landmark.kindLabel}
        breadcrumb={[
          { label: t('places'), href: `/${locale}/heritage` },
          { label: landmark.placeName, href: `/${locale}/heritage${filterQuery({ place: landmark.placeSlug })}` },
          { label: landmark.title },
        ]}
      >
        <Stack>
          <PlaceNames otherNames={landmark.otherNames} />
          <DefinitionList
            entries={[
              {
                term: t('place'),
                description: <a href={`/${locale}/places/${landmark.placeSlug}`}>{landmark.placeName}</a>,
              },
              {
                term: t('whoseHeritage'),
                description: communities.length > 0 ? communities.map(({ label }) => label).join(', ') : <Unknown />,
              },
              {
                term: t('designations'),
                description:
                  designations.length > 0 ? (
                    designations
                      .map(({ designation, by }) => (by ? t('designatedBy', { designation, who: by }) : designation))
                      .join('; ')
                  ) : (
                    <Unknown />
                  ),
              },
            ]}
          />
          {landmark.description && (
            <Prose>
              <p>{landmark.description}</p>
            </Prose>
          )}
          <Attribution statement={landmark.statement} form="whole" />
        </Stack>
      </PageHead>

      <Section id="claims" title={t('claims')} intro={<p>{t('claimsIntro', { count: claims.length })}</p>}>
        {claims.length > 0 ? (
          <ClaimSheet claims={claims} />
        ) : (
          <EmptyState title={t('noClaims')}>{t('noClaimsText')}</EmptyState>
        )}
        <DownloadLinks
          links={[{ label: 'CSV', href: `/data/conditions.csv${filterQuery({ landmark: landmark.slug })}` }]}
        />
      </Section>

      <Section id="restorations" title={t('restorations')}>
        {restorations.length > 0 ? (
          <PlainList>
            {restorations.map(({ slug, title, status }) => (
              <li key={slug}>
                <a href={`/${locale}/projects/${slug}`}>{title}</a> <StatusMark status={status} />
              </li>
            ))}
          </PlainList>
        ) : (
          <EmptyState title={t('noRestorations')} />
        )}
      </Section>

      {facts.length > 0 && (
        <Section id="facts" title={t('facts')}>
          <FactList caption={t('facts')} facts={facts} />
        </Section>
      )}

      {furtherSources.length > 0 && (
        <Section id="sources" title={t('sources')}>
          <PlainList>
            {furtherSources.map((source) => (
              <li key={source.slug}>
                <SourceCitation source={source} />
              </li>
            ))}
          </PlainList>
        </Section>
      )}
    </>
  );
}
