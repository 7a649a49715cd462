import { useTranslations } from 'next-intl';
import { DateText } from '@/components/figures/figure-value';
import { LateMark } from '@/components/figures/marks';
import { useFigureFormat } from '@/components/figures/server-format';
import { Link } from '@/components/layout/link';
import { DataTable } from '@/components/tables/data-table';
import { ProjectName } from '@/components/projects/project-name';
import { Slipped } from '@/components/projects/slipped';
import type { DatedProject } from './overview-data';

interface Linked {
  readonly hrefOf: (slug: string) => string;
}

/** Promises that moved, by how much: the furthest first. */
export function MovedTable({ moved, hrefOf }: Linked & { readonly moved: readonly DatedProject[] }) {
  const t = useTranslations('overview.moved');
  return (
    <DataTable
      caption={t('title')}
      isCaptionHidden
      density="compact"
      rows={moved}
      rowKey={({ slug }) => slug}
      columns={[
        {
          id: 'project',
          head: t('project'),
          isRowHead: true,
          cell: (project) => (
            <Link href={hrefOf(project.slug)}>
              <ProjectName {...project} />
            </Link>
          ),
        },
        { id: 'from', head: t('from'), cell: ({ from }) => <DateText date={from} form="short" /> },
        {
          id: 'to',
          head: t('to'),
          cell: ({ to, isBuilt }) =>
            isBuilt ? (
              t.rich('doneOn', { date: () => <DateText date={to} form="short" /> })
            ) : (
              <DateText date={to} form="short" />
            ),
        },
        {
          id: 'slipped',
          head: t('slipped'),
          unit: t('days'),
          kind: 'number',
          cell: ({ slippage }) => <Slipped slippage={slippage} />,
        },
      ]}
    />
  );
}

/** Past the last promised day without an outcome: the longest first. */
export function LateTable({ late, hrefOf }: Linked & { readonly late: readonly DatedProject[] }) {
  const t = useTranslations('overview.late');
  const format = useFigureFormat();
  return (
    <DataTable
      caption={t('title')}
      isCaptionHidden
      density="compact"
      rows={late}
      rowKey={({ slug }) => slug}
      columns={[
        {
          id: 'project',
          head: t('project'),
          isRowHead: true,
          cell: (project) => (
            <Link href={hrefOf(project.slug)}>
              <ProjectName {...project} />
            </Link>
          ),
        },
        { id: 'promised', head: t('promised'), cell: ({ promised }) => <DateText date={promised} form="short" /> },
        {
          id: 'late',
          head: t('late'),
          kind: 'number',
          cell: ({ lateByDays }) => lateByDays !== null && <LateMark>{format.quantity(lateByDays, 'days')}</LateMark>,
        },
      ]}
    />
  );
}
