import { useTranslations } from 'next-intl';
import { DateText, Unknown } from '@/components/figures/figure-value';
import { LateMark, OnHoldMark, SectorMark, StatusMark } from '@/components/figures/marks';
import { useFigureFormat } from '@/components/figures/server-format';
import { Link } from '@/components/layout/link';
import { ProjectName } from '@/components/projects/project-name';
import type { DateSpan } from '@/domain/calendar';
import type { ProjectStatus, Sector } from '@/domain/vocabulary';
import styles from './places.module.css';

export interface PlaceProject {
  readonly slug: string;
  readonly title: string;
  readonly isOfficialName: boolean;
  readonly sector: Sector;
  readonly subsectorLabel: string;
  readonly status: ProjectStatus;
  readonly statusOn: DateSpan | null;
  readonly isOnHold: boolean;
  readonly promisedEndOn: DateSpan | null;
  readonly actualEndOn: DateSpan | null;
  readonly lateByDays: number | null;
  readonly progressPercent: number | null;
  readonly progressOn: DateSpan | null;
}

export interface PlaceProjectsProps {
  readonly projects: readonly PlaceProject[];
  readonly hrefOf: (slug: string) => string;
}

/** Projects as lines: what it is, where it stands, and the one date that matters now. */
export function PlaceProjects({ projects, hrefOf }: PlaceProjectsProps) {
  return (
    <ul className={styles.projects}>
      {projects.map((project) => (
        <li key={project.slug}>
          <p className={styles.projectDate}>
            <MattersOn project={project} />
          </p>
          <div>
            <p className={styles.projectName}>
              <Link href={hrefOf(project.slug)}>
                <ProjectName {...project} />
              </Link>
            </p>
            <p className={styles.marks}>
              <SectorMark sector={project.sector} />
              <span>{project.subsectorLabel}</span>
              <StatusMark status={project.status} />
              {project.isOnHold && <OnHoldMark />}
              {project.lateByDays !== null && <LateMark />}
              <Progress project={project} />
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}

function MattersOn({ project }: { readonly project: PlaceProject }) {
  const t = useTranslations('place.projects');
  const isDone = project.status === 'completed' || project.status === 'in_use';
  const date = isDone ? (project.actualEndOn ?? project.statusOn) : project.promisedEndOn;
  if (!date) return <span>{isDone ? <Unknown /> : t('noPromise')}</span>;
  return t.rich(isDone ? (project.actualEndOn ? 'doneOn' : 'reportedOn') : 'promisedBy', {
    date: () => <DateText date={date} form="short" />,
  });
}

function Progress({ project: { progressPercent, progressOn, status } }: { readonly project: PlaceProject }) {
  const t = useTranslations('place.projects');
  const format = useFigureFormat();
  if (progressPercent === null || status !== 'underway') return null;
  const percent = format.percent(progressPercent);
  return <span>{progressOn ? t('progressOn', { percent, date: format.date(progressOn, 'short') }) : percent}</span>;
}
