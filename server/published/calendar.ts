import 'server-only';
import * as z from 'zod';
import type { DateSpan } from '@/domain/calendar';
import type { FilterValues } from '@/domain/export/filters';
import { chosenDay, type ChosenDay } from '@/domain/follow/chosen-day';
import { milestoneTypes } from '@/domain/vocabulary';
import { Prisma } from '@/prisma/generated/client/client';
import { projectsNow } from './filter-sql';
import { countColumn, dateColumn, precisionColumn, spanOf } from './project-row';
import type { PublicRecord } from './record-at';
import { placesWithin } from './table-conditions';

/** A dated event of the record: a milestone of a project, or the end of the project that was promised last. */
export interface CalendarDay extends ChosenDay {
  readonly of: 'milestone' | 'project';
  readonly slug: string;
  readonly projectSlug: string;
  readonly projectTitle: string;
  /** Of a milestone. */
  readonly title: string | null;
  readonly type: (typeof milestoneTypes)[number] | null;
  readonly planned: DateSpan | null;
  readonly forecast: DateSpan | null;
  readonly actual: DateSpan | null;
  readonly isCancelled: boolean;
  /** How often a date that is stated of it was changed. It never falls. */
  readonly moves: number;
  readonly publishedAt: Date;
  readonly source: { readonly title: string; readonly publisher: string | null; readonly url: string | null };
}

/** Calendars are fetched whole, again and again: of more days than these, those nearest to today. */
export const longestCalendar = 2000;

/** The milestones and the promised or reached ends of the projects that a filter leaves. */
export async function readCalendar(record: PublicRecord, of: FilterValues): Promise<readonly CalendarDay[]> {
  const projects = Prisma.join(
    [
      Prisma.sql`true`,
      of.project && Prisma.sql`p.slug = ${of.project}`,
      of.programme && Prisma.sql`p.programme_slug = ${of.programme}`,
      of.sector && Prisma.sql`p.sector::text = ${of.sector}`,
      of.place &&
        Prisma.sql`p.id in (select pp.version_id from project_place pp where pp.place_slug in ${placesWithin(of.place)})`,
    ].filter((condition) => condition instanceof Prisma.Sql),
    ' and ',
  );
  const rows = await record.query`
    with moved as (
      select kind, case kind when 'progress_report' then coalesce(after->>'projectSlug', before->>'projectSlug') else slug end as slug,
        count(*) as moves, max(published_at) as last
      from public_revision
      where kind in ('milestone', 'project', 'progress_report') and (before is not null or kind = 'progress_report')
        and (${datesOf('before')}) is distinct from (${datesOf('after')})
      group by 1, 2
    ),
    dated as (
      select 'milestone' as of, m.slug, p.slug as project_slug, p.title as project_title, m.title, m.type::text,
        m.planned_on_first as planned_first, m.planned_on_last as planned_last, m.planned_on_precision::text as planned_precision,
        m.forecast_on_first as forecast_first, m.forecast_on_last as forecast_last, m.forecast_on_precision::text as forecast_precision,
        m.actual_on_first as actual_first, m.actual_on_last as actual_last, m.actual_on_precision::text as actual_precision,
        p.status = 'cancelled' as is_cancelled, coalesce(moved.moves, 0) as moves, m.published_at, m.source_slug
      from current_milestone m join current_project p on p.slug = m.project_slug
      left join moved on moved.kind = 'milestone' and moved.slug = m.slug
      where ${projects}
      union all
      select 'project', p.slug, p.slug, p.title, null, null,
        now.baseline_first, now.baseline_last, now.baseline_precision::text,
        now.promised_first, now.promised_last, now.promised_precision::text,
        p.actual_end_on_first, p.actual_end_on_last, p.actual_end_on_precision::text,
        p.status = 'cancelled', coalesce(own_moves.moves, 0) + coalesce(report_moves.moves, 0),
        greatest(p.published_at, own_moves.last, report_moves.last), p.source_slug
      from ${projectsNow(record.day)}
      left join moved own_moves on own_moves.kind = 'project' and own_moves.slug = p.slug
      left join moved report_moves on report_moves.kind = 'progress_report' and report_moves.slug = p.slug
      where ${projects}
    )
    select dated.*, source.title as source_title, source.publisher as source_publisher, source.url as source_url
    from dated left join latest_source source on source.slug = dated.source_slug
    where coalesce(actual_last, forecast_last, planned_last) is not null
    order by abs(coalesce(actual_last, forecast_last, planned_last) - ${record.day}::date), of, slug
    limit ${longestCalendar}`;
  return z
    .array(row)
    .parse(rows)
    .flatMap((read): CalendarDay[] => {
      const chosen = chosenDay(read);
      return chosen ? [{ ...read, ...chosen }] : [];
    });
}

/** The dates that a revision states, of whichever of the three kinds it is. */
function datesOf(side: 'before' | 'after'): Prisma.Sql {
  const content = Prisma.raw(side);
  const stated = [
    'plannedOn',
    'forecastOn',
    'actualOn',
    'baselineEndOn',
    'forecastEndOn',
    'actualEndOn',
    'promisedEndOn',
  ];
  return Prisma.sql`jsonb_build_array(${Prisma.join(stated.map((field) => Prisma.sql`${content}->>${field}`))})`;
}

const date = dateColumn.nullable();
const precision = precisionColumn.nullable();

const row = z
  .object({
    of: z.enum(['milestone', 'project']),
    slug: z.string(),
    project_slug: z.string(),
    project_title: z.string(),
    title: z.string().nullable(),
    type: z.enum(milestoneTypes).nullable(),
    planned_first: date,
    planned_last: date,
    planned_precision: precision,
    forecast_first: date,
    forecast_last: date,
    forecast_precision: precision,
    actual_first: date,
    actual_last: date,
    actual_precision: precision,
    is_cancelled: z.boolean(),
    moves: countColumn,
    published_at: z.date(),
    source_title: z.string().nullable(),
    source_publisher: z.string().nullable(),
    source_url: z.string().nullable(),
  })
  .transform((read) => ({
    of: read.of,
    slug: read.slug,
    projectSlug: read.project_slug,
    projectTitle: read.project_title,
    title: read.title,
    type: read.type,
    planned: spanOf({ first: read.planned_first, last: read.planned_last, precision: read.planned_precision }),
    forecast: spanOf({ first: read.forecast_first, last: read.forecast_last, precision: read.forecast_precision }),
    actual: spanOf({ first: read.actual_first, last: read.actual_last, precision: read.actual_precision }),
    isCancelled: read.is_cancelled,
    moves: read.moves,
    publishedAt: read.published_at,
    source: { title: read.source_title ?? '', publisher: read.source_publisher, url: read.source_url },
  }));
