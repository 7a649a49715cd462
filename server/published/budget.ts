import 'server-only';
import * as z from 'zod';
import type { FilterValues } from '@/domain/export/filters';
import { accumulations, moneyKinds, qualifiers } from '@/domain/vocabulary';
import { choicesIn } from './data-choices';
import { spanColumn, spanSql, statementColumn, statementSql } from './data-statement';
import { conditionsOf } from './table-conditions';
import type { PublicRecord } from './record-at';

/** An amount of money of one kind for one period, as one source states it. */
export type BudgetLine = z.output<typeof budgetLine>;

const titled = z.object({ slug: z.string(), title: z.string(), isOfficialName: z.boolean() });

const budgetLine = z.object({
  slug: z.string(),
  kind: z.enum(moneyKinds),
  kindAsStated: z.string().nullable(),
  accumulation: z.enum(accumulations),
  minorUnits: z.bigint(),
  currency: z.string(),
  qualifier: z.enum(qualifiers).nullable(),
  period: spanColumn.unwrap(),
  programme: titled.nullable(),
  project: titled.nullable(),
  place: z.object({ slug: z.string(), title: z.string() }).nullable(),
  statement: statementColumn,
});

/** The rows of the file with the same filter, by period, then by the order of the steps from required to spent. */
export async function readBudgetLines(
  record: PublicRecord,
  filter: FilterValues,
  language: string,
): Promise<readonly BudgetLine[]> {
  return z.array(budgetLine).parse(
    await record.query`
      select v.slug, v.kind::text, v.kind_as_stated as "kindAsStated", v.accumulation::text, v.amount_minor_units as "minorUnits",
        v.currency::text, v.qualifier::text, ${spanSql('v.period')} as period,
        (select jsonb_build_object('slug', p.slug, 'title', p.title, 'isOfficialName', coalesce(p.title_is_official_name, false))
          from latest_programme p where p.slug = v.programme_slug) as programme,
        (select jsonb_build_object('slug', p.slug, 'title', p.title, 'isOfficialName', coalesce(p.title_is_official_name, false))
          from latest_project p where p.slug = v.project_slug) as project,
        case when v.place_slug is not null then jsonb_build_object('slug', v.place_slug, 'title', place_name_in(v.place_slug, ${language})) end as place,
        ${statementSql} as statement
      from current_budget_line v
      ${conditionsOf('budget', filter)}
      order by v.period_first, v.period_last, v.kind, v.slug`,
  );
}

export async function readBudgetChoices(record: PublicRecord, language: string) {
  const [currencies, statedBy] = await Promise.all([
    record.query`select distinct currency::text as value, currency::text as label from current_budget_line order by 1`,
    record.query`select distinct v.stated_by_slug as value, o.name as label from current_budget_line v
      join current_organisation o on o.slug = v.stated_by_slug `,
  ]);
  return { currencies: choicesIn(language, currencies), statedBy: choicesIn(language, statedBy) };
}
