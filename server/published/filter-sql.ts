import 'server-only';
import type { IsoDate } from '@/domain/calendar';
import { twelveMonthsBefore } from '@/domain/lateness';
import type { ProjectFilter } from '@/domain/filter';
import { Prisma } from '@/prisma/generated/client/client';

/**
 * Current projects as `p`, each with what follows from it and its reports on a day, as `now`: the rules of
 * domain/slippage.ts and domain/lateness.ts for whole tables. A test holds the two to each other.
 *
 * Used as `from ${projectsNow(today)} where ${projectWhere(filter)}`: page, chart, totals and files alike.
 */
export function projectsNow(today: IsoDate): Prisma.Sql {
  return Prisma.sql`current_project p
    left join (${reportedSql()}) as reported on reported.project_slug = p.slug
    cross join lateral (
      select
        coalesce(p.baseline_end_on_first, reported.first_first) as baseline_first,
        coalesce(p.baseline_end_on_last, reported.first_last) as baseline_last,
        coalesce(p.baseline_end_on_precision, reported.first_precision) as baseline_precision,
        reported.latest_last is not null
          and (p.forecast_end_on_last is null or reported.latest_stated_on > p.status_on_last) is true as is_newer,
        p.status in ('completed', 'in_use', 'cancelled') as is_settled
    ) as said
    cross join lateral (
      select
        coalesce(case when said.is_newer then reported.latest_first else p.forecast_end_on_first end, said.baseline_first) as promised_first,
        coalesce(case when said.is_newer then reported.latest_last else p.forecast_end_on_last end, said.baseline_last) as promised_last,
        coalesce(case when said.is_newer then reported.latest_precision else p.forecast_end_on_precision end, said.baseline_precision) as promised_precision
    ) as promise
    cross join lateral (
      select
        case
          when p.status = 'cancelled' then null
          when p.actual_end_on_first is not null or said.is_settled then p.actual_end_on_first
          else promise.promised_first
        end as first,
        case
          when p.status = 'cancelled' then null
          when p.actual_end_on_last is not null or said.is_settled then p.actual_end_on_last
          else promise.promised_last
        end as last
    ) as outcome
    cross join lateral (select greatest(p.status_on_last, reported.last_on) as last_on) as spoken
    cross join lateral (
      select case when not said.is_settled then nullif(greatest(${today}::date - promise.promised_last, 0), 0) end as by_days
    ) as passed
    cross join lateral (
      select
        said.baseline_first, said.baseline_last, said.baseline_precision,
        promise.promised_first, promise.promised_last, promise.promised_precision,
        ${daysFromBaseline(Prisma.sql`outcome.first`)} as slipped_least_days,
        ${daysFromBaseline(Prisma.sql`outcome.last`)} as slipped_most_days,
        passed.by_days as passed_by_days,
        case when spoken.last_on > promise.promised_last then passed.by_days end as late_by_days,
        outcome.last as outcome_last,
        not said.is_settled
          and (spoken.last_on >= ${twelveMonthsBefore(today)}::date) is not true as is_unreported,
        spoken.last_on as last_report_on
    ) as now`;
}

/** Of each project that any dated report speaks of: the last day that one does, and its first and its latest dated promise. */
function reportedSql(): Prisma.Sql {
  return Prisma.sql`
    select seen.project_slug, seen.last_on,
      first.first as first_first, first.last as first_last, first.precision as first_precision,
      latest.stated_on as latest_stated_on, latest.first as latest_first, latest.last as latest_last,
      latest.precision as latest_precision
    from (
      select distinct on (project_slug) project_slug, reference_on_last as last_on from current_progress_report
      where reference_on_last is not null
      order by project_slug, reference_on_last desc nulls last
    ) as seen
    left join (${promisesSql(Prisma.sql`reference_on_last, slug`)}) as first on first.project_slug = seen.project_slug
    left join (${promisesSql(Prisma.sql`reference_on_last desc, slug desc`)}) as latest on latest.project_slug = seen.project_slug`;
}

/** One dated promise of each project: the one that comes first in an order. */
function promisesSql(order: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    select distinct on (project_slug) project_slug, reference_on_last as stated_on,
      promised_end_on_first as first, promised_end_on_last as last, promised_end_on_precision as precision
    from current_progress_report
    where promised_end_on_last is not null and reference_on_last is not null
    order by project_slug, ${order}`;
}

function daysFromBaseline(day: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`case
    when ${day} > said.baseline_last then ${day} - said.baseline_last
    when ${day} < said.baseline_first then ${day} - said.baseline_first
    when ${day} is not null and said.baseline_last is not null then 0
  end`;
}

/** The filter as conditions on `p` and `now` of `projectsNow`. */
export function projectWhere(filter: ProjectFilter): Prisma.Sql {
  const { sector, subsector, status, place, verification } = filter;
  const conditions = [
    sector && Prisma.sql`p.sector = ${sector}::"Sector"`,
    subsector && Prisma.sql`p.subsector = ${subsector}`,
    status && Prisma.sql`p.status = ${status}::"ProjectStatus"`,
    place && atPlaceOrWithin(place),
    filter.isLate && Prisma.sql`now.late_by_days is not null`,
    filter.isOnHold && Prisma.sql`p.is_on_hold`,
    filter.isUnreported && Prisma.sql`now.is_unreported`,
    verification && Prisma.sql`p.verification = ${verification}::"Verification"`,
    ...wordsOf(filter.text).map(mentions),
  ].filter((condition) => condition instanceof Prisma.Sql);
  return conditions.length === 0 ? Prisma.sql`true` : Prisma.join(conditions, ' and ');
}

/** Where to select from for a filter: a filter that asks nothing of dates need not know them. */
export function projectsFor(filter: ProjectFilter, today: IsoDate): Prisma.Sql {
  return filter.isLate || filter.isUnreported ? projectsNow(today) : Prisma.sql`current_project p`;
}

export function atPlaceOrWithin(place: string): Prisma.Sql {
  return Prisma.sql`p.id in (
    select at_place.version_id
    from project_place at_place
    where at_place.place_slug in (select slug from current_place_ancestry where ancestor_slug = ${place}))`;
}

/** A project mentions a word in its title, its description, or a name of one of its places in any language. */
function mentions(word: string): Prisma.Sql {
  const pattern = `%${word.replaceAll(/[\\%_]/g, '\\$&')}%`;
  return Prisma.sql`(
    folded(p.title) like folded(${pattern})
    or folded(p.description) like folded(${pattern})
    or p.slug = ${word}
    or p.id in (
      select at_place.version_id
      from project_place at_place
      join current_place named on named.slug = at_place.place_slug
      join place_name n on n.version_id = named.id
      where folded(n.name) like folded(${pattern})))`;
}

/** Each word is looked for by itself, in any order; more than these make no search better. */
const mostWords = 8;
const wordsOf = (text: string) => text.split(' ').filter(Boolean).slice(0, mostWords);
