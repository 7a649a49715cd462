import 'server-only';
import * as z from 'zod';
import type { IsoDate } from '@/domain/calendar';
import { type RecordKind, recordKinds } from '@/domain/record/kinds';
import { changeActions } from '@/domain/submission/change';
import { reasonKinds } from '@/domain/vocabulary';
import { env } from '../env';
import { countColumn, dateColumn } from './project-row';
import { dayOfRecord } from './project-statement';
import type { PublicRecord } from './record-at';

export interface RecentChanges {
  /** Of the last thirty days, latest first. */
  readonly days: readonly DayOfChanges[];
  /** Changes to what was published before, and new reports; latest first. */
  readonly latest: readonly LatestChange[];
}

export interface DayOfChanges {
  readonly on: IsoDate;
  readonly revisions: number;
  /** By kind of record; empty where there were too many to look through. */
  readonly kinds: readonly { readonly kind: RecordKind; readonly count: number }[];
}

export type LatestChange = Awaited<ReturnType<typeof readLatest>>[number];

/** Changes looked through for the latest that are more than a first publication. */
const looked = 500;
const mostNamed = 8;
/** A day with more revisions is counted and not divided by kind: this keeps the page quick after a bulk load. */
const mostDivided = 20_000;

/**
 * What was published in the last thirty days: of those whose publications the record knows. What had happened by a day says
 * nothing of publications, and does not move them. Revisions are numbered without a gap, so a day is counted by its ends.
 */
export async function readRecentChanges(record: PublicRecord): Promise<RecentChanges> {
  const [days, latest] = await Promise.all([readDays(record), readLatest(record)]);
  return { days, latest };
}

async function readDays(record: PublicRecord): Promise<readonly DayOfChanges[]> {
  const rows = await record.query`
    select on_day::date as "on", ends.last_sequence - ends.first_sequence + 1 as revisions, kinds.kinds
    from generate_series(${record.publishedUpTo}::date - 29, ${record.publishedUpTo}::date, '1 day') as on_day
    cross join lateral (
      select
        (select sequence from public_revision where published_at >= (on_day at time zone ${env.CORNERSTONE_TIME_ZONE})
          and published_at < ((on_day + interval '1 day') at time zone ${env.CORNERSTONE_TIME_ZONE})
          order by published_at limit 1) as at_first,
        (select max(sequence) from public_revision where published_at < ((on_day + interval '1 day') at time zone ${env.CORNERSTONE_TIME_ZONE})) as at_last
    ) as found
    cross join lateral (select found.at_first as first_sequence, found.at_last as last_sequence) as ends
    left join lateral (
      select jsonb_object_agg(kind, count) as kinds
      from (
        select kind, count(*) from public_revision
        where sequence between ends.first_sequence and ends.last_sequence
          and ends.last_sequence - ends.first_sequence < ${mostDivided}
        group by kind
      ) as divided
    ) as kinds on true
    where ends.first_sequence is not null
    order by on_day desc`;
  return z
    .array(z.object({ on: dateColumn, revisions: countColumn, kinds: z.record(z.string(), z.number()).nullable() }))
    .parse(rows)
    .map(({ on, revisions, kinds }) => ({
      on,
      revisions,
      kinds: recordKinds.flatMap((kind) => (kinds?.[kind] ? [{ kind, count: kinds[kind] }] : [])),
    }));
}

async function readLatest(record: PublicRecord) {
  const rows = await record.query`
    select r.sequence, r.kind::text, r.slug, r.action::text, r.reason_kind::text, r.reason, r.published_at,
      coalesce(r.after->>'title', r.after->>'name', r.slug) as title,
      case r.kind when 'project' then r.slug else r.after->>'projectSlug' end as project_slug, p.title as project_title
    from (select * from public_revision order by sequence desc limit ${looked}) as r
    left join latest_project p on p.slug = case r.kind when 'project' then r.slug else r.after->>'projectSlug' end
    where r.action <> 'add' or r.reason_kind = 'new_report'
    order by r.sequence desc
    limit ${mostNamed}`;
  return z
    .array(latestRow)
    .parse(rows)
    .map((row) => ({
      sequence: Number(row.sequence),
      kind: row.kind,
      action: row.action,
      reasonKind: row.reason_kind,
      reason: row.reason,
      publishedOn: dayOfRecord(row.published_at),
      title: row.title,
      project: row.project_slug ? { slug: row.project_slug, title: row.project_title ?? row.project_slug } : null,
    }));
}

const latestRow = z.object({
  sequence: z.bigint(),
  kind: z.enum(recordKinds),
  slug: z.string(),
  action: z.enum(changeActions),
  reason_kind: z.enum(reasonKinds),
  reason: z.string().nullable(),
  published_at: z.date(),
  title: z.string(),
  project_slug: z.string().nullable(),
  project_title: z.string().nullable(),
});
