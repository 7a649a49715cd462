import 'server-only';
import * as z from 'zod';
import { day, type IsoDate } from '@/domain/calendar';
import { projectStatuses, sectors } from '@/domain/vocabulary';
import { Prisma } from '@/prisma/generated/client/client';
import { projectsNow } from './filter-sql';
import { type DatedProject, readDatedProjects } from './project-dates';
import type { PublicRecord } from './record-at';

export interface OverviewProjects extends Omit<z.output<typeof answer>, 'moved' | 'late'> {
  /** Whose outcome, or last promise, is furthest behind the first promise. */
  readonly moved: readonly DatedProject[];
  /** Longest past their last promised day. */
  readonly late: readonly DatedProject[];
}

/** How many of the most moved and the latest the page names; the rest is a link away. */
const mostNamed = 6;

/** Everything the overview says of projects, in one pass over them. */
export async function readOverviewProjects(
  record: PublicRecord,
  lookedAtFirst = usuallyLookedAtFirst,
): Promise<OverviewProjects> {
  const rows = await record.query(overviewProjectsSql(record.day, lookedAtFirst));
  const counts = z.tuple([z.object({ answer })]).parse(rows)[0].answer;
  const named = await readDatedProjects(record, [...counts.moved, ...counts.late]);
  const inOrder = (slugs: readonly string[]) =>
    slugs.flatMap((slug) => named.find((project) => project.slug === slug) ?? []);
  return { ...counts, moved: inOrder(counts.moved), late: inOrder(counts.late) };
}

/**
 * How many projects are looked at first, to learn how far behind one must be to be named: the sixth of some is never
 * further behind than the sixth of all. It decides how many are set aside to be put in order, and never who is named.
 */
const usuallyLookedAtFirst = 1_000;

/**
 * Projects are gone through once and gathered into cells of a sector, a status and a planned day. What the overview
 * asks is answered from these: many passes over a hundred thousand projects would cost more than finding their dates.
 */
function overviewProjectsSql(today: IsoDate, lookedAtFirst: number): Prisma.Sql {
  return Prisma.sql`
    with looked_at as materialized (
      ${datesSql(today)} where p.slug <= (select slug from current_project order by slug offset ${lookedAtFirst - 1} limit 1)
    ),
    bound as materialized (
      select
        coalesce((select moved_days from looked_at where moved_days > 0 order by 1 desc offset ${mostNamed - 1} limit 1), 1) as moved_days,
        coalesce((select late_by_days from looked_at where late_by_days > 0 order by 1 desc offset ${mostNamed - 1} limit 1), 1) as late_by_days
    ),
    cell as materialized (
      select sector, status, planned_on, count(*) as count, count(late_by_days) as late, count(passed_by_days) as passed,
        count(*) filter (where is_unreported) as unreported,
        count(*) filter (where moved_days > 0) as moved,
        count(baseline_last) as with_baseline,
        count(ended_last) as with_end,
        count(*) filter (where verification = 'verified') as verified,
        count(*) filter (where verification = 'disputed') as disputed,
        array_agg(ended_last) filter (where status in ('completed', 'in_use') and planned_on is not null and ended_last is not null) as ended,
        array_agg((slug, moved_days, late_by_days)) filter (
          where moved_days >= (select moved_days from bound) or late_by_days >= (select late_by_days from bound)) as behind
      from (
        ${datesSql(today)} offset 0 -- each date is worked out once, and not again wherever it is named
      ) as one
      group by sector, status, planned_on
    ),
    behind as materialized (
      select one.* from cell cross join unnest(cell.behind) as one (slug text, moved_days int, late_by_days int)
    )
    select jsonb_build_object(
      'groups', (
        select coalesce(jsonb_agg(g), '[]')
        from (
          select sector, status, sum(count) as count, sum(late) as late, sum(passed) as passed, sum(unreported) as unreported,
            sum(moved) as moved,
            coalesce(sum(count) filter (where planned_on is null), 0) as "withoutPromise",
            sum(count - with_baseline) as "withoutBaseline",
            sum(count - with_end) as "withoutEnd",
            sum(verified) as verified, sum(disputed) as disputed
          from cell
          group by sector, status
          order by sector, status
        ) as g
      ),
      'planned', (
        select coalesce(jsonb_agg(jsonb_build_object('on', planned_on, 'count', count)), '[]')
        from (
          select planned_on, sum(count) as count
          from cell
          where planned_on is not null and status <> 'cancelled'
          group by 1
        ) as planned
      ),
      'ended', (
        select coalesce(jsonb_agg(jsonb_build_object('on', ended_on, 'count', count)), '[]')
        from (select ended_on, count(*) from cell cross join unnest(cell.ended) as ended_on group by 1) as ended
      ),
      'moved', array(select slug from behind where moved_days > 0 order by moved_days desc, slug limit ${mostNamed}),
      'late', array(select slug from behind where late_by_days is not null order by late_by_days desc, slug limit ${mostNamed})
    ) as answer`;
}

/** What the overview needs to know of each project. A project without a planned day has no promise of any kind. */
function datesSql(today: IsoDate): Prisma.Sql {
  return Prisma.sql`
    select p.slug, p.sector, p.status, p.verification, p.actual_end_on_last as ended_last, now.baseline_last,
      coalesce(now.baseline_last, now.promised_last) as planned_on, now.outcome_last - now.baseline_last as moved_days,
      now.late_by_days, now.passed_by_days, now.is_unreported
    from ${projectsNow(today)}`;
}

const jsonDay = z.iso.date().transform((text): IsoDate => day(text));
const count = z.number();
const dayCount = z.object({ on: jsonDay, count });

const answer = z.object({
  groups: z.array(
    z.object({
      sector: z.enum(sectors),
      status: z.enum(projectStatuses),
      count,
      late: count,
      /** The promise passed, late or not known to be. */
      passed: count,
      unreported: count,
      /** Their outcome, or their last promise, is later than the first. */
      moved: count,
      withoutPromise: count,
      withoutBaseline: count,
      withoutEnd: count,
      verified: count,
      disputed: count,
    }),
  ),
  /** Projects by the last day of their first promise, or of the only one known. */
  planned: z.array(dayCount),
  /** Built projects that had a promise, by the last day of the date they were done. */
  ended: z.array(dayCount),
  moved: z.array(z.string()),
  late: z.array(z.string()),
});
