import 'server-only';
import * as z from 'zod';
import { type ClaimUse, verificationOrder } from '@/domain/claims/choose-claim';
import { claimFields, type ClaimKind } from '@/domain/vocabulary';
import { Prisma } from '@/prisma/generated/client/client';

/** A record that a current disagreement of rival claims names. */
const rivalClaims = (kind: ClaimKind) => Prisma.sql`(
  select d.slug as disagreement, c.record_slug, c.field::text, c.is_preferred is true as is_preferred,
    case when c.is_preferred then d.preferred_reason end as reason
  from disagreement_claim c join current_disagreement d on d.id = c.version_id
  where c.record_kind = ${kind}::"ClaimKind" and d.nature = 'rival_claims')`;

export const rivalsColumn = z.array(
  z.object({
    disagreement: z.string(),
    field: z.enum(claimFields).nullable(),
    isPreferred: z.boolean(),
    reason: z.string().nullable(),
  }),
);

/** The rival claims that name a record `v`, as one column. */
export const rivalsSql = (kind: ClaimKind) => Prisma.sql`coalesce((
  select jsonb_agg(jsonb_build_object('disagreement', t.disagreement, 'field', t.field, 'isPreferred', t.is_preferred, 'reason', t.reason) order by t.disagreement)
  from ${rivalClaims(kind)} t where t.record_slug = v.slug), '[]'::jsonb)`;

/** The claims of which the rule chooses: rows with `series, field, slug, value, on_last, verification, source_on`. */
interface Stated {
  readonly kind: ClaimKind;
  readonly rows: Prisma.Sql;
}

/**
 * The published rule as a query, equal to `chooseClaim` of the domain (a test holds them to each other): the claims that
 * stand in each series, with `rank` 1 for the preferred, and how many there are, the lowest and the highest.
 */
export function standingClaimsSql({ kind, rows }: Stated): Prisma.Sql {
  return Prisma.sql`
    select standing.*,
      row_number() over (partition by series, field order by is_preferred desc, on_last desc,
        array_position(${[...verificationOrder]}::text[], verification), source_on desc nulls last, value, slug collate "C") as rank,
      count(*) over (partition by series, field) as claims,
      min(value) over (partition by series, field) as lowest,
      max(value) over (partition by series, field) as highest
    from (
      select dated.*,
        string_agg(dated.disputes, '') filter (where on_last = latest_on) over (partition by series, field) as latest_disputes
      from (
        select stated.*, max(stated.on_last) over (partition by stated.series, stated.field) as latest_on,
          rival.disputes, coalesce(rival.is_preferred, false) as is_preferred
        from (${rows}) stated
        left join lateral (
          select string_agg('|' || t.disagreement || '|', '' order by t.disagreement) as disputes, bool_or(t.is_preferred) as is_preferred
          from ${rivalClaims(kind)} t
          where t.record_slug = stated.slug and (t.field is null or t.field = stated.field)
        ) rival on true
      ) dated
    ) standing
    where on_last = latest_on or exists (
      select 1 from unnest(string_to_array(trim(both '|' from disputes), '||')) one where position('|' || one || '|' in latest_disputes) > 0)`;
}

/** Of the standing claims of a series, the one that a use takes: among equal values the rule's own order. */
export function chosenClaimsSql(stated: Stated, use: ClaimUse): Prisma.Sql {
  const first = use === 'preferred' ? Prisma.sql`rank` : Prisma.sql`abs(value - ${Prisma.raw(use)}), rank`;
  return Prisma.sql`
    select distinct on (series, field) * from (${standingClaimsSql(stated)}) standing order by series, field, ${first}`;
}
