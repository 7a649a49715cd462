import 'server-only';
import type { FilterValues } from '@/domain/export/filters';
import { resettlementKinds } from '@/domain/vocabulary';
import { Prisma } from '@/prisma/generated/client/client';
import { claimUseIn, totalClaimsSql } from '../published/total-claims-sql';
import { caseOf, chosenCells, dayText, raw, writtenDate } from './cells';
import type { Face } from './face';
import { withLookups } from './lookups';
import { labelsOf } from './words';

/** The totals that the pages show, each with the claim it uses and the range of all that stand. */
export function selectTotals(filters: FilterValues, face: Face): Prisma.Sql {
  const cells = cellsFor(filters, face);
  return Prisma.sql`${withLookups(new Set(['code_words', 'place_words', 'organisation_words', 'source_words']), face)}select ${chosenCells('totals', ({ header }) => cells[header])}
    from (${totalClaimsSql(filters)}) t
    join current_resettlement v on v.slug = t.slug
    left join place_words place on place.slug = v.place_slug
    left join place_words origin on origin.slug = v.origin_place_slug
    left join code_words grouped on grouped.list = 'population_group' and grouped.code = v.population_group
    left join organisation_words stated_by on stated_by.slug = v.stated_by_slug
    left join source_words source on source.slug = v.source_slug
    order by v.place_slug, v.kind, v.population_group, v.event, coalesce(v.origin_place_slug, v.origin_as_stated), t.field`;
}

const cellsFor = (filters: FilterValues, face: Face): Readonly<Record<string, Prisma.Sql>> => ({
  place_slug: raw('v.place_slug'),
  place_name: raw('place.name'),
  kind: raw('v.kind::text'),
  kind_label: caseOf(raw('v.kind'), labelsOf(resettlementKinds)),
  population_group: raw('v.population_group'),
  population_group_label: raw('coalesce(grouped.label, v.population_group)'),
  event: face.text(raw('v.event')),
  origin_place_slug: raw('v.origin_place_slug'),
  origin_place_name: raw('origin.name'),
  origin_as_stated: face.text(raw('v.origin_as_stated')),
  counted: raw('t.field'),
  claims_used: Prisma.sql`${claimUseIn(filters)}::text`,
  total: raw('t.value'),
  qualifier: raw('v.qualifier::text'),
  reference_on: writtenDate('v.reference_on'),
  reference_on_first: dayText(raw('v.reference_on_first')),
  reference_on_last: dayText(raw('v.reference_on_last')),
  reference_on_precision: raw('v.reference_on_precision::text'),
  slug: raw('v.slug'),
  stated_by_slug: raw('v.stated_by_slug'),
  stated_by_name: raw('stated_by.name'),
  source_url: raw('source.url'),
  verification: raw('v.verification::text'),
  claims: raw('t.claims'),
  lowest: raw('t.lowest'),
  highest: raw('t.highest'),
});
