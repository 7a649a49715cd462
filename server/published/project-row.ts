import 'server-only';
import * as z from 'zod';
import { type DateSpan, day, type IsoDate, precisions } from '@/domain/calendar';
import { moneyKinds, projectStatuses, sectors, verifications } from '@/domain/vocabulary';

/** A calendar day as PostgreSQL's `date` arrives: midnight in UTC. */
export const dateColumn = z.date().transform((date): IsoDate => day(date.toISOString().slice(0, 10)));
export const countColumn = z.union([z.bigint(), z.number()]).transform(Number);
export const precisionColumn = z.enum(precisions);

interface SpanColumns {
  readonly first: IsoDate | null;
  readonly last: IsoDate | null;
  readonly precision: DateSpan['precision'] | null;
}

/** The three columns of a date; the database keeps all of them or none. */
export function spanOf({ first, last, precision }: SpanColumns): DateSpan | null {
  return first && last && precision ? { first, last, precision } : null;
}

const date = dateColumn.nullable();
const precision = precisionColumn.nullable();

/** One project as the list shows it. */
export const listedProject = z
  .object({
    slug: z.string(),
    title: z.string(),
    title_is_official_name: z.boolean().nullable(),
    sector: z.enum(sectors),
    subsector: z.string(),
    subsector_label: z.string(),
    place_slugs: z.array(z.string()).nullable(),
    place_names: z.array(z.string()).nullable(),
    status: z.enum(projectStatuses),
    status_on_first: date,
    status_on_last: date,
    status_on_precision: precision,
    is_on_hold: z.boolean(),
    baseline_end_on_first: date,
    baseline_end_on_last: date,
    baseline_end_on_precision: precision,
    promised_end_on_first: date,
    promised_end_on_last: date,
    promised_end_on_precision: precision,
    actual_end_on_first: date,
    actual_end_on_last: date,
    actual_end_on_precision: precision,
    slipped_least_days: z.number().nullable(),
    slipped_most_days: z.number().nullable(),
    late_by_days: z.number().nullable(),
    progress_percent: z.number().nullable(),
    progress_on_first: date,
    progress_on_last: date,
    progress_on_precision: precision,
    progress_claims: countColumn.nullable(),
    progress_lowest_percent: z.number().nullable(),
    progress_highest_percent: z.number().nullable(),
    last_report_on: date,
    is_unreported: z.boolean(),
    budget_kind: z.enum(moneyKinds).nullable(),
    budget_minor_units: z.bigint().nullable(),
    budget_currency: z.string().nullable(),
    verification: z.enum(verifications),
    stated_by_name: z.string().nullable(),
  })
  .transform((row) => ({
    slug: row.slug,
    title: row.title,
    isOfficialName: row.title_is_official_name === true,
    sector: row.sector,
    subsectorLabel: row.subsector_label,
    places: (row.place_slugs ?? []).map((slug, index) => ({ slug, name: row.place_names?.[index] ?? slug })),
    status: row.status,
    statusOn: spanOf({ first: row.status_on_first, last: row.status_on_last, precision: row.status_on_precision }),
    isOnHold: row.is_on_hold,
    baselineEndOn: spanOf({
      first: row.baseline_end_on_first,
      last: row.baseline_end_on_last,
      precision: row.baseline_end_on_precision,
    }),
    promisedEndOn: spanOf({
      first: row.promised_end_on_first,
      last: row.promised_end_on_last,
      precision: row.promised_end_on_precision,
    }),
    actualEndOn: spanOf({
      first: row.actual_end_on_first,
      last: row.actual_end_on_last,
      precision: row.actual_end_on_precision,
    }),
    slippage: slippageOf(row.slipped_least_days, row.slipped_most_days),
    lateByDays: row.late_by_days,
    progressPercent: row.progress_percent,
    /** Where several claims of one day stand and differ. */
    progressRange: rangeOf(row.progress_lowest_percent, row.progress_highest_percent),
    progressOn: spanOf({
      first: row.progress_on_first,
      last: row.progress_on_last,
      precision: row.progress_on_precision,
    }),
    lastReportOn: row.last_report_on,
    isUnreported: row.is_unreported,
    budget:
      row.budget_kind && row.budget_minor_units !== null && row.budget_currency
        ? { kind: row.budget_kind, minorUnits: row.budget_minor_units, currency: row.budget_currency }
        : null,
    verification: row.verification,
    statedBy: row.stated_by_name,
  }));

export type ListedProject = z.output<typeof listedProject>;

function rangeOf(lowest: number | null, highest: number | null) {
  return lowest === null || highest === null || lowest === highest ? null : { lowest, highest };
}

function slippageOf(leastDays: number | null, mostDays: number | null) {
  return leastDays === null || mostDays === null ? null : { leastDays, mostDays };
}
