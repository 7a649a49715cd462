import 'server-only';
import type { ComparedDays } from '@/domain/compared-days';
import type { FilterValues } from '@/domain/export/filters';
import { Prisma } from '@/prisma/generated/client/client';
import { env } from '../env';
import { placesWithin } from './table-conditions';

/** Records of which anything was published between two days, before any other filter than their kind. */
export function revisedSql({ from, to }: ComparedDays, { kind }: FilterValues): Prisma.Sql {
  return Prisma.sql`
    select kind::text, count(*) as records
    from (
      select kind, slug
      from public_revision
      where published_at >= ${endOf(from)} and published_at < ${endOf(to)} ${kind ? Prisma.sql`and kind::text = ${kind}` : Prisma.empty}
      group by kind, slug
    ) as revised
    group by 1
    order by 2 desc, 1`;
}

/**
 * What the record said otherwise at the end of one day than at the end of another: one row a record, however often it was
 * changed between. What was added and withdrawn again, or changed and changed back, says the same on both days and is not
 * there. Page and file ask this query.
 *
 * Asked of the record as of the later day, so that sectors, places and titles stay those of that day. Which project or landmark
 * a record hangs on is asked of `said`: what had happened by a day does not matter here.
 *
 * With `mostCompared` only so many records are compared, those published last: after a bulk load a page cannot go through all.
 */
export function changesSql({ from, to }: ComparedDays, filters: FilterValues, mostCompared?: number): Prisma.Sql {
  const conditions = [
    Prisma.sql`(n.before is not null or n.after is not null)
      and jsonb_strip_nulls(n.before) is distinct from jsonb_strip_nulls(n.after)`,
    filters.sector && Prisma.sql`project.sector::text = ${filters.sector}`,
    filters.place && Prisma.sql`lies.place_slug in ${placesWithin(filters.place)}`,
  ].filter((condition) => condition instanceof Prisma.Sql);
  return Prisma.sql`
    with between_days as (
      select kind, slug, min(version) as first_version, max(version) as last_version, count(*) as revisions
      from public_revision
      where published_at >= ${endOf(from)} and published_at < ${endOf(to)} ${filters.kind ? Prisma.sql`and kind::text = ${filters.kind}` : Prisma.empty}
      group by kind, slug
      ${mostCompared === undefined ? Prisma.empty : Prisma.sql`order by max(sequence) desc limit ${mostCompared}`}
    ),
    net as (
      select b.kind, b.slug, b.revisions, prior.version as from_version, last.version as to_version,
        case when prior.action <> 'withdraw' then prior.after end as before,
        case when last.action <> 'withdraw' then last.after end as after,
        last.sequence, last.reason_kind, last.reason, last.published_at
      from between_days b
      join public_revision last on last.kind = b.kind and last.slug = b.slug and last.version = b.last_version
      left join public_revision prior on prior.kind = b.kind and prior.slug = b.slug and prior.version = b.first_version - 1
    ),
    district_of as materialized (
      select a.slug, min(a.ancestor_slug) as district_slug
      from current_place_ancestry a
      join latest_place d on d.slug = a.ancestor_slug and d.type = 'district'
      group by a.slug
    ),
    compared as (
      select n.*, moved.days as moved_days,
        case when n.before is null then 'added' when n.after is null then 'withdrawn' when moved.days <> 0 then 'moved' else 'corrected' end as change,
        said.project_slug, said.landmark_slug, project.sector::text, lies.place_slug,
        coalesce(district_of.district_slug, lies.place_slug) as district_slug,
        coalesce(said.content->>'title', said.content->>'name', project.title, landmark.title) as title,
        case when n.before is not null and n.after is not null then array(
          select coalesce(was.key, is_now.key)
          from jsonb_each(jsonb_strip_nulls(n.before)) was full join jsonb_each(jsonb_strip_nulls(n.after)) is_now on is_now.key = was.key
          where was.value is distinct from is_now.value order by 1) end as fields
      from net n
      cross join lateral (select coalesce(n.after, n.before) as content) as c
      cross join lateral (
        select c.content,
          case n.kind when 'project' then n.slug else c.content->>'projectSlug' end as project_slug,
          case n.kind when 'landmark' then n.slug else c.content->>'landmarkSlug' end as landmark_slug
      ) as said
      left join said.latest_project project on project.slug = said.project_slug
      left join said.latest_landmark landmark on landmark.slug = said.landmark_slug
      left join lateral (
        select p.place_slug from project_place p where p.version_id = project.id order by p.position limit 1
      ) as at_project on true
      cross join lateral (
        select case n.kind when 'place' then n.slug
          else coalesce(c.content->>'placeSlug', landmark.place_slug, at_project.place_slug) end as place_slug
      ) as lies
      left join district_of on district_of.slug = lies.place_slug
      ${promiseOf('project', 'coalesce(v.forecast_end_on_last, v.baseline_end_on_last)')}
      ${promiseOf('milestone', 'coalesce(v.forecast_on_last, v.planned_on_last)')}
      ${promiseOf('target', 'v.due_on_last')}
      cross join lateral (
        select coalesce(project_promise.days, milestone_promise.days, target_promise.days) as days
      ) as moved
      where ${Prisma.join(conditions, ' and ')}
    )
    select * from compared ${filters.change ? Prisma.sql`where change = ${filters.change}` : Prisma.empty}`;
}

/** The first instant after a day of the record. */
const endOf = (day: string) => Prisma.sql`((${day}::date + 1)::timestamp at time zone ${env.CORNERSTONE_TIME_ZONE})`;

/** By how many days the promised day of a record differs between the two versions; null where either has none. */
function promiseOf(kind: 'project' | 'milestone' | 'target', promised: string): Prisma.Sql {
  const table = Prisma.raw(`${kind}_version`);
  const at = (version: string) =>
    Prisma.sql`(select ${Prisma.raw(promised)} from ${table} v where v.slug = n.slug and v.version = ${Prisma.raw(version)})`;
  // A `case`, since a `where` would be looked at after both versions had been looked up, for records of every kind.
  return Prisma.sql`cross join lateral (
        select case when n.kind::text = ${kind} and n.before is not null and n.after is not null
          then ${at('n.to_version')} - ${at('n.from_version')} end as days
      ) as ${Prisma.raw(`${kind}_promise`)}`;
}
