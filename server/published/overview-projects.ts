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

/** Everything the overview says of projects, in one pass over them that keeps a few numbers of each. */
export async function readOverviewProjects(record: PublicRecord): Promise<OverviewProjects> {
  const rows = await record.query(overviewProjectsSql(record.day));
  const counts = z.tuple([z.object({ answer })]).parse(rows)[0].answer;
  const named = await readDatedProjects(record, [...counts.moved, ...counts.late]);
  const inOrder = (slugs: readonly string[]) =>
    slugs.flatMap((slug) => named.find((project) => project.slug === slug) ?? []);
  return { ...counts, moved: inOrder(counts.moved), late: inOrder(counts.late) };
}

export function overviewProjectsSql(today: IsoDate): Prisma.Sql {
  return Prisma.sql`
    with one as materialized (
      select p.slug, p.sector, p.status, p.verification, p.actual_end_on_last as ended_last, now.baseline_last, now.promised_last,
        now.outcome_last - now.baseline_last as moved_days, now.late_by_days, now.passed_by_days, now.is_unreported
      from ${projectsNow(today)}
    )
    select jsonb_build_object(
      'groups', (
        select coalesce(jsonb_agg(g), '[]')
        from (
          select sector, status, count(*) as count, count(late_by_days) as late, count(passed_by_days) as passed,
            count(*) filter (where is_unreported) as unreported,
            count(*) filter (where moved_days > 0) as moved,
            count(*) filter (where promised_last is null) as "withoutPromise",
            count(*) filter (where baseline_last is null) as "withoutBaseline",
            count(*) filter (where ended_last is null) as "withoutEnd",
            count(*) filter (where verification = 'verified') as verified,
            count(*) filter (where verification = 'disputed') as disputed
          from one
          group by sector, status
          order by sector, status
        ) as g
      ),
      'planned', (
        select coalesce(jsonb_agg(jsonb_build_object('on', planned_on, 'count', count)), '[]')
        from (
          select coalesce(baseline_last, promised_last) as planned_on, count(*)
          from one
          where promised_last is not null and status <> 'cancelled'
          group by 1
        ) as planned
      ),
      'ended', (
        select coalesce(jsonb_agg(jsonb_build_object('on', ended_last, 'count', count)), '[]')
        from (
          select ended_last, count(*) from one
          where status in ('completed', 'in_use') and ended_last is not null and promised_last is not null group by 1
        ) as ended
      ),
      'moved', array(select slug from one where moved_days > 0 order by moved_days desc, slug limit ${mostNamed}),
      'late', array(select slug from one where late_by_days is not null order by late_by_days desc, slug limit ${mostNamed})
    ) as answer`;
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
