import { useTranslations } from 'next-intl';
import { useFigureFormat } from '@/components/figures/server-format';
import { Link } from '@/components/layout/link';
import { DataTable } from '@/components/tables/data-table';
import { ChartFigure } from './chart-figure';
import type { ChartColor, ChartFrame } from './chart-frame';
import { ChartKey } from './chart-key';
import { LiveChart } from './live-chart';
import { type DrawnStack, rowHeight } from './stack-drawn';
import { StackPicture } from './stack-picture';

export interface StackRow {
  readonly id: string;
  readonly label: string;
  readonly href?: string;
  /** By part id; a missing one is zero, for here everything is counted. */
  readonly counts: Readonly<Record<string, number>>;
}

export interface StackedBarsProps extends ChartFrame {
  /** In order, from left to right. */
  readonly parts: readonly { readonly id: string; readonly label: string; readonly color: ChartColor }[];
  readonly rows: readonly StackRow[];
  /** What is counted: `projects`. */
  readonly unit: string;
  /** The head of the table's first column: "Sector". */
  readonly rowHead: string;
  /** Says what a total leaves out. */
  readonly leavesOut?: string;
  readonly empty?: string;
}

/** Counts in rows, divided into parts that make up the whole: projects by sector and status. */
export function StackedBars({ parts, rows, unit, rowHead, leavesOut, empty, ...frame }: StackedBarsProps) {
  const t = useTranslations('charts');
  const format = useFigureFormat();
  const totalOf = ({ counts }: StackRow) => parts.reduce((total, { id }) => total + (counts[id] ?? 0), 0);
  const shownParts = parts.filter(({ id }) => rows.some(({ counts }) => counts[id]));
  if (rows.length === 0 || shownParts.length === 0) return <p>{empty ?? t('nothing')}</p>;
  const drawn: DrawnStack = {
    height: rows.length * rowHeight,
    label: frame.headline,
    top: Math.max(...rows.map(totalOf), 1),
    parts: shownParts,
    rows: rows.map((row) => ({
      id: row.id,
      label: row.label,
      totalText: format.quantity(totalOf(row), unit),
      values: shownParts.map(({ id }) => ({ value: row.counts[id] ?? 0, text: format.number(row.counts[id] ?? 0) })),
    })),
  };
  const sum = (id: string) => format.number(rows.reduce((total, { counts }) => total + (counts[id] ?? 0), 0));
  return (
    <ChartFigure
      {...frame}
      chartKey={
        <ChartKey label={t('key')} entries={shownParts.map(({ label, color }) => ({ label, color, mark: 'area' }))} />
      }
      table={
        <DataTable
          caption={t('tableCaption', { title: frame.headline })}
          isCaptionHidden
          density="compact"
          phone="scroll"
          rows={rows}
          rowKey={({ id }) => id}
          columns={[
            {
              id: 'row',
              head: rowHead,
              isRowHead: true,
              cell: ({ label, href }) => (href ? <Link href={href}>{label}</Link> : label),
            },
            ...shownParts.map(({ id, label }) => ({
              id,
              head: label,
              kind: 'number' as const,
              cell: ({ counts }: StackRow) => format.number(counts[id] ?? 0),
            })),
            {
              id: 'total',
              head: t('total'),
              kind: 'number' as const,
              cell: (row: StackRow) => format.number(totalOf(row)),
            },
          ]}
          totals={
            rows.length > 1
              ? {
                  label: t('total'),
                  cells: {
                    ...Object.fromEntries(shownParts.map(({ id }) => [id, sum(id)])),
                    total: format.number(rows.reduce((total, row) => total + totalOf(row), 0)),
                  },
                  leavesOut,
                }
              : undefined
          }
        />
      }
    >
      <LiveChart kind="stack" drawn={drawn}>
        <StackPicture drawn={drawn} />
      </LiveChart>
    </ChartFigure>
  );
}
