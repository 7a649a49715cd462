import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Unknown } from '@/components/figures/figure-value';
import { useFigureFormat } from '@/components/figures/server-format';
import { DataTable } from '@/components/tables/data-table';
import type { SlippageSpread } from './late-project';

export interface SpreadTableProps {
  readonly caption: string;
  readonly head: string;
  readonly rows: readonly SlippageSpread[];
  readonly nameOf: (row: SlippageSpread) => ReactNode;
}

/** Quartiles of slippage by group, with how many projects they leave out. */
export function SpreadTable({ caption, head, rows, nameOf }: SpreadTableProps) {
  const t = useTranslations('late.spread');
  const format = useFigureFormat();
  const quartile = (id: 'low' | 'median' | 'high', of: 'low' | 'middle' | 'high') => ({
    id,
    head: t(id),
    unit: t('days'),
    kind: 'number' as const,
    cell: ({ days }: SlippageSpread) => {
      if (!days) return <Unknown />;
      const whole = Math.round(days[of] * 10) / 10;
      return <data value={String(days[of])}>{whole === 0 ? format.number(0) : format.difference(whole)}</data>;
    },
  });
  return (
    <DataTable
      caption={caption}
      isCaptionHidden
      density="compact"
      phone="scroll"
      rows={rows}
      rowKey={({ kind, slug }) => `${kind} ${slug}`}
      columns={[
        { id: 'name', head, isRowHead: true, cell: nameOf },
        { id: 'projects', head: t('projects'), kind: 'number', cell: ({ projects }) => format.number(projects) },
        { id: 'known', head: t('known'), kind: 'number', cell: ({ known }) => format.number(known) },
        { id: 'unknown', head: t('unknown'), kind: 'number', cell: ({ unknown }) => format.number(unknown) },
        quartile('low', 'low'),
        quartile('median', 'middle'),
        quartile('high', 'high'),
      ]}
    />
  );
}
