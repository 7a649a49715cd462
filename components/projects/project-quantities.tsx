import { useTranslations } from 'next-intl';
import { BarRow } from '@/components/charts/bar-row';
import { ClaimsBeside } from '@/components/claims/claims-beside';
import { MovedFigure } from '@/components/claims/moved-figure';
import { DateText, FigureValue, Unknown } from '@/components/figures/figure-value';
import { useFigureFormat } from '@/components/figures/server-format';
import { statedNumber } from '@/components/figures/stated-value';
import { DataTable } from '@/components/tables/data-table';
import type { DateSpan } from '@/domain/calendar';
import { chooseClaim, type Chosen } from '@/domain/claims/choose-claim';
import type { PromisedVersion } from '@/domain/moved-figures';
import { ProjectAttribution } from './project-attribution';
import type { PlannedMeasure, Report, ReportedQuantity, Statement } from './published-project';

export interface ProjectQuantitiesProps {
  readonly measures: readonly PlannedMeasure[];
  /** Latest first. */
  readonly reports: readonly Report[];
  /** The project's own, which the planned quantities are part of. */
  readonly statement: Statement;
  readonly statedOn: DateSpan | null;
  /** By measure, what each version planned, oldest first. */
  readonly versions: Readonly<Record<string, readonly PromisedVersion[]>>;
}

interface Row {
  readonly measure: string;
  readonly label: string;
  readonly planned: PlannedMeasure | null;
  readonly done: ReportedQuantity | null;
  readonly report: Report | null;
  readonly chosen: Chosen<DoneClaim> | null;
}

/** A report as a claim of one measure. */
interface DoneClaim extends Report {
  readonly done: ReportedQuantity;
}

/** Of each measure: what is planned, and the latest running total reported. */
export function ProjectQuantities({ measures, reports, statement, statedOn, versions }: ProjectQuantitiesProps) {
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
          cell: ({ measure, planned }) => (
            <>
              {planned ? <Quantity value={planned.planned} {...planned} /> : <Unknown />}
              <MovedFigure versions={versions[measure] ?? []} unit={planned?.unit} />
            </>
          ),
        },
        {
          id: 'plannedBy',
          head: t('plannedBy'),
          cell: ({ planned }) =>
            planned &&
            planned.planned !== null && (
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
          cell: ({ done, chosen }) => (
            <>
              {done ? <Quantity value={done.quantity} {...done} /> : <Unknown />}
              {chosen && (
                <ClaimsBeside
                  chosen={chosen}
                  statedOf={({ done: { quantity, unit, qualifier } }) =>
                    statedNumber(quantity, unit ?? undefined, qualifier)
                  }
                  whoOf={({ statement }) => statement.statedBy}
                  rangeOf={(value) => format.number(value)}
                />
              )}
            </>
          ),
        },
        {
          id: 'share',
          head: t('share'),
          cell: ({ planned, done }) => {
            const share = planned?.planned && done ? (100 * done.quantity) / planned.planned : null;
            return share === null ? null : <BarRow percent={share} text={format.percent(share, 0)} />;
          },
        },
        {
          id: 'date',
          head: t('date'),
          cell: ({ report }) => report && <DateText date={report.referenceOn} form="short" />,
        },
        {
          id: 'by',
          head: t('by'),
          cell: ({ report }) => report && <ProjectAttribution statement={report.statement} />,
        },
      ]}
    />
  );
}

function Quantity({
  value,
  unit,
  qualifier,
}: {
  readonly value: number | null;
  readonly unit: string | null;
  readonly qualifier: PlannedMeasure['qualifier'];
}) {
  return <FigureValue value={statedNumber(value, unit ?? undefined, qualifier)} />;
}

function rowsOf(measures: readonly PlannedMeasure[], reports: readonly Report[]): readonly Row[] {
  const totals = reports.flatMap((report) =>
    report.quantities.filter(({ basis }) => basis === 'total_to_date').map((done): DoneClaim => ({ ...report, done })),
  );
  const rowOf = (measure: string, label: string, planned: PlannedMeasure | null): Row => {
    const own = totals.filter(({ done }) => done.measure === measure);
    const chosen = chooseClaim(own, 'quantities', ({ done }) => done.quantity);
    return { measure, label, planned, done: chosen?.claim.done ?? null, report: chosen?.claim ?? null, chosen };
  };
  const unplanned = totals
    .map(({ done }) => done)
    .filter(({ measure }, index, all) => all.findIndex((other) => other.measure === measure) === index)
    .filter(({ measure }) => !measures.some((planned) => planned.measure === measure));
  return [
    ...measures.map((planned) => rowOf(planned.measure, planned.label, planned)),
    ...unplanned.map(({ measure, label }) => rowOf(measure, label, null)),
  ];
}
