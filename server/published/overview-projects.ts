import 'server-only';
import * as z from 'zod';
import type { IsoDate } from '@/domain/calendar';
import { type ProjectStatus, projectStatuses, type Sector, sectors } from '@/domain/vocabulary';
import { Prisma } from '@/prisma/generated/client/client';
import { db } from '../db';
import { projectsNow } from './filter-sql';
import { countColumn, dateColumn, precisionColumn, spanOf } from './project-row';

export interface OverviewProjects {
  readonly groups: readonly (ProjectCounts & { readonly sector: Sector; readonly status: ProjectStatus })[];
  /** Projects by the last day of their first promise, or of the only one known. */
  readonly planned: readonly DayCount[];
  /** Built projects that had a promise, by the last day of the date they were done. */
  readonly ended: readonly DayCount[];
  readonly moved: readonly MovedProject[];
  readonly late: readonly LateProject[];
}

export interface ProjectCounts {
  readonly count: number;
  readonly late: number;
  readonly unreported: number;
  /** Their outcome, or their last promise, is later than the first. */
  readonly moved: number;
  readonly withoutPromise: number;
  readonly withoutBaseline: number;
  readonly withoutEnd: number;
  readonly verified: number;
  readonly disputed: number;
}

export interface DayCount {
  readonly on: IsoDate;
  readonly count: number;
}

export type MovedProject = z.output<typeof movedRow>;
export type LateProject = z.output<typeof lateRow>;

/** How many of the most moved and the latest the page names; the rest is a link away. */
const mostNamed = 6;

/**
 * Everything the overview says of projects. Three statements side by side: each passes over the projects once and asks
 * only for what it needs, which is quicker than one that keeps every project for all three.
 */
export async function readOverviewProjects(today: IsoDate): Promise<OverviewProjects> {
  const [counts, moved, late] = await Promise.all([
    db.$queryRaw(overviewCountsSql(today)),
    db.$queryRaw(mostMovedSql(today)),
    db.$queryRaw(latestSql(today)),
  ]);
  const rows = z.array(countRow).parse(counts);
  return {
    groups: rows.flatMap(({ sector, status, ...group }) => (sector && status ? [{ sector, status, ...group }] : [])),
    planned: rows.flatMap(({ planned_on, count }) => (planned_on ? [{ on: planned_on, count }] : [])),
    ended: rows.flatMap(({ ended_on, count }) => (ended_on ? [{ on: ended_on, count }] : [])),
    moved: z.array(movedRow).parse(moved),
    late: z.array(lateRow).parse(late),
  };
}

/** One pass, three groupings: by sector and status, by the day planned, and by the day done of what had a plan. */
export function overviewCountsSql(today: IsoDate): Prisma.Sql {
  return Prisma.sql`
    select one.sector::text, one.status::text, one.planned_on, one.ended_on, count(*),
      count(*) filter (where one.is_late) as late,
      count(*) filter (where one.is_unreported) as unreported,
      count(*) filter (where one.is_moved) as moved,
      count(*) filter (where one.promised_last is null) as without_promise,
      count(*) filter (where one.baseline_last is null) as without_baseline,
      count(*) filter (where one.actual_end_on_last is null) as without_end,
      count(*) filter (where one.verification = 'verified') as verified,
      count(*) filter (where one.verification = 'disputed') as disputed
    from (
      select p.sector, p.status, p.verification, p.actual_end_on_last, now.promised_last, now.baseline_last, now.is_unreported,
        now.late_by_days is not null as is_late,
        now.outcome_last > now.baseline_last as is_moved,
        case when p.status <> 'cancelled' then coalesce(now.baseline_last, now.promised_last) end as planned_on,
        case when p.status in ('completed', 'in_use') and now.promised_last is not null then p.actual_end_on_last end as ended_on
      from ${projectsNow(today)}
    ) as one
    group by grouping sets ((one.sector, one.status), (one.planned_on), (one.ended_on))`;
}

function mostMovedSql(today: IsoDate): Prisma.Sql {
  return Prisma.sql`
    select p.slug, p.title, coalesce(p.title_is_official_name, false) as is_official_name, p.status in ('completed', 'in_use') as is_built,
      now.slipped_least_days, now.slipped_most_days,
      now.baseline_first as from_first, now.baseline_last as from_last, now.baseline_precision::text as from_precision,
      case when p.status in ('completed', 'in_use') then p.actual_end_on_first else now.promised_first end as to_first,
      case when p.status in ('completed', 'in_use') then p.actual_end_on_last else now.promised_last end as to_last,
      case when p.status in ('completed', 'in_use') then p.actual_end_on_precision else now.promised_precision end::text as to_precision
    from ${projectsNow(today)}
    where now.outcome_last > now.baseline_last
    order by now.outcome_last - now.baseline_last desc, p.slug
    limit ${mostNamed}`;
}

function latestSql(today: IsoDate): Prisma.Sql {
  return Prisma.sql`
    select p.slug, p.title, coalesce(p.title_is_official_name, false) as is_official_name, now.late_by_days,
      now.promised_first, now.promised_last, now.promised_precision::text
    from ${projectsNow(today)}
    where now.late_by_days is not null
    order by now.promised_last, p.slug
    limit ${mostNamed}`;
}

const date = dateColumn.nullable();
const precision = precisionColumn.nullable();

const countRow = z
  .object({
    sector: z.enum(sectors).nullable(),
    status: z.enum(projectStatuses).nullable(),
    planned_on: date,
    ended_on: date,
    count: countColumn,
    late: countColumn,
    unreported: countColumn,
    moved: countColumn,
    without_promise: countColumn,
    without_baseline: countColumn,
    without_end: countColumn,
    verified: countColumn,
    disputed: countColumn,
  })
  .transform(({ without_promise: withoutPromise, without_baseline: withoutBaseline, without_end: withoutEnd, ...row }) => ({
    ...row,
    withoutPromise,
    withoutBaseline,
    withoutEnd,
  }));

const movedRow = z
  .object({
    slug: z.string(),
    title: z.string(),
    is_official_name: z.boolean(),
    is_built: z.boolean(),
    slipped_least_days: z.number(),
    slipped_most_days: z.number(),
    from_first: date,
    from_last: date,
    from_precision: precision,
    to_first: date,
    to_last: date,
    to_precision: precision,
  })
  .transform((row) => ({
    slug: row.slug,
    title: row.title,
    isOfficialName: row.is_official_name,
    isBuilt: row.is_built,
    slippage: { leastDays: row.slipped_least_days, mostDays: row.slipped_most_days },
    from: spanOf({ first: row.from_first, last: row.from_last, precision: row.from_precision }),
    to: spanOf({ first: row.to_first, last: row.to_last, precision: row.to_precision }),
  }));

const lateRow = z
  .object({
    slug: z.string(),
    title: z.string(),
    is_official_name: z.boolean(),
    late_by_days: z.number(),
    promised_first: date,
    promised_last: date,
    promised_precision: precision,
  })
  .transform((row) => ({
    slug: row.slug,
    title: row.title,
    isOfficialName: row.is_official_name,
    lateByDays: row.late_by_days,
    promised: spanOf({ first: row.promised_first, last: row.promised_last, precision: row.promised_precision }),
  }));
