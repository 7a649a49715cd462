import 'server-only';
import { type ClaimUse, claimUses } from '@/domain/claims/choose-claim';
import type { FilterValues } from '@/domain/export/filters';
import { Prisma } from '@/prisma/generated/client/client';
import { chosenClaimsSql } from './claims-sql';
import { placesWithin } from './table-conditions';

/**
 * The running totals that stand, by the published rule or recomputed with the lowest or the highest: one row for each
 * place, kind, group, event and measure, with `slug` of the record chosen. Equal to `standingTotal` of the domain.
 */
export function totalClaimsSql(filters: FilterValues): Prisma.Sql {
  const { place, kind, population_group: group } = filters;
  const conditions = [
    Prisma.sql`r.counting = 'running_total' and r.stage = 'happened' and r.reference_on_last is not null and m.value is not null`,
    place && Prisma.sql`r.place_slug in ${placesWithin(place)}`,
    kind && Prisma.sql`r.kind::text = ${kind}`,
    group && Prisma.sql`r.population_group = ${group}`,
  ].filter((condition) => condition instanceof Prisma.Sql);
  const rows = Prisma.sql`
    select jsonb_build_array(r.place_slug, r.kind, r.population_group, r.event)::text as series, m.field, r.slug, m.value,
      r.reference_on_last as on_last, r.verification::text, source.published_on_last as source_on
    from current_resettlement r
    cross join lateral (values ('families', r.families), ('persons', r.persons)) as m (field, value)
    left join latest_source source on source.slug = r.source_slug
    where ${Prisma.join(conditions, ' and ')}`;
  return chosenClaimsSql({ kind: 'resettlement', rows }, claimUseIn(filters));
}

export const claimUseIn = ({ claims }: FilterValues): ClaimUse =>
  claimUses.find((use) => use === claims) ?? 'preferred';
