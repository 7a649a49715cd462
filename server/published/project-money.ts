import 'server-only';
import * as z from 'zod';
import { accumulations, milestoneTypes, moneyKinds, procurementMethods, qualifiers } from '@/domain/vocabulary';
import { spanColumn, spanSql } from './data-statement';
import { dateColumn, precisionColumn, spanOf } from './project-row';
import { joinStatement, statementColumns, statementOf, statementRow } from './project-statement';
import type { PublicRecord } from './record-at';

export type Money = Awaited<ReturnType<typeof readMoney>>[number];
export type Contract = Awaited<ReturnType<typeof readContracts>>[number];
export type Milestone = Awaited<ReturnType<typeof readMilestones>>[number];

const date = dateColumn.nullable();
const precision = precisionColumn.nullable();

/** Amounts stated for a project, each of its kind, currency and period. */
export async function readMoney(record: PublicRecord, slug: string) {
  const rows = await record.query`
    select v.slug, v.kind::text, v.kind_as_stated, v.accumulation::text, v.amount_minor_units, v.currency::text,
      v.qualifier::text, v.period_first, v.period_last, v.period_precision::text, ${statementColumns}
    from current_budget_line v
    ${joinStatement}
    where v.project_slug = ${slug}
    order by v.kind, v.period_last, v.slug`;
  return z
    .array(moneyRow)
    .parse(rows)
    .map((row) => ({
      slug: row.slug,
      kind: row.kind,
      kindAsStated: row.kind_as_stated,
      accumulation: row.accumulation,
      minorUnits: row.amount_minor_units,
      currency: row.currency,
      qualifier: row.qualifier,
      period: spanOf({ first: row.period_first, last: row.period_last, precision: row.period_precision }),
      statement: statementOf(row),
    }));
}

const moneyRow = z.object({
  slug: z.string(),
  kind: z.enum(moneyKinds),
  kind_as_stated: z.string().nullable(),
  accumulation: z.enum(accumulations),
  amount_minor_units: z.bigint(),
  currency: z.string(),
  qualifier: z.enum(qualifiers).nullable(),
  period_first: date,
  period_last: date,
  period_precision: precision,
  ...statementRow,
});

export async function readContracts(record: PublicRecord, slug: string) {
  const rows = await record.query`
    select v.slug, v.title, coalesce(supplier.name, v.supplier_slug) as supplier, v.procurement_method::text,
      v.value_minor_units, v.currency::text, v.signed_on_first, v.signed_on_last, v.signed_on_precision::text,
      v.ends_on_first, v.ends_on_last, v.ends_on_precision::text,
      (
        select coalesce(jsonb_agg(jsonb_build_object(
          'reason', a.reason, 'amendedOn', a.amended_on_last, 'newValueMinorUnits', a.new_value_minor_units::text,
          'newEndsOn', ${spanSql('a.new_ends_on')}
        ) order by a.position), '[]')
        from contract_amendment a where a.version_id = v.id
      ) as amendments,
      ${statementColumns}
    from current_contract v
    left join latest_organisation supplier on supplier.slug = v.supplier_slug
    ${joinStatement}
    where v.project_slug = ${slug}
    order by v.signed_on_last, v.slug`;
  return z
    .array(contractRow)
    .parse(rows)
    .map((row) => ({
      slug: row.slug,
      title: row.title,
      supplier: row.supplier,
      procurementMethod: row.procurement_method,
      minorUnits: row.value_minor_units,
      currency: row.currency,
      signedOn: spanOf({ first: row.signed_on_first, last: row.signed_on_last, precision: row.signed_on_precision }),
      endsOn: spanOf({ first: row.ends_on_first, last: row.ends_on_last, precision: row.ends_on_precision }),
      amendments: row.amendments,
      statement: statementOf(row),
    }));
}

const amendment = z.object({
  reason: z.string(),
  amendedOn: z.iso.date().nullable(),
  newValueMinorUnits: z.string().transform(BigInt).nullable(),
  newEndsOn: spanColumn,
});

const contractRow = z.object({
  slug: z.string(),
  title: z.string(),
  supplier: z.string(),
  procurement_method: z.enum(procurementMethods),
  value_minor_units: z.bigint().nullable(),
  currency: z.string().nullable(),
  signed_on_first: date,
  signed_on_last: date,
  signed_on_precision: precision,
  ends_on_first: date,
  ends_on_last: date,
  ends_on_precision: precision,
  amendments: z.array(amendment),
  ...statementRow,
});

export async function readMilestones(record: PublicRecord, slug: string) {
  const rows = await record.query`
    select v.slug, v.title, v.type::text, v.planned_on_first, v.planned_on_last, v.planned_on_precision::text,
      v.forecast_on_first, v.forecast_on_last, v.forecast_on_precision::text,
      v.actual_on_first, v.actual_on_last, v.actual_on_precision::text, ${statementColumns}
    from current_milestone v
    ${joinStatement}
    where v.project_slug = ${slug}
    order by coalesce(v.actual_on_last, v.forecast_on_last, v.planned_on_last), v.slug`;
  return z
    .array(milestoneRow)
    .parse(rows)
    .map((row) => ({
      slug: row.slug,
      title: row.title,
      type: row.type,
      plannedOn: spanOf({
        first: row.planned_on_first,
        last: row.planned_on_last,
        precision: row.planned_on_precision,
      }),
      forecastOn: spanOf({
        first: row.forecast_on_first,
        last: row.forecast_on_last,
        precision: row.forecast_on_precision,
      }),
      actualOn: spanOf({ first: row.actual_on_first, last: row.actual_on_last, precision: row.actual_on_precision }),
      statement: statementOf(row),
    }));
}

const milestoneRow = z.object({
  slug: z.string(),
  title: z.string(),
  type: z.enum(milestoneTypes),
  planned_on_first: date,
  planned_on_last: date,
  planned_on_precision: precision,
  forecast_on_first: date,
  forecast_on_last: date,
  forecast_on_precision: precision,
  actual_on_first: date,
  actual_on_last: date,
  actual_on_precision: precision,
  ...statementRow,
});
