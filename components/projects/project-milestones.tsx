import { useTranslations } from 'next-intl';
import { DateText } from '@/components/figures/figure-value';
import { DataTable } from '@/components/tables/data-table';
import { ProjectAttribution } from './project-attribution';
import type { Milestone } from './published-project';

/** Dated events, each with whose statement it is. */
export function ProjectMilestones({ milestones }: { readonly milestones: readonly Milestone[] }) {
  const t = useTranslations('project.milestones');
  const types = useTranslations('vocabulary.milestoneTypes');
  return (
    <DataTable
      caption={t('title')}
      isCaptionHidden
      rows={milestones}
      rowKey={({ slug }) => slug}
      columns={[
        { id: 'title', head: t('milestone'), isRowHead: true, cell: ({ title }) => title },
        { id: 'type', head: t('type'), cell: ({ type }) => types(type) },
        { id: 'planned', head: t('planned'), cell: ({ plannedOn }) => <DateText date={plannedOn} form="short" /> },
        { id: 'forecast', head: t('forecast'), cell: ({ forecastOn }) => <DateText date={forecastOn} form="short" /> },
        { id: 'actual', head: t('actual'), cell: ({ actualOn }) => <DateText date={actualOn} form="short" /> },
        { id: 'by', head: t('by'), cell: ({ statement }) => <ProjectAttribution statement={statement} /> },
      ]}
    />
  );
}
