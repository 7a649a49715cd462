import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useFigureFormat } from '@/components/figures/server-format';
import { DataTable } from '@/components/tables/data-table';
import { type RecordChange, recordChanges } from '@/domain/vocabulary';

export interface CountedChanges {
  readonly key: string;
  readonly name: ReactNode;
  readonly counts: Readonly<Partial<Record<RecordChange, number>>>;
}

export interface ChangesByProps {
  readonly caption: string;
  /** The head of the first column: "Sector". */
  readonly head: string;
  readonly rows: readonly CountedChanges[];
}

/** How many records were added, corrected, withdrawn or moved: by sector, by district. */
export function ChangesBy({ caption, head, rows }: ChangesByProps) {
  const t = useTranslations('changes');
  const format = useFigureFormat();
  return (
    <DataTable
      caption={caption}
      isCaptionHidden
      density="compact"
      phone="scroll"
      rows={rows}
      rowKey={({ key }) => key}
      columns={[
        { id: 'name', head, isRowHead: true, cell: ({ name }) => name },
        ...recordChanges.map((change) => ({
          id: change,
          head: t(`change.${change}`),
          kind: 'number' as const,
          cell: ({ counts }: CountedChanges) => format.number(counts[change] ?? 0),
        })),
      ]}
    />
  );
}
