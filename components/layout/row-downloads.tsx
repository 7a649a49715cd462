import { useTranslations } from 'next-intl';
import { formatsOf } from '@/domain/export/formats';
import { isTagged } from '@/domain/export/hxl';
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
  // Where the head of a column names the formats, there is room for these alone.
  const others = label === '' ? [] : otherStandards(table, query);
  return <DownloadLinks label={label} spoken={spoken} links={[...links, ...others]} />;
}

/** The same rows as other programs know them: projects as an OC4IDS package, a CSV with its row of HXL tags. */
function otherStandards(table: TableName, query: string) {
  return [
    ...(table === 'projects' ? [{ label: 'OC4IDS', href: `/data/oc4ids.json${query}` }] : []),
    ...(isTagged(table) ? [{ label: 'HXL', href: `/data/${table}.csv${query}${query ? '&' : '?'}hxl=1` }] : []),
  ];
}
