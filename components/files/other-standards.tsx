import { useTranslations } from 'next-intl';
import { DownloadLinks } from '@/components/layout/download-links';
import { Link } from '@/components/layout/link';
import { Prose, Section } from '@/components/layout/page';
import { taggedTables } from '@/domain/export/hxl';

/** The same record as other programs know it: projects as OC4IDS packages, tables with HXL tags. */
export function OtherStandards({ packagePage }: { readonly packagePage: string }) {
  const t = useTranslations();
  return (
    <>
      <Section id="oc4ids" level={3} title={t('oc4ids.page.title')}>
        <Prose>
          <p>{t('oc4ids.page.inShort')}</p>
        </Prose>
        <DownloadLinks label={t('oc4ids.page.download')} links={[{ label: 'OC4IDS', href: '/data/oc4ids.json' }]} />
        <p>
          <Link href={packagePage}>{t('oc4ids.page.more')}</Link>
        </p>
      </Section>
      <Section id="hxl" level={3} title={t('hxl.title')}>
        <Prose>
          <p>{t('hxl.what')}</p>
        </Prose>
        <DownloadLinks
          label={t('hxl.download')}
          links={taggedTables.map((table) => ({
            label: t(`files.table.${table}.title`),
            href: `/data/${table}.csv?hxl=1`,
          }))}
        />
        <Prose>
          <p>{t('hxl.counts')}</p>
        </Prose>
      </Section>
    </>
  );
}
