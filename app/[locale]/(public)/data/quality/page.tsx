import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DictionaryTable } from '@/components/files/dictionary-table';
import { FiltersTable } from '@/components/files/filters-table';
import { RowDownloads } from '@/components/layout/row-downloads';
import { Link } from '@/components/layout/link';
import { Section } from '@/components/layout/page';
import { PageHead } from '@/components/layout/page-head';
import { LastWords } from '@/components/quality/last-words';
import { CompletenessByKind } from '@/components/quality/completeness-by-kind';
import { Contradictions } from '@/components/quality/contradictions';
import { VerificationByKind } from '@/components/quality/verification-by-kind';
import type { QualityMeasure } from '@/domain/quality';
import { readQuality } from '@/server/published/quality';
import { askedRecord } from '@/app/_public/asked-record';
import { RefusedPast } from '@/app/_public/refused-past';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('quality');
  return { title: t('title'), description: t('standfirst') };
}

/** What is filled in, how far it is verified, how old the last word is, what is disputed: of the record as a whole. */
export default async function QualityPage({ params, searchParams }: PageProps<'/[locale]/data/quality'>) {
  const [{ locale }, t, files] = await Promise.all([params, getTranslations('quality'), getTranslations('files')]);
  const parameters = await searchParams;
  const asked = askedRecord(parameters);
  if (!asked.ok) return <RefusedPast problem={asked.problem} />;
  const quality = await readQuality(asked.value.record);
  const { staleAfterDays } = quality;
  const csv = (measure: QualityMeasure) => <RowDownloads table="quality" query={`?measure=${measure}`} />;
  return (
    <>
      <PageHead
        title={t('title')}
        standfirst={t('standfirst')}
        breadcrumb={[{ label: files('title'), href: `/${locale}/data` }, { label: t('title') }]}
      >
        <RowDownloads label={files('wholeTable')} table="quality" />
      </PageHead>
      <Section
        id="verification"
        title={t('verification.title')}
        intro={
          <p>
            {t('verification.intro')} <Link href={`/${locale}/methodology#verification`}>{t('rule')}</Link>
          </p>
        }
      >
        <VerificationByKind rows={quality.verification} />
        {csv('verification')}
      </Section>
      <Section id="projects" title={t('projects.title')} intro={<p>{t('projects.intro', { days: staleAfterDays })}</p>}>
        <LastWords rows={quality.projects} list="projects" hrefOf={(slug) => `/${locale}/projects/${slug}`} />
        {csv('project_report')}
      </Section>
      <Section
        id="organisations"
        title={t('organisations.title')}
        intro={<p>{t('organisations.intro', { days: staleAfterDays })}</p>}
      >
        <LastWords rows={quality.organisations} list="organisations" />
        {csv('organisation_report')}
      </Section>
      <Section
        id="contradictions"
        title={t('contradictions.title')}
        intro={
          <p>
            {t('contradictions.intro')} <Link href={`/${locale}/disagreements`}>{t('contradictions.sides')}</Link>
          </p>
        }
      >
        <Contradictions rows={quality.contradictions} />
        {csv('contradiction')}
      </Section>
      <Section id="completeness" title={t('completeness.title')} intro={<p>{t('completeness.intro')}</p>}>
        <CompletenessByKind
          rows={quality.completeness}
          kind={typeof parameters.kind === 'string' ? parameters.kind : null}
          hrefOf={(kind) => `/${locale}/data/quality?kind=${kind}#fields`}
        />
        {csv('completeness')}
      </Section>
      <Section id="columns" title={files('dictionary.title')} intro={<p>{files('dictionary.intro')}</p>}>
        <DictionaryTable table="quality" />
        <FiltersTable table="quality" />
      </Section>
    </>
  );
}
