import { useTranslations } from 'next-intl';
import { FigureValue } from '@/components/figures/figure-value';
import { useFigureFormat } from '@/components/figures/server-format';
import { statedNumber } from '@/components/figures/stated-value';
import { DataTable } from '@/components/tables/data-table';

export interface PlannedTotal {
  readonly measure: string;
  readonly label: string;
  readonly unit: string | null;
  readonly planned: number | null;
  readonly built: number | null;
  readonly isExact: boolean;
  readonly stated: number;
  readonly unknown: number;
  readonly parts: number;
}

/** What the projects found plan, by measure, with what each sum leaves out. */
export function PlannedTotals({
  totals,
  caption,
}: {
  readonly totals: readonly PlannedTotal[];
  readonly caption: string;
}) {
  const t = useTranslations('projects.totals');
  const format = useFigureFormat();
  return (
    <DataTable
      caption={caption}
      isCaptionHidden
      density="compact"
      rows={totals}
      rowKey={({ measure }) => measure}
      note={t('note')}
      columns={[
        { id: 'measure', head: t('measure'), isRowHead: true, cell: ({ label }) => label },
        {
          id: 'planned',
          head: t('planned'),
          kind: 'number',
          cell: (total) => <Quantity total={total} value={total.planned} />,
        },
        {
          id: 'built',
          head: t('built'),
          kind: 'number',
          cell: (total) => <Quantity total={total} value={total.built} />,
        },
        { id: 'projects', head: t('projects'), kind: 'number', cell: ({ stated }) => format.number(stated) },
        {
          id: 'leavesOut',
          head: t('leavesOut'),
          cell: ({ unknown, parts }) =>
            [
              unknown > 0 && t('unknown', { count: unknown, projects: format.number(unknown) }),
              parts > 0 && t('parts', { count: parts, projects: format.number(parts) }),
            ]
              .filter(Boolean)
              .join('; ') || t('nothing'),
        },
      ]}
    />
  );
}

function Quantity({ total, value }: { readonly total: PlannedTotal; readonly value: number | null }) {
  return <FigureValue value={statedNumber(value, total.unit ?? undefined, total.isExact ? null : 'about')} />;
}
