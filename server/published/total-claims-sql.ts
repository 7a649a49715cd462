import 'server-only';
import { type ClaimUse, claimUses } from '@/domain/claims/choose-claim';
import type { FilterValues } from '@/domain/export/filters';
import { Prisma } from '@/prisma/generated/client/client';
import { chosenClaimsSql } from './claims-sql';
import { placesWithin } from './table-conditions';

/** Where those whom a resettlement record `v` counts came from: what keeps its series apart. */
export const originSql = Prisma.sql`coalesce(v.origin_place_slug, v.origin_as_stated)`;

/** The same as a reader reads it. */
export const originLabelSql = (language: string) =>
  Prisma.sql`coalesce(case when v.origin_place_slug is not null then place_name_in(v.origin_place_slug, ${language}) end, v.origin_as_stated)`;

/**
 * The running totals that stand, by the published rule or recomputed with the lowest or the highest: one row for each
 * place, kind, group, event, origin and measure, with `slug` of the record chosen. Equal to `standingTotal` of the domain.
 */
export function totalClaimsSql(filters: FilterValues): Prisma.Sql {
  const { place, kind, population_group: group } = filters;
  const conditions = [
    Prisma.sql`v.counting = 'running_total' and v.stage = 'happened' and v.reference_on_last is not null and m.value is not null`,
    place && Prisma.sql`v.place_slug in ${placesWithin(place)}`,
    kind && Prisma.sql`v.kind::text = ${kind}`,
    group && Prisma.sql`v.population_group = ${group}`,
  ].filter((condition) => condition instanceof Prisma.Sql);
  const rows = Prisma.sql`
    select jsonb_build_array(v.place_slug, v.kind, v.population_group, v.event, ${originSql})::text as series, m.field, v.slug, m.value,
      v.reference_on_last as on_last, v.verification::text, source.published_on_last as source_on
    from current_resettlement v
    cross join lateral (values ('families', v.families), ('persons', v.persons)) as m (field, value)
    left join latest_source source on source.slug = v.source_slug
    where ${Prisma.join(conditions, ' and ')}`;
  return chosenClaimsSql({ kind: 'resettlement', rows }, claimUseIn(filters));
}

export const claimUseIn = ({ claims }: FilterValues): ClaimUse =>
  claimUses.find((use) => use === claims) ?? 'preferred';
