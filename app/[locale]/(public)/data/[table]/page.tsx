import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { DictionaryTable } from '@/components/files/dictionary-table';
import { FiltersTable } from '@/components/files/filters-table';
import { RowDownloads } from '@/components/layout/row-downloads';
import { Section } from '@/components/layout/page';
import { PageHead } from '@/components/layout/page-head';
import { isTableName } from '@/domain/export/tables';
import { RefusedPast } from '@/app/_public/refused-past';
import { askedRecord } from '@/app/_public/asked-record';

export async function generateMetadata({ params }: PageProps<'/[locale]/data/[table]'>): Promise<Metadata> {
  const [{ table }, t] = await Promise.all([params, getTranslations('files')]);
  return isTableName(table) ? { title: t(`table.${table}.title`), description: t(`table.${table}.holds`) } : {};
}

export default async function TablePage({ params, searchParams }: PageProps<'/[locale]/data/[table]'>) {
  const [{ locale, table }, t] = await Promise.all([params, getTranslations('files')]);
  if (!isTableName(table)) notFound();
  const asked = askedRecord(await searchParams);
  if (!asked.ok) return <RefusedPast problem={asked.problem} />;
  return (
    <>
      <PageHead
        title={t(`table.${table}.title`)}
        standfirst={t(`table.${table}.holds`)}
        breadcrumb={[{ label: t('title'), href: `/${locale}/data` }, { label: t(`table.${table}.title`) }]}
      >
        <RowDownloads label={t('wholeTable')} table={table} />
      </PageHead>
      <Section id="columns" title={t('dictionary.title')} intro={<p>{t('dictionary.intro')}</p>}>
        <DictionaryTable table={table} />
      </Section>
      <Section id="filters" title={t('filters.title')} intro={<p>{t('filters.intro')}</p>}>
        <FiltersTable table={table} />
      </Section>
    </>
  );
}
