import { useTranslations } from 'next-intl';
import { Unknown } from '@/components/figures/figure-value';
import { useFigureFormat } from '@/components/figures/server-format';
import { DataTable } from '@/components/tables/data-table';
import { ChartFigure } from './chart-figure';
import type { ChartFrame } from './chart-frame';
import { ChartKey } from './chart-key';
import { type ColumnGroup, type ColumnKind, drawColumns } from './columns-drawn';
import { ColumnsPicture } from './columns-picture';
import { LiveChart } from './live-chart';

export interface GroupedColumnsProps extends ChartFrame {
  readonly kinds: readonly ColumnKind[];
  readonly groups: readonly ColumnGroup[];
  /** The head of the table's first column. */
  readonly groupHead: string;
  readonly empty?: string;
}

/** What `BarsByYear` and `PlannedVsActualByPeriod` are drawn with. */
export function GroupedColumns({ kinds, groups, groupHead, empty, ...frame }: GroupedColumnsProps) {
  const t = useTranslations('charts');
  const format = useFigureFormat();
  if (groups.length === 0) return <p>{empty ?? t('nothing')}</p>;
  const drawn = drawColumns({ kinds, groups, label: frame.headline }, format);
  return (
    <ChartFigure
      {...frame}
      chartKey={
        <ChartKey
          label={t('key')}
          entries={kinds.map(({ label, color, look }) => ({ label, color, look, mark: 'area' }))}
        />
      }
      table={
        <DataTable
          caption={t('tableCaption', { title: frame.headline })}
          isCaptionHidden
          density="compact"
          phone="scroll"
          rows={groups}
          rowKey={({ id }) => id}
          columns={[
            { id: 'group', head: groupHead, isRowHead: true, cell: ({ title }) => title },
            ...kinds.map((kind) => ({
              id: kind.id,
              head: kind.label,
              kind: 'number' as const,
              cell: ({ values }: ColumnGroup) => values[kind.id]?.text ?? <Unknown />,
            })),
          ]}
        />
      }
    >
      <LiveChart kind="columns" drawn={drawn}>
        <ColumnsPicture drawn={drawn} />
      </LiveChart>
    </ChartFigure>
  );
}
