import 'server-only';
import * as z from 'zod';
import type { ComparedDays } from '@/domain/compared-days';
import type { FilterValues } from '@/domain/export/filters';
import type { Content } from '@/domain/record/content';
import { recordKinds } from '@/domain/record/kinds';
import { reasonKinds, recordChanges, sectors } from '@/domain/vocabulary';
import { changesSql, revisedSql } from './changes-sql';
import { countColumn } from './project-row';
import { dayOfRecord } from './project-statement';
import { type PublicRecord, recordAsOf } from './record-at';

export const changesPerPage = 50;

/**
 * More records than these are not compared for a page: comparing one costs about a tenth of a millisecond, and a bulk load
 * publishes hundreds of thousands. The file has all of them.
 */
export const mostComparedOnPage = 10_000;

export type ChangedRecord = Awaited<ReturnType<typeof readChanges>>['lines'][number];
export type ChangeGroup = z.output<typeof group>;

/**
 * One page of what the record says otherwise on two days, and how many there are by sector and by district. Where too many
 * records were revised, only the latest of them are compared, and `revised` says how many there were of each kind.
 */
export async function readChanges(
  record: PublicRecord,
  days: ComparedDays,
  filters: FilterValues,
  page: number,
  language: string,
  mostCompared = mostComparedOnPage,
) {
  const asOf = recordAsOf(record, days.to);
  const revised = z.array(revisedKind).parse(await asOf.query(revisedSql(days, filters)));
  const isTooMany = revised.reduce((sum, { records }) => sum + records, 0) > mostCompared;
  const [{ groups, lines }] = z.tuple([answer]).parse(
    await asOf.query`
      with c as materialized (
        select change, kind, slug, title, before, after, moved_days, reason_kind, reason, published_at, revisions, sequence, sector, district_slug
        from (${changesSql(days, filters, isTooMany ? mostCompared : undefined)}) one)
      select
        coalesce((select jsonb_agg(g) from (
          select change, sector, district_slug as "districtSlug",
            case when district_slug is not null then place_name_in(district_slug, ${language}) end as "districtName", count(*) as count
          from c group by 1, 2, 3) as g), '[]') as groups,
        coalesce((select jsonb_agg(l) from (
          select change, kind, slug, title, before, after, moved_days as "movedDays", reason_kind as "reasonKind", reason,
            published_at as "publishedAt", revisions
          from c order by sequence desc
          limit ${changesPerPage} offset ${(page - 1) * changesPerPage}) as l), '[]') as lines`,
  );
  const total = groups.reduce((sum, { count }) => sum + count, 0);
  return { groups, lines, total, revised: isTooMany ? revised : null };
}

// Written by publish after the definition's own checks; their cells are read field by field.
const content = z.record(z.string(), z.unknown()).transform((value) => value as Content);

const revisedKind = z.object({ kind: z.enum(recordKinds), records: countColumn });
export type RevisedKind = z.output<typeof revisedKind>;

const group = z.object({
  change: z.enum(recordChanges),
  sector: z.enum(sectors).nullable(),
  districtSlug: z.string().nullable(),
  districtName: z.string().nullable(),
  count: countColumn,
});

const line = z
  .object({
    change: z.enum(recordChanges),
    kind: z.enum(recordKinds),
    slug: z.string(),
    title: z.string().nullable(),
    before: content.nullable(),
    after: content.nullable(),
    movedDays: z.number().nullable(),
    reasonKind: z.enum(reasonKinds),
    reason: z.string().nullable(),
    publishedAt: z.string(),
    revisions: countColumn,
  })
  .transform(({ publishedAt, ...rest }) => ({ ...rest, publishedOn: dayOfRecord(new Date(publishedAt)) }));

const answer = z.object({ groups: z.array(group), lines: z.array(line) });
