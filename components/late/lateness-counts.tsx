import { useTranslations } from 'next-intl';
import { useFigureFormat } from '@/components/figures/server-format';
import { Link } from '@/components/layout/link';
import { DataTable } from '@/components/tables/data-table';
import { type Lateness, latenesses } from '@/domain/lateness';
import type { LatenessCount } from './late-project';

export interface LatenessCountsProps {
  readonly counts: readonly LatenessCount[];
  readonly hrefFor: (lateness: Lateness) => string;
}

/** How many open projects stand how to their promise, with the rule of each in words. */
export function LatenessCounts({ counts, hrefFor }: LatenessCountsProps) {
  const t = useTranslations('late');
  const format = useFigureFormat();
  const rows = latenesses.map(
    (lateness) => counts.find((one) => one.lateness === lateness) ?? { lateness, count: 0, expected: 0 },
  );
  const sum = (of: 'count' | 'expected') => format.number(rows.reduce((total, row) => total + row[of], 0));
  return (
    <DataTable
      caption={t('counts')}
      isCaptionHidden
      density="compact"
      rows={rows}
      rowKey={({ lateness }) => lateness}
      columns={[
        {
          id: 'standing',
          head: t('countsHead'),
          isRowHead: true,
          cell: ({ lateness }) => <Link href={hrefFor(lateness)}>{t(`lateness.${lateness}`)}</Link>,
        },
        { id: 'rule', head: t('countsRule'), cell: ({ lateness }) => t(`meaning.${lateness}`) },
        { id: 'projects', head: t('projects'), kind: 'number', cell: ({ count }) => format.number(count) },
        { id: 'expected', head: t('expectedHead'), kind: 'number', cell: ({ expected }) => format.number(expected) },
      ]}
      totals={{ label: t('allOpen'), cells: { projects: sum('count'), expected: sum('expected') } }}
    />
  );
}
