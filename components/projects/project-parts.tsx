import { useTranslations } from 'next-intl';
import { DateText, FigureValue, Unknown } from '@/components/figures/figure-value';
import { StatusMark } from '@/components/figures/marks';
import { statedNumber, statedPercent } from '@/components/figures/stated-value';
import { Link } from '@/components/layout/link';
import { PlainList } from '@/components/layout/page';
import { DataTable } from '@/components/tables/data-table';
import { isBuilt } from '@/domain/lateness';
import { ProjectName } from './project-name';
import type { Coverage } from '@/domain/roll-up';
import type { PlannedMeasure, ProjectPart, RelatedProject } from './published-project';
import styles from './project.module.css';

export function ProjectParts({
  parts,
  hrefOf,
}: {
  readonly parts: readonly ProjectPart[];
  readonly hrefOf: (slug: string) => string;
}) {
  const t = useTranslations('project.parts');
  const list = useTranslations('projects');
  return (
    <DataTable
      caption={t('title')}
      isCaptionHidden
      density="compact"
      rows={parts}
      rowKey={({ slug }) => slug}
      columns={[
        {
          id: 'part',
          head: t('part'),
          isRowHead: true,
          cell: (part) => (
            <Link href={hrefOf(part.slug)}>
              <ProjectName {...part} />
            </Link>
          ),
        },
        { id: 'status', head: t('status'), cell: ({ status }) => <StatusMark status={status} /> },
        { id: 'on', head: t('statusOn'), cell: ({ statusOn }) => <DateText date={statusOn} form="short" /> },
        {
          id: 'progress',
          head: t('progress'),
          kind: 'number',
          cell: (part) => {
            if (part.progressPercent !== null) return <FigureValue value={statedPercent(part.progressPercent)} />;
            return isBuilt(part.status) ? list('built') : <Unknown />;
          },
        },
      ]}
    />
  );
}

/** Why the whole's progress is not computed, where its parts on record are not all of it. */
export function MissingParts({
  missing,
  measures,
}: {
  readonly missing: Coverage | null;
  readonly measures: readonly PlannedMeasure[];
}) {
  const t = useTranslations('project.parts');
  if (!missing) return null;
  const unit = measures.find(({ measure }) => measure === missing.measure)?.unit ?? undefined;
  return t.rich('missing', {
    parts: () => <FigureValue value={statedNumber(missing.partsQuantity, unit)} />,
    whole: () => <FigureValue value={statedNumber(missing.wholeQuantity, unit)} />,
  });
}

export function RelatedProjects({
  related,
  hrefOf,
}: {
  readonly related: readonly RelatedProject[];
  readonly hrefOf: (slug: string) => string;
}) {
  return (
    <PlainList>
      {related.map((project) => (
        <li key={project.slug} className={styles.line}>
          <Link href={hrefOf(project.slug)}>
            <ProjectName {...project} />
          </Link>
          <StatusMark status={project.status} />
        </li>
      ))}
    </PlainList>
  );
}
