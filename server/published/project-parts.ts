import 'server-only';
import * as z from 'zod';
import { projectStatuses, sectors } from '@/domain/vocabulary';
import { progressSql } from './project-list-sql';
import { countColumn, dateColumn, precisionColumn, spanOf } from './project-row';
import type { PublicRecord } from './record-at';

export type ProjectPart = Awaited<ReturnType<typeof readParts>>[number];
export type RelatedProject = z.output<typeof relatedProject>;

/** The parts of a whole, with what its progress is computed from. */
export async function readParts(record: PublicRecord, slug: string) {
  const rows = await record.query`
    select p.slug, p.title, coalesce(p.title_is_official_name, false) as is_official_name, p.status::text,
      p.status_on_first, p.status_on_last, p.status_on_precision::text, p.part_weight::float8 as weight,
      report.percent::float8 as percent, report.on_first, report.on_last, report.on_precision::text,
      (
        select coalesce(jsonb_object_agg(m.measure, m.planned_quantity), '{}')
        from project_measure m
        where m.version_id = p.id and m.planned_quantity is not null
      ) as planned
    from current_project p
    left join lateral (${progressSql}) as report on true
    where p.part_of_slug = ${slug}
    order by p.title, p.slug`;
  return z
    .array(partRow)
    .parse(rows)
    .map((row) => ({
      slug: row.slug,
      title: row.title,
      isOfficialName: row.is_official_name,
      status: row.status,
      statusOn: spanOf({ first: row.status_on_first, last: row.status_on_last, precision: row.status_on_precision }),
      weight: row.weight,
      progressPercent: row.percent,
      progressOn: spanOf({ first: row.on_first, last: row.on_last, precision: row.on_precision }),
      planned: row.planned,
    }));
}

const partRow = z.object({
  slug: z.string(),
  title: z.string(),
  is_official_name: z.boolean(),
  status: z.enum(projectStatuses),
  status_on_first: dateColumn.nullable(),
  status_on_last: dateColumn.nullable(),
  status_on_precision: precisionColumn.nullable(),
  weight: z.number().nullable(),
  percent: z.number().nullable(),
  on_first: dateColumn.nullable(),
  on_last: dateColumn.nullable(),
  on_precision: precisionColumn.nullable(),
  planned: z.record(z.string(), z.number()),
});

const mostRelated = 8;

const relatedProject = z.object({
  slug: z.string(),
  title: z.string(),
  isOfficialName: z.boolean(),
  sector: z.enum(sectors),
  status: z.enum(projectStatuses),
  /** How many there are, shown or not. */
  total: countColumn,
});

/** Other projects at the same places or of the same landmark; parts and whole stand elsewhere on the page. */
export async function readRelated(record: PublicRecord, slug: string, versionId: string) {
  const rows = await record.query`
    select p.slug, p.title, coalesce(p.title_is_official_name, false) as "isOfficialName", p.sector::text, p.status::text,
      count(*) over () as total
    from current_project p
    join latest_project self on self.id = ${versionId}::uuid
    where p.slug <> ${slug}
      and p.part_of_slug is distinct from ${slug}
      and p.slug is distinct from self.part_of_slug
      and (
        p.landmark_slug = self.landmark_slug
        or p.id in (
          select other.version_id
          from project_place mine
          join project_place other on other.place_slug = mine.place_slug
          where mine.version_id = self.id
        )
      )
    order by (p.landmark_slug = self.landmark_slug) is true desc, p.sector = self.sector desc, p.title, p.slug
    limit ${mostRelated}`;
  return z.array(relatedProject).parse(rows);
}
