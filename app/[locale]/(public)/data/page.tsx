import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Everything } from '@/components/files/everything';
import { FormatsList } from '@/components/files/formats-list';
import { OtherStandards } from '@/components/files/other-standards';
import { TablesOverview } from '@/components/files/tables-overview';
import { Link } from '@/components/layout/link';
import { Prose, Section } from '@/components/layout/page';
import { PageHead } from '@/components/layout/page-head';
import { readTableStates } from '@/server/published/data-tables';
import { RefusedPast } from '@/app/_public/refused-past';
import { askedRecord } from '@/app/_public/asked-record';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('files');
  return { title: t('title'), description: t('standfirst') };
}

export default async function DataPage({ params, searchParams }: PageProps<'/[locale]/data'>) {
  const [{ locale }, t, downloads, oc4ids] = await Promise.all([
    params,
    getTranslations('files'),
    getTranslations('downloads'),
    getTranslations('oc4ids.page'),
  ]);
  const asked = askedRecord(await searchParams);
  if (!asked.ok) return <RefusedPast problem={asked.problem} />;
  const tables = await readTableStates(asked.value.record);
  return (
    <>
      <PageHead title={t('title')} standfirst={t('standfirst')} />
      <Section id="everything" title={downloads('everything.title')}>
        <Everything />
      </Section>
      <Section id="tables" title={t('tables.title')} intro={<p>{t('tables.intro')}</p>}>
        <TablesOverview tables={tables} dictionaryHref={(table) => `/${locale}/data/${table}`} />
      </Section>
      <Section id="formats" title={downloads('formatsTitle')} intro={<p>{downloads('formatsIntro')}</p>}>
        <FormatsList />
        <Prose>
          <p>
            {downloads.rich('beside', {
              metadata: () => <code>projects.metadata.json</code>,
              csvw: () => <code>projects.csv-metadata.json</code>,
            })}
          </p>
          <p>{downloads('broken')}</p>
        </Prose>
      </Section>
      <Section id="standards" title={oc4ids('standards')}>
        <OtherStandards packagePage={`/${locale}/data/oc4ids`} />
      </Section>
      <Section id="use" title={t('use.title')}>
        <Prose>
          <p>{t('use.format')}</p>
          <p>{t('use.columns')}</p>
          <p>{t('use.unknown')}</p>
          <p>{t('use.lists')}</p>
          <p>{t('use.formulas')}</p>
          <p>
            {t('use.filters')} <code>/data/projects.csv?sector=housing&amp;late=yes</code>
          </p>
          <p>
            <Link href={`/${locale}/data/api`}>{t('use.api')}</Link>
          </p>
          <p>
            <Link href={`/${locale}/methodology#licence`}>{t('use.licence')}</Link>
          </p>
        </Prose>
      </Section>
    </>
  );
}
