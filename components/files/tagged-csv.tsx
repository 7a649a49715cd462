import { useTranslations } from 'next-intl';
import { DownloadLinks } from '@/components/layout/download-links';
import type { TableName } from '@/domain/export/tables';

/** The whole table with its row of HXL tags. */
export function TaggedCsv({ table }: { readonly table: TableName }) {
  const t = useTranslations('hxl');
  return <DownloadLinks label={t('download')} links={[{ label: 'CSV', href: `/data/${table}.csv?hxl=1` }]} />;
}
