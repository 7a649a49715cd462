import 'server-only';
import * as z from 'zod';
import type { ComparedDays } from '@/domain/compared-days';
import type { FilterValues } from '@/domain/export/filters';
import type { Content } from '@/domain/record/content';
import { recordKinds } from '@/domain/record/kinds';
import { reasonKinds, recordChanges, sectors } from '@/domain/vocabulary';
import { changesSql } from './changes-sql';
import { countColumn } from './project-row';
import { dayOfRecord } from './project-statement';
import { type PublicRecord, recordAsOf } from './record-at';

export const changesPerPage = 50;

export type ChangedRecord = Awaited<ReturnType<typeof readChanges>>['lines'][number];
export type ChangeGroup = z.output<typeof group>;

/** One page of what the record says otherwise on two days, and how many there are by sector and by district. */
export async function readChanges(
  record: PublicRecord,
  days: ComparedDays,
  filters: FilterValues,
  page: number,
  language: string,
) {
  const [{ groups, lines }] = z.tuple([answer]).parse(
    await recordAsOf(record, days.to).query`
      with c as materialized (${changesSql(days, filters)})
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
  return { groups, lines, total: groups.reduce((sum, { count }) => sum + count, 0) };
}

// Written by publish after the definition's own checks; their cells are read field by field.
const content = z.record(z.string(), z.unknown()).transform((value) => value as Content);

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
