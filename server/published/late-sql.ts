import 'server-only';
import type { FilterValues } from '@/domain/export/filters';
import { type ProjectFilter, readFilter } from '@/domain/filter';
import { forecastLimits } from '@/domain/forecast/expected-finish';
import { leastClassSize } from '@/domain/forecast/reference-class';
import { type Lateness, latenesses } from '@/domain/lateness';
import { monthsBefore, type IsoDate } from '@/domain/calendar';
import { Prisma } from '@/prisma/generated/client/client';
import { chosenClaimsSql } from './claims-sql';
import { projectsNow, projectWhere } from './filter-sql';
import type { Rows } from './project-list-sql';

/** What the late list can be narrowed by: as the list of projects, and to one way of standing to the promise. */
export interface LateFilter {
  readonly projects: ProjectFilter;
  readonly lateness: Lateness | null;
}

/** From the filters of an address, which have passed the rules of the table. */
export function lateFilterOf({ lateness, ...ofProjects }: FilterValues): LateFilter {
  const read = readFilter(ofProjects, { subsectors: [ofProjects.subsector ?? ''], places: [ofProjects.place ?? ''] });
  if (!read.ok) throw new Error(`A filter passed that projects do not have: ${read.problem.name}`);
  return { projects: read.value, lateness: latenesses.find((one) => one === lateness) ?? null };
}

/**
 * Every open project that a filter leaves, with how it stands to its promise and its expected finish: the rules of
 * domain/lateness.ts and domain/forecast for whole tables. A test holds the two to each other. The projects are gone
 * through once: the filter chooses among them, the completed ones make the reference classes.
 */
export function lateListSql(filter: ProjectFilter, today: IsoDate): Prisma.Sql {
  return Prisma.sql`
    with one as materialized (
      select p.id, p.slug, p.sector, p.subsector, p.status, coalesce(p.is_on_hold, false) as is_on_hold,
        coalesce(p.baseline_start_on_last, p.actual_start_on_last) as start_last, p.actual_end_on_last as ended_last,
        p.status_on_last, now.baseline_last, now.promised_first, now.promised_last, now.promised_precision,
        now.passed_by_days, now.late_by_days, now.is_unreported,
        p.status not in ('completed', 'in_use', 'cancelled') and ${projectWhere(filter)} as is_listed
      from ${projectsNow(today)}
    ),
    reference_class as materialized (
      ${referenceClassesSql}
    ),
    said as materialized (
      select r.project_slug, r.slug, r.physical_progress_percent, r.reference_on_last, r.verification, r.source_slug
      from current_progress_report r
      join one on one.slug = r.project_slug and one.is_listed and one.baseline_last > one.start_last
      where r.physical_progress_percent is not null and r.reference_on_last is not null
    ),
    stated as materialized (
      select counted.project_slug, counted.reports, standing.on_last as as_at, standing.value::float8 as percent
      from (select project_slug, count(distinct reference_on_last)::int as reports from said group by project_slug) as counted
      join (${chosenClaimsSql({ kind: 'progress_report', rows: saidPercentsSql }, 'preferred')}) as standing
        on standing.series = counted.project_slug
    )
    select one.*, stated.reports, stated.as_at, stated.percent,
      greatest(one.status_on_last, (
        select max(r.reference_on_last) from current_progress_report r where r.project_slug = one.slug
      )) as last_report_on,
      refused.reason as no_forecast,
      case when refused.reason is null then kind.of end as class_of,
      case when refused.reason is null then kind.size end as class_size,
      case when refused.reason is null then stated.as_at + ahead.first::int end as expected_first,
      case when refused.reason is null then stated.as_at + ahead.on_day::int end as expected_on,
      case when refused.reason is null then stated.as_at + ahead.last::int end as expected_last,
      case
        when one.promised_last is null then 'no_promise'
        when one.late_by_days is not null then 'late'
        when one.passed_by_days is not null then 'passed_unreported'
        when one.is_unreported then 'unreported'
        when refused.reason is null and stated.as_at + ahead.on_day::int > one.promised_last then 'expected_late'
        else 'to_come'
      end as lateness
    from one
    left join stated on stated.project_slug = one.slug
    left join lateral (
      select case when c.subsector is null then 'sector' else 'subsector' end as of, c.size,
        c.ratio[1] / c.ratio[2] as low, c.ratio[3] / c.ratio[2] as high
      from reference_class c
      where c.sector = one.sector and (c.subsector = one.subsector or c.subsector is null)
      order by c.subsector is null
      limit 1
    ) as kind on true
    left join lateral (
      select (stated.as_at - one.start_last)::float8 * (100 - stated.percent) / nullif(stated.percent, 0) as days
    ) as remaining on true
    left join lateral (
      select floor(remaining.days * kind.low) as first, floor(remaining.days + 0.5) as on_day, ceil(remaining.days * kind.high) as last
    ) as ahead on true
    left join lateral (
      select case
        when one.is_on_hold then 'on_hold'
        when one.start_last is null then 'no_start'
        when one.baseline_last is null then 'no_baseline'
        when one.baseline_last <= one.start_last then 'plan_without_length'
        when coalesce(stated.reports, 0) < ${forecastLimits.leastReports} then 'too_few_reports'
        when stated.as_at < ${monthsBefore(today, forecastLimits.oldestReportMonths)}::date then 'old_report'
        when stated.as_at <= one.start_last then 'reported_before_start'
        when stated.percent < ${forecastLimits.leastPercent} then 'too_little_progress'
        when stated.percent = 100 then 'reported_done'
        when kind.size is null then 'small_class'
        when ahead.last > ${forecastLimits.furthestDays} then 'too_far'
        when stated.as_at + ahead.last::int < ${today}::date then 'passed'
      end as reason
    ) as refused on true
    where one.is_listed`;
}

