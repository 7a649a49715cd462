import { useTranslations } from 'next-intl';
import { StackedBars } from '@/components/charts/stacked-bars';
import { useFigureFormat } from '@/components/figures/server-format';
import { Link } from '@/components/layout/link';
import { statusColor } from './status-color';
import type { IsoDate } from '@/domain/calendar';
import type { ProjectFilter } from '@/domain/filter';
import { projectStatuses, type ProjectStatus, type Sector, sectors } from '@/domain/vocabulary';
import styles from './project-result.module.css';

export interface ProjectResultProps {
  readonly count: number;
  readonly known: number;
  readonly late: number;
  readonly unreported: number;
  readonly filter: ProjectFilter;
  readonly hrefFor: (filter: ProjectFilter) => string;
}

/** "33 of 133 projects, 9 late, 12 open with no report in 12 months": each part a link to its projects. */
export function ProjectResult({ count, known, late, unreported, filter, hrefFor }: ProjectResultProps) {
  const t = useTranslations('projects.result');
  const format = useFigureFormat();
  const link = (number: number, isOn: boolean, narrowed: Partial<ProjectFilter>, text: string) =>
    number === 0 || isOn ? text : <Link href={hrefFor({ ...filter, ...narrowed, page: 1 })}>{text}</Link>;
  return (
    <p className={styles.result}>
      <strong>
        {count === known
          ? t('all', { count, projects: format.number(count) })
          : t('some', { count: known, found: format.number(count), projects: format.number(known) })}
      </strong>
      {', '}
      {link(late, filter.isLate, { isLate: true }, t('late', { projects: format.number(late) }))}
      {', '}
      {link(
        unreported,
        filter.isUnreported,
        { isUnreported: true },
        t('unreported', { projects: format.number(unreported) }),
      )}
      {'.'}
    </p>
  );
}

export interface ProjectStatusChartProps {
  readonly groups: readonly { readonly sector: Sector; readonly status: ProjectStatus; readonly count: number }[];
  readonly today: IsoDate;
  readonly hrefForSector: (sector: Sector) => string;
  readonly csvHref: string;
  readonly level?: 2 | 3;
}

/** Projects by sector and status, as the filter leaves them. */
export function ProjectStatusChart({ groups, today, hrefForSector, csvHref, level }: ProjectStatusChartProps) {
  const t = useTranslations('projects.chart');
  const words = useTranslations('words');
  const format = useFigureFormat();
  const countOf = (statuses: readonly ProjectStatus[]) =>
    groups.filter(({ status }) => statuses.includes(status)).reduce((sum, { count }) => sum + count, 0);
  const total = countOf(projectStatuses);
  return (
    <StackedBars
      level={level}
      headline={t('headline', {
        count: total,
        built: format.number(countOf(['completed', 'in_use'])),
        total: format.number(total),
      })}
      subtitle={t('subtitle')}
      notes={t('notes')}
      referenceDate={today}
      csvHref={csvHref}
      unit="projects"
      rowHead={t('sector')}
      parts={projectStatuses.map((id) => ({ id, label: words(`status.${id}`), color: statusColor[id] }))}
      rows={sectors
        .filter((sector) => groups.some((group) => group.sector === sector))
        .map((sector) => ({
          id: sector,
          label: words(`sector.${sector}`),
          href: hrefForSector(sector),
          counts: Object.fromEntries(
            groups.filter((group) => group.sector === sector).map(({ status, count }) => [status, count]),
          ),
        }))}
    />
  );
}
