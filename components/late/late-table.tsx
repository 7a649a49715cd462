import { useTranslations } from 'next-intl';
import { DateText, Unknown } from '@/components/figures/figure-value';
import { LateMark } from '@/components/figures/marks';
import { useFigureFormat } from '@/components/figures/server-format';
import { Link } from '@/components/layout/link';
import { ProjectName } from '@/components/projects/project-name';
import { DataTable } from '@/components/tables/data-table';
import type { LateProject } from './late-project';
import styles from './late.module.css';

export interface LateTableProps {
  readonly rows: readonly LateProject[];
  readonly hrefOf: (slug: string) => string;
  readonly placeHref: (slug: string) => string;
}

/** Open projects by how they stand to their promise; an expected finish, or why there is none. */
export function LateTable({ rows, hrefOf, placeHref }: LateTableProps) {
  const t = useTranslations('late');
  const format = useFigureFormat();
  return (
    <DataTable
      caption={t('caption')}
      isCaptionHidden
      rows={rows}
      rowKey={({ slug }) => slug}
      columns={[
        {
          id: 'project',
          head: t('columns.project'),
          isRowHead: true,
          cell: (project) => (
            <Link href={hrefOf(project.slug)}>
              <ProjectName {...project} />
            </Link>
          ),
        },
        {
          id: 'place',
          head: t('columns.place'),
          cell: ({ places }) =>
            places.map(({ slug, name }, index) => (
              <span key={slug}>
                {index > 0 && ', '}
                <Link href={placeHref(slug)}>{name}</Link>
              </span>
            )),
        },
        {
          id: 'standing',
          head: t('columns.standing'),
          cell: ({ lateness, lateByDays }) =>
            lateByDays === null ? t(`lateness.${lateness}`) : <LateMark>{t(`lateness.${lateness}`)}</LateMark>,
        },
        {
          id: 'promised',
          head: t('columns.promised'),
          cell: ({ promisedEndOn }) => <DateText date={promisedEndOn} form="short" />,
        },
        {
          id: 'days',
          head: t('columns.days'),
          kind: 'number',
          cell: ({ passedByDays }) => passedByDays !== null && format.number(passedByDays),
        },
        {
          id: 'last-report',
          head: t('columns.lastReport'),
          cell: ({ lastReportOn }) => <DateText date={lastReportOn} form="short" />,
        },
        { id: 'expected', head: t('columns.expected'), cell: (project) => <Expected {...project} /> },
      ]}
    />
  );
}

function Expected({ expected, noForecast }: LateProject) {
  const t = useTranslations('late');
  if (expected) {
    return t.rich('between', {
      first: () => <DateText date={expected.first} form="short" />,
      last: () => <DateText date={expected.last} form="short" />,
    });
  }
  return (
    <>
      <Unknown />
      {noForecast && <div className={styles.reason}>{t(`noForecast.${noForecast}`)}</div>}
    </>
  );
}