/** What reports `said`, as claims of which the published rule chooses: the forecast follows the percentage that is shown. */
const saidPercentsSql = Prisma.sql`
  select said.project_slug as series, 'physicalProgressPercent' as field, said.slug, said.physical_progress_percent as value,
    said.reference_on_last as on_last, said.verification::text, source.published_on_last as source_on
  from said
  left join latest_source source on source.slug = said.source_slug`;

/** The reference classes of the projects `one`: of each subsector and of each sector that has enough. */
export const referenceClassesSql = Prisma.sql`
  select sector, subsector, count(*)::int as size,
    percentile_cont(array[0.1, 0.5, 0.9]) within group (order by (ended_last - start_last)::float8 / (baseline_last - start_last)) as ratio
  from one
  where status in ('completed', 'in_use') and baseline_last > start_last and ended_last > start_last
  group by grouping sets ((sector, subsector), (sector))
  having count(*) >= ${leastClassSize}`;

/** Late first, and of each kind the longest first. */
const lateOrder = Prisma.sql`
  array_position(${[...latenesses]}::text[], late.lateness), coalesce(late.passed_by_days, late.expected_on - late.promised_last) desc nulls last, late.slug`;

/** Every column of the late list, in its order: what the page shows and the file holds. */
export function lateRowsSql(
  { projects, lateness }: LateFilter,
  today: IsoDate,
  language: string,
  rows?: Rows,
): Prisma.Sql {
  return Prisma.sql`
    with late as (
      select late.*, row_number() over (order by ${lateOrder}) as row_number
      from (${lateListSql(projects, today)}) as late
      ${lateness ? Prisma.sql`where late.lateness = ${lateness}` : Prisma.empty}
      order by row_number
      ${rows ? Prisma.sql`limit ${rows.limit} offset ${rows.offset}` : Prisma.empty}
    )
    select late.row_number, late.slug, p.version, p.published_at, p.title, coalesce(p.title_is_official_name, false) as title_is_official_name,
      late.sector::text, late.subsector, late.status::text, place.slugs as place_slugs, place.names as place_names,
      late.lateness, late.promised_first as promised_end_on_first, late.promised_last as promised_end_on_last,
      late.promised_precision::text as promised_end_on_precision, late.late_by_days, late.passed_by_days, late.last_report_on,
      late.expected_first, late.expected_on, late.expected_last,
      case when late.no_forecast is null then 'earned_schedule' end as expected_method,
      late.class_of as expected_class, late.class_size as expected_class_size, coalesce(late.reports, 0) as reports, late.as_at, late.percent,
      late.no_forecast
    from late
    join current_project p on p.id = late.id
    left join lateral (
      select array_agg(at_place.place_slug order by at_place.position) as slugs,
        array_agg(place_name_in(at_place.place_slug, ${language}) order by at_place.position) as names
      from project_place at_place
      where at_place.version_id = late.id
    ) as place on true
    order by late.row_number`;
}
