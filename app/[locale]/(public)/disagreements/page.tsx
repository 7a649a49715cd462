import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DisagreementSheet } from '@/components/claims/disagreement-sheet';
import { RowDownloads } from '@/components/layout/row-downloads';
import { EmptyState } from '@/components/layout/empty-state';
import { Section } from '@/components/layout/page';
import { PageHead } from '@/components/layout/page-head';
import { disagreementNatures } from '@/domain/vocabulary';
import { readDisagreements } from '@/server/published/disagreements';
import { RefusedPast } from '@/app/_public/refused-past';
import { askedRecord } from '@/app/_public/asked-record';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('claims.page');
  return { title: t('title'), description: t('description') };
}

export default async function DisagreementsPage({ params, searchParams }: PageProps<'/[locale]/disagreements'>) {
  const [{ locale }, t] = await Promise.all([params, getTranslations('claims.page')]);
  const asked = askedRecord(await searchParams);
  if (!asked.ok) return <RefusedPast problem={asked.problem} />;
  const disagreements = await readDisagreements(asked.value.record, {}, locale);
  return (
    <>
      <PageHead title={t('title')} standfirst={t('standfirst')} />
      {disagreements.length === 0 && <EmptyState title={t('none')}>{t('noneText')}</EmptyState>}
      {disagreementNatures.map((nature) => {
        const own = disagreements.filter((one) => one.nature === nature);
        return (
          own.length > 0 && (
            <Section
              key={nature}
              id={nature}
              title={t(`section.${nature}`)}
              intro={<p>{t(`sectionIntro.${nature}`)}</p>}
            >
              <DisagreementSheet disagreements={own} hasSubject isFolded />
            </Section>
          )
        );
      })}
      <RowDownloads table="disagreements" />
    </>
  );
}
