import { useTranslations } from 'next-intl';
import { BarRow } from '@/components/charts/bar-row';
import { DateText, FigureValue, Unknown } from '@/components/figures/figure-value';
import { useFigureFormat } from '@/components/figures/server-format';
import { statedNumber } from '@/components/figures/stated-value';
import { DataTable } from '@/components/tables/data-table';
import type { DateSpan } from '@/domain/calendar';
import { ProjectAttribution } from './project-attribution';
import type { PlannedMeasure, Report, ReportedQuantity, Statement } from './published-project';

export interface ProjectQuantitiesProps {
  readonly measures: readonly PlannedMeasure[];
  /** Latest first. */
  readonly reports: readonly Report[];
  /** The project's own, which the planned quantities are part of. */
  readonly statement: Statement;
  readonly statedOn: DateSpan | null;
}

interface Row {
  readonly measure: string;
  readonly label: string;
  readonly planned: PlannedMeasure | null;
  readonly done: ReportedQuantity | null;
  readonly report: Report | null;
}

/** Of each measure: what is planned, and the latest running total reported. */
export function ProjectQuantities({ measures, reports, statement, statedOn }: ProjectQuantitiesProps) {
  const t = useTranslations('project.quantities');
  const format = useFigureFormat();
  const rows = rowsOf(measures, reports);
  if (rows.length === 0) return null;
  return (
    <DataTable
      caption={t('title')}
      isCaptionHidden
      rows={rows}
      rowKey={({ measure }) => measure}
      note={t('note')}
      columns={[
        { id: 'measure', head: t('measure'), isRowHead: true, cell: ({ label }) => label },
        {
          id: 'planned',
          head: t('planned'),
          kind: 'number',
          cell: ({ planned }) => (planned ? <Quantity value={planned.planned} {...planned} /> : <Unknown />),
        },
        {
          id: 'plannedBy',
          head: t('plannedBy'),
          cell: ({ planned }) =>
            planned && planned.planned !== null && (
              <>
                <DateText date={statedOn} form="short" />
                <ProjectAttribution statement={statement} />
              </>
            ),
        },
        {
          id: 'done',
          head: t('done'),
          kind: 'number',
          cell: ({ done }) => (done ? <Quantity value={done.quantity} {...done} /> : <Unknown />),
        },
        {
          id: 'share',
          head: t('share'),
          cell: ({ planned, done }) => {
            const share = planned?.planned && done ? (100 * done.quantity) / planned.planned : null;
            return share === null ? null : <BarRow percent={share} text={format.percent(share, 0)} />;
          },
        },
        { id: 'date', head: t('date'), cell: ({ report }) => report && <DateText date={report.referenceOn} form="short" /> },
        { id: 'by', head: t('by'), cell: ({ report }) => report && <ProjectAttribution statement={report.statement} /> },
      ]}
    />
  );
}

function Quantity({ value, unit, qualifier }: { readonly value: number | null; readonly unit: string | null; readonly qualifier: PlannedMeasure['qualifier'] }) {
  return <FigureValue value={statedNumber(value, unit ?? undefined, qualifier)} />;
}

function rowsOf(measures: readonly PlannedMeasure[], reports: readonly Report[]): readonly Row[] {
  const totals = reports.flatMap((report) =>
    report.quantities.filter(({ basis }) => basis === 'total_to_date').map((done) => ({ done, report })),
  );
  const latestOf = (measure: string) => totals.find(({ done }) => done.measure === measure);
  const unplanned = totals
    .map(({ done }) => done)
    .filter(({ measure }, index, all) => all.findIndex((other) => other.measure === measure) === index)
    .filter(({ measure }) => !measures.some((planned) => planned.measure === measure));
  return [
    ...measures.map((planned) => ({ measure: planned.measure, label: planned.label, planned, done: latestOf(planned.measure)?.done ?? null, report: latestOf(planned.measure)?.report ?? null })),
    ...unplanned.map((done) => ({ measure: done.measure, label: done.label, planned: null, done, report: latestOf(done.measure)?.report ?? null })),
  ];
}
