import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DownloadLinks } from '@/components/layout/download-links';
import { Link } from '@/components/layout/link';
import { PlainList, Prose, Section } from '@/components/layout/page';
import { PageHead } from '@/components/layout/page-head';
import { addresses, addressNames } from '@/components/oc4ids/addresses';
import { DerivedTable } from '@/components/oc4ids/derived-table';
import { MappingTable } from '@/components/oc4ids/mapping-table';
import { absentKinds, mappedKinds, namedKinds } from '@/domain/oc4ids/mapping';
import { locales } from '@/i18n/locales';
import { askedRecord } from '@/app/_public/asked-record';
import { RefusedPast } from '@/app/_public/refused-past';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('oc4ids.page');
  return { title: t('title'), description: t('standfirst') };
}

/** What an OC4IDS package of this record is, where to get one, and where each of our fields stands in it. */
export default async function Oc4idsPage({ params, searchParams }: PageProps<'/[locale]/data/oc4ids'>) {
  const [{ locale }, t, files, record] = await Promise.all([
    params,
    getTranslations('oc4ids'),
    getTranslations('files'),
    getTranslations('record'),
  ]);
  const asked = askedRecord(await searchParams);
  if (!asked.ok) return <RefusedPast problem={asked.problem} />;
  return (
    <>
      <PageHead
        title={t('page.title')}
        standfirst={t('page.standfirst')}
        breadcrumb={[{ label: files('title'), href: `/${locale}/data` }, { label: t('page.title') }]}
      >
        <DownloadLinks
          label={t('page.download')}
          links={locales.map((language) => ({
            label: locales.length > 1 ? `OC4IDS, ${language}` : 'OC4IDS',
            href: `/data/oc4ids.json${language === locales[0] ? '' : `?language=${language}`}`,
            note: t('page.format'),
          }))}
        />
      </PageHead>
      <Section id="what" title={t('page.what.title')}>
        <Prose>
          <p>{t('page.what.standard')}</p>
          <p>{t('page.what.package')}</p>
          <p>{t('page.what.identifiers')}</p>
          <p>{t('page.what.dates')}</p>
          <p>{t('page.what.validated')}</p>
        </Prose>
      </Section>
      <Section id="addresses" title={t('page.addresses.title')}>
        <PlainList>
          {addressNames.map((name) => (
            <li key={name}>
              <code>{addresses[name]}</code>
              <br />
              {t(`page.addresses.${name}`)}
            </li>
          ))}
        </PlainList>
        <Prose>
          <p>{t('page.addresses.empty')}</p>
          <p>
            <Link href={`/${locale}/data/projects#filters`}>{t('page.addresses.filters')}</Link>
          </p>
        </Prose>
      </Section>
      <Section id="ours" title={t('page.ours.title')}>
        <Prose>
          <p>{t('page.ours.object')}</p>
          <p>{t('page.ours.statement')}</p>
          <p>{t('page.ours.dates')}</p>
          <p>{t('page.ours.money')}</p>
          <p>{t('page.ours.rivals')}</p>
          <p>{t('page.ours.withheld')}</p>
        </Prose>
      </Section>
      <Section id="mapping" title={t('page.mapping.title')} intro={<p>{t('page.mapping.intro')}</p>}>
        {mappedKinds.map((kind) => (
          <Section key={kind} id={kind.replaceAll('_', '-')} level={3} title={record(`${kind}.name`)}>
            <MappingTable kind={kind} />
          </Section>
        ))}
      </Section>
      <Section id="derived" title={t('page.derived.title')}>
        <DerivedTable />
      </Section>
      <Section id="absent" title={t('page.absent.title')} intro={<p>{t('page.absent.intro')}</p>}>
        <PlainList>
          {[...absentKinds, ...namedKinds].map((kind) => (
            <li key={kind}>
              <strong>{record(`${kind}.name`)}</strong>
              {`: ${t(`absentKinds.${kind}`)}`}
            </li>
          ))}
        </PlainList>
        <Prose>
          <p>{t('page.absent.standard')}</p>
        </Prose>
      </Section>
    </>
  );
}
