import { useTranslations } from 'next-intl';
import { DateText } from '@/components/figures/figure-value';
import { useFigureFormat } from '@/components/figures/server-format';
import { Link } from '@/components/layout/link';
import { RowDownloads } from '@/components/layout/row-downloads';
import { DataTable } from '@/components/tables/data-table';
import { columnsOf, type TableName } from '@/domain/export/tables';
import { day, type IsoDate } from '@/domain/calendar';

export interface TableInList {
  readonly name: TableName;
  /** Null: too many to be counted for a page. */
  readonly rowCount: number | null;
  readonly changedAt: Date | null;
}

export interface TablesOverviewProps {
  readonly tables: readonly TableInList[];
  readonly dictionaryHref: (table: TableName) => string;
}

/** Every table that is given away: what it holds, how much, since when, and where. */
export function TablesOverview({ tables, dictionaryHref }: TablesOverviewProps) {
  const t = useTranslations('files');
  const format = useFigureFormat();
  return (
    <DataTable
      caption={t('tables.caption')}
      isCaptionHidden
      rows={tables}
      rowKey={({ name }) => name}
      columns={[
        {
          id: 'name',
          head: t('tables.table'),
          isRowHead: true,
          cell: ({ name }) => <Link href={dictionaryHref(name)}>{t(`table.${name}.title`)}</Link>,
        },
        { id: 'holds', head: t('tables.holds'), cell: ({ name }) => t(`table.${name}.holds`) },
        {
          id: 'rows',
          head: t('tables.rows'),
          kind: 'number',
          cell: ({ rowCount }) => (rowCount === null ? t('tables.notCounted') : format.number(rowCount)),
        },
        {
          id: 'columns',
          head: t('tables.columns'),
          kind: 'number',
          cell: ({ name }) => format.number(columnsOf(name).length),
        },
        {
          id: 'changed',
          head: t('tables.changed'),
          cell: ({ changedAt }) => (changedAt ? <DateText date={dayOf(changedAt)} form="short" /> : t('tables.never')),
        },
        {
          id: 'file',
          head: t('tables.file'),
          cell: ({ name }) => <RowDownloads label="" spoken={t(`table.${name}.title`)} table={name} />,
        },
      ]}
    />
  );
}

const dayOf = (moment: Date): IsoDate => day(moment.toISOString().slice(0, 10));
