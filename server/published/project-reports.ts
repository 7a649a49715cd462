import 'server-only';
import * as z from 'zod';
import { projectStatuses, qualifiers, quantityBases, reportKinds } from '@/domain/vocabulary';
import { rivalsColumn, rivalsSql } from './claims-sql';
import { dateColumn, precisionColumn, spanOf } from './project-row';
import { joinStatement, statementColumns, statementOf, statementRow } from './project-statement';
import type { PublicRecord } from './record-at';

export type Report = Awaited<ReturnType<typeof readReports>>[number];
export type ReportedQuantity = z.output<typeof reportedQuantity>;

/** Every current report on a project, by the day it speaks of, latest first. */
export async function readReports(record: PublicRecord, slug: string, language: string) {
  const rows = await record.query`
    select v.slug, v.kind::text, v.reference_on_first, v.reference_on_last, v.reference_on_precision::text,
      v.physical_progress_percent::float8 as percent, v.spent_minor_units, v.currency::text, v.status::text,
      v.promised_end_on_first, v.promised_end_on_last, v.promised_end_on_precision::text, v.narrative,
      (
        select coalesce(jsonb_agg(jsonb_build_object(
          'measure', q.measure, 'label', code_label_in('measure', q.measure, ${language}), 'unit', code.unit,
          'quantity', q.quantity, 'qualifier', q.qualifier, 'basis', q.basis, 'unitAsStated', q.unit_as_stated
        ) order by q.position), '[]')
        from progress_report_quantity q
        left join current_code code on code.list = 'measure' and code.code = q.measure
        where q.version_id = v.id
      ) as quantities,
      ${rivalsSql('progress_report')} as rivals,
      ${statementColumns}
    from current_progress_report v
    ${joinStatement}
    where v.project_slug = ${slug}
    order by v.reference_on_last desc nulls last, v.slug`;
  return z
    .array(reportRow)
    .parse(rows)
    .map((row) => ({
      slug: row.slug,
      kind: row.kind,
      referenceOn: spanOf({
        first: row.reference_on_first,
        last: row.reference_on_last,
        precision: row.reference_on_precision,
      }),
      progressPercent: row.percent,
      spentMinorUnits: row.spent_minor_units,
      currency: row.currency,
      status: row.status,
      promisedEndOn: spanOf({
        first: row.promised_end_on_first,
        last: row.promised_end_on_last,
        precision: row.promised_end_on_precision,
      }),
      narrative: row.narrative,
      quantities: row.quantities,
      rivals: row.rivals,
      statement: statementOf(row),
    }));
}

const reportedQuantity = z.object({
  measure: z.string(),
  label: z.string(),
  unit: z.string().nullable(),
  quantity: z.number(),
  qualifier: z.enum(qualifiers).nullable(),
  basis: z.enum(quantityBases),
  unitAsStated: z.string().nullable(),
});

const reportRow = z.object({
  slug: z.string(),
  kind: z.enum(reportKinds),
  reference_on_first: dateColumn.nullable(),
  reference_on_last: dateColumn.nullable(),
  reference_on_precision: precisionColumn.nullable(),
  percent: z.number().nullable(),
  spent_minor_units: z.bigint().nullable(),
  currency: z.string().nullable(),
  status: z.enum(projectStatuses).nullable(),
  promised_end_on_first: dateColumn.nullable(),
  promised_end_on_last: dateColumn.nullable(),
  promised_end_on_precision: precisionColumn.nullable(),
  narrative: z.string().nullable(),
  quantities: z.array(reportedQuantity),
  rivals: rivalsColumn,
  ...statementRow,
});
