import 'server-only';
import * as z from 'zod';
import { accumulations, moneyKinds, qualifiers } from '@/domain/vocabulary';
import { Prisma } from '@/prisma/generated/client/client';
import { db } from '../db';
import { choicesIn } from './data-choices';
import { spanColumn, spanSql, statementColumn, statementSql } from './data-statement';

/** An amount of money of one kind for one period, as one source states it. */
export type BudgetLine = z.output<typeof budgetLine>;

const budgetLine = z.object({
  slug: z.string(),
  kind: z.enum(moneyKinds),
  kindAsStated: z.string().nullable(),
  accumulation: z.enum(accumulations),
  minorUnits: z.bigint(),
  currency: z.string(),
  qualifier: z.enum(qualifiers).nullable(),
  period: spanColumn.unwrap(),
  programme: z.object({ slug: z.string(), title: z.string() }).nullable(),
  project: z.object({ slug: z.string(), title: z.string() }).nullable(),
  place: z.object({ slug: z.string(), title: z.string() }).nullable(),
  statement: statementColumn,
});

export interface BudgetFilter {
  readonly kind?: string;
  readonly accumulation?: string;
  readonly currency?: string;
  readonly programme?: string;
  readonly project?: string;
  readonly place?: string;
  readonly stated_by?: string;
  readonly verification?: string;
}

/** By period, then by the order of the steps from required to spent. */
export async function readBudgetLines(filter: BudgetFilter, language: string): Promise<readonly BudgetLine[]> {
  const parts = [
    Prisma.sql`true`,
    filter.kind && Prisma.sql`v.kind::text = ${filter.kind}`,
    filter.accumulation && Prisma.sql`v.accumulation::text = ${filter.accumulation}`,
    filter.currency && Prisma.sql`v.currency = ${filter.currency}`,
    filter.programme && Prisma.sql`v.programme_slug = ${filter.programme}`,
    filter.project && Prisma.sql`v.project_slug = ${filter.project}`,
    filter.place &&
      Prisma.sql`v.place_slug in (select slug from current_place_ancestry where ancestor_slug = ${filter.place})`,
    filter.stated_by && Prisma.sql`v.stated_by_slug = ${filter.stated_by}`,
    filter.verification && Prisma.sql`v.verification::text = ${filter.verification}`,
  ].filter((part) => part instanceof Prisma.Sql);
  return z.array(budgetLine).parse(
    await db.$queryRaw`
      select v.slug, v.kind::text, v.kind_as_stated as "kindAsStated", v.accumulation::text, v.amount_minor_units as "minorUnits",
        v.currency::text, v.qualifier::text, ${spanSql('v.period')} as period,
        (select jsonb_build_object('slug', p.slug, 'title', p.title) from current_programme p where p.slug = v.programme_slug) as programme,
        (select jsonb_build_object('slug', p.slug, 'title', p.title) from current_project p where p.slug = v.project_slug) as project,
        case when v.place_slug is not null then jsonb_build_object('slug', v.place_slug, 'title', place_name_in(v.place_slug, ${language})) end as place,
        ${statementSql} as statement
      from current_budget_line v
      where ${Prisma.join(parts, ' and ')}
      order by v.period_first, v.period_last, v.kind, v.slug`,
  );
}

export async function readBudgetChoices(language: string) {
  const [currencies, statedBy] = await Promise.all([
    db.$queryRaw`select distinct currency::text as value, currency::text as label from current_budget_line order by 1`,
    db.$queryRaw`select distinct v.stated_by_slug as value, o.name as label from current_budget_line v
      join current_organisation o on o.slug = v.stated_by_slug `,
  ]);
  return { currencies: choicesIn(language, currencies), statedBy: choicesIn(language, statedBy) };
}
