import { useTranslations } from 'next-intl';
import { BarRow } from '@/components/charts/bar-row';
import { useFigureFormat } from '@/components/figures/server-format';
import { DataTable } from '@/components/tables/data-table';

export interface StatementSharesProps {
  readonly caption: string;
  readonly nameHead: string;
  readonly shares: readonly { readonly name: string; readonly count: number }[];
  /** All statements, of which these are shares. */
  readonly total: number;
}

/** How many statements are of each kind, as shares of all. */
export function StatementShares({ caption, nameHead, shares, total }: StatementSharesProps) {
  const t = useTranslations('methodology.gathered');
  const format = useFigureFormat();
  return (
    <DataTable
      caption={caption}
      density="compact"
      phone="scroll"
      rows={shares}
      rowKey={({ name }) => name}
      columns={[
        { id: 'name', head: nameHead, isRowHead: true, cell: ({ name }) => name },
        { id: 'count', head: t('count'), kind: 'number', cell: ({ count }) => format.number(count) },
        {
          id: 'share',
          head: t('share'),
          cell: ({ count }) => (
            <BarRow percent={(100 * count) / total} text={format.percent((100 * count) / total, 0)} />
          ),
        },
      ]}
    />
  );
}
