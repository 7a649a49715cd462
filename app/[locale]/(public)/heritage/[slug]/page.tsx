import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { EvidenceSection } from '@/components/evidence/evidence-section';
import { DisagreementSheet } from '@/components/claims/disagreement-sheet';
import { Unknown } from '@/components/figures/figure-value';
import { StatusMark } from '@/components/figures/marks';
import { SourceCitation } from '@/components/figures/source-citation';
import { Attribution } from '@/components/files/attribution';
import { HistoryLine } from '@/components/history/history-line';
import { FactList } from '@/components/files/fact-list';
import { ClaimSheet } from '@/components/heritage/claim-sheet';
import { DefinitionList } from '@/components/layout/definition-list';
import { RowDownloads } from '@/components/layout/row-downloads';
import { EmptyState } from '@/components/layout/empty-state';
import { Link } from '@/components/layout/link';
import { PlainList, Prose, Section, Stack } from '@/components/layout/page';
import { PageHead } from '@/components/layout/page-head';
import { PlaceNames } from '@/components/places/place-names';
import { WithdrawnRecord } from '@/components/places/withdrawn-record';
import { filterQuery } from '@/domain/export/filters';
import { historyPath } from '@/domain/history/history-path';
import { factsOfLandmark, readContextFacts } from '@/server/published/data-facts';
import { readLandmarkEvidence } from '@/server/published/evidence';
import { readDisagreements } from '@/server/published/disagreements';
import { type Landmark, readLandmark } from '@/server/published/heritage';
import { readHistorySummary } from '@/server/published/history';
import { readWithdrawal } from '@/server/published/places';
import type { PublicRecord } from '@/server/published/record-at';
import { RefusedPast } from '@/app/_public/refused-past';
import { askedRecord } from '@/app/_public/asked-record';
import { notThen } from '@/app/_public/not-then';

export async function generateMetadata({
  params,
  searchParams,
}: PageProps<'/[locale]/heritage/[slug]'>): Promise<Metadata> {
  const [{ locale, slug }, t] = await Promise.all([params, getTranslations('heritage.landmark')]);
  const asked = askedRecord(await searchParams);
  const landmark = asked.ok && (await readLandmark(asked.value.record, slug, locale));
  return landmark ? { title: landmark.title, description: t('description', { landmark: landmark.title }) } : {};
}

export default async function LandmarkPage({ params, searchParams }: PageProps<'/[locale]/heritage/[slug]'>) {
  const { locale, slug } = await params;
  const asked = askedRecord(await searchParams);
  if (!asked.ok) return <RefusedPast problem={asked.problem} />;
  const { record } = asked.value;
  const landmark = await readLandmark(record, slug, locale); // before anything else, so that an unknown landmark is a real 404
  if (landmark) return <TheLandmark record={record} landmark={landmark} locale={locale} />;
  const withdrawnAt = await readWithdrawal(record, 'landmark', slug);
  if (!withdrawnAt) return notThen(record, 'landmark', slug);
  const historyHref = `/${locale}${historyPath({ of: 'landmark', slug })}`;
  return (
    <WithdrawnRecord slug={slug} withdrawnAt={withdrawnAt} way={`/${locale}/heritage`} historyHref={historyHref} />
  );
}

interface TheLandmarkProps {
  readonly record: PublicRecord;
  readonly landmark: Landmark;
  readonly locale: string;
}

async function TheLandmark({ record, landmark, locale }: TheLandmarkProps) {
  const [disagreements, claimWords, facts, evidence, t] = await Promise.all([
    readDisagreements(record, { landmark: landmark.slug }, locale),
    getTranslations('claims.sheet'),
    readContextFacts(record, factsOfLandmark(landmark.slug), locale),
    readLandmarkEvidence(record, landmark.slug),
    getTranslations('heritage.landmark'),
  ]);
  const history = await readHistorySummary(record, { of: 'landmark', slug: landmark.slug });
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
                description: <Link href={`/${locale}/places/${landmark.placeSlug}`}>{landmark.placeName}</Link>,
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
        <RowDownloads table="conditions" query={filterQuery({ landmark: landmark.slug })} />
      </Section>

      <EvidenceSection evidence={evidence} />

      {disagreements.length > 0 && (
        <Section id="disagreements" title={claimWords('title')} intro={<p>{claimWords('intro')}</p>}>
          <DisagreementSheet disagreements={disagreements} />
        </Section>
      )}

      <Section id="restorations" title={t('restorations')}>
        {restorations.length > 0 ? (
          <PlainList>
            {restorations.map(({ slug, title, status }) => (
              <li key={slug}>
                <Link href={`/${locale}/projects/${slug}`}>{title}</Link> <StatusMark status={status} />
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

      <Section id="history" title={t('history')}>
        <HistoryLine {...history} href={`/${locale}${historyPath({ of: 'landmark', slug: landmark.slug })}`} />
      </Section>
    </>
  );
}
