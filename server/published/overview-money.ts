import 'server-only';
import * as z from 'zod';
import { accumulations, moneyKinds, qualifiers } from '@/domain/vocabulary';
import { dateColumn, precisionColumn, spanOf } from './project-row';
import { joinStatement, statementColumns, statementOf, statementRow } from './project-statement';
import type { PublicRecord } from './record-at';

export type WholeAmount = Awaited<ReturnType<typeof readWholeAmounts>>[number];

/** Amounts of a programme or of its whole area; those of single projects stand with their projects. */
export async function readWholeAmounts(record: PublicRecord, placeSlug: string | null) {
  const rows = await record.query`
    select v.slug, v.kind::text, v.kind_as_stated, v.accumulation::text, v.amount_minor_units, v.currency::text,
      v.qualifier::text, v.period_first, v.period_last, v.period_precision::text, ${statementColumns}
    from current_budget_line v
    ${joinStatement}
    where v.project_slug is null and (v.place_slug = ${placeSlug} or (v.place_slug is null and v.programme_slug is not null))
    order by v.period_last, v.period_first, v.kind, v.slug`;
  return z
    .array(amountRow)
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

const amountRow = z.object({
  slug: z.string(),
  kind: z.enum(moneyKinds),
  kind_as_stated: z.string().nullable(),
  accumulation: z.enum(accumulations),
  amount_minor_units: z.bigint(),
  currency: z.string(),
  qualifier: z.enum(qualifiers).nullable(),
  period_first: dateColumn,
  period_last: dateColumn,
  period_precision: precisionColumn,
  ...statementRow,
});
