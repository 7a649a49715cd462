import { useTranslations } from 'next-intl';
import { DateText } from '@/components/figures/figure-value';
import { VerificationMark } from '@/components/figures/marks';
import { DataTable } from '@/components/tables/data-table';
import type { DateSpan } from '@/domain/calendar';
import type { Milestone } from './published-project';

/** Dated events: a date that was never stated is left out of its cell, for most events have only one. */
export function ProjectMilestones({ milestones }: { readonly milestones: readonly Milestone[] }) {
  const t = useTranslations('project.milestones');
  const types = useTranslations('vocabulary.milestoneTypes');
  const dated = (date: DateSpan | null) => date && <DateText date={date} form="short" />;
  return (
    <DataTable
      caption={t('title')}
      isCaptionHidden
      rows={milestones}
      rowKey={({ slug }) => slug}
      columns={[
        { id: 'title', head: t('milestone'), isRowHead: true, cell: ({ title }) => title },
        { id: 'type', head: t('type'), cell: ({ type }) => types(type) },
        { id: 'planned', head: t('planned'), cell: ({ plannedOn }) => dated(plannedOn) },
        { id: 'forecast', head: t('forecast'), cell: ({ forecastOn }) => dated(forecastOn) },
        { id: 'actual', head: t('actual'), cell: ({ actualOn }) => dated(actualOn) },
        { id: 'by', head: t('by'), cell: ({ statement }) => statement.statedBy },
        { id: 'verification', head: t('verification'), cell: ({ statement }) => <VerificationMark verification={statement.verification} /> },
      ]}
    />
  );
}
