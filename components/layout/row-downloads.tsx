import { useTranslations } from 'next-intl';
import { formatsOf } from '@/domain/export/formats';
import type { TableName } from '@/domain/export/tables';
import { DownloadLinks } from './download-links';

export interface RowDownloadsProps {
  /** "These rows as" by default. */
  readonly label?: string;
  /** Said to those who hear the links one by one; the label by default. */
  readonly spoken?: string;
  readonly table: TableName;
  /** The filter of the page, as its address has it: `?sector=housing`. */
  readonly query?: string;
}

/** The same rows as this page in every format, one click each: the address of the page's table with another ending. */
export function RowDownloads({ label, spoken, table, query = '' }: RowDownloadsProps) {
  const t = useTranslations('downloads.formats');
  const links = formatsOf(table).map((format) => ({
    label: t(`${format}.name`),
    href: `/data/${table}.${format}${query}`,
  }));
  return <DownloadLinks label={label} spoken={spoken} links={links} />;
}
