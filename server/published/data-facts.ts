import 'server-only';
import * as z from 'zod';
import { type FactPlacement, qualifiers } from '@/domain/vocabulary';
import { Prisma } from '@/prisma/generated/client/client';
import { spanColumn, spanSql, statementColumn, statementSql } from './data-statement';
import type { PublicRecord } from './record-at';

/** A sourced statement that is no project and no return. */
export type ContextFact = z.output<typeof fact>;

const fact = z.object({
  slug: z.string(),
  category: z.string(),
  categoryLabel: z.string(),
  referenceOn: spanColumn,
  value: z.number().nullable(),
  unit: z.string().nullable(),
  qualifier: z.enum(qualifiers).nullable(),
  statementText: z.string(),
  placeSlug: z.string().nullable(),
  placeName: z.string().nullable(),
  statement: statementColumn,
});

export const factsOfPlace = (slug: string) => Prisma.sql`v.place_slug = ${slug}`;
export const factsOfLandmark = (slug: string) => Prisma.sql`v.landmark_slug = ${slug}`;
/** Facts whose category is shown beside these figures. */
export const factsShownWith = (figures: FactPlacement) =>
  Prisma.sql`v.category in (
    select c.code from current_code c where c.list = 'fact_category' and c.shows_with::text = ${figures})`;

/** Latest first. */
export async function readContextFacts(
  record: PublicRecord,
  condition: Prisma.Sql,
  language: string,
): Promise<readonly ContextFact[]> {
  return z.array(fact).parse(
    await record.query`
      select v.slug, v.category, code_label_in('fact_category', v.category, ${language}) as "categoryLabel",
        ${spanSql('v.reference_on')} as "referenceOn", v.value::float8, v.unit, v.qualifier::text, v.statement as "statementText",
        v.place_slug as "placeSlug", case when v.place_slug is not null then place_name_in(v.place_slug, ${language}) end as "placeName",
        ${statementSql} as statement
      from current_context_fact v
      where ${condition}
      order by v.reference_on_last desc nulls last, v.slug`,
  );
}
