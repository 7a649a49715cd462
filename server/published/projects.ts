import 'server-only';
import * as z from 'zod';
import type { IsoDate } from '@/domain/calendar';
import type { KnownValues, ProjectFilter } from '@/domain/filter';
import { projectStatuses, sectors } from '@/domain/vocabulary';
import { Prisma } from '@/prisma/generated/client/client';
import { projectsNow, projectWhere } from './filter-sql';
import { projectListSql } from './project-list-sql';
import { plannedTotalsSql, plannedTotal, type PlannedTotal } from './project-totals';
import { countColumn, listedProject, type ListedProject } from './project-row';
import type { PublicRecord } from './record-at';

export const projectsPerPage = 25;

/** What a filter leaves: one page of it, and what all of it adds up to. */
export interface ProjectList {
  readonly rows: readonly ListedProject[];
  readonly count: number;
  /** Projects in the record, whatever the filter. */
  readonly known: number;
  readonly late: number;
  /** Open, and nothing said of them in twelve months. */
  readonly unreported: number;
  readonly groups: readonly StatusCount[];
  readonly planned: readonly PlannedTotal[];
}

export type StatusCount = z.output<typeof statusCount>;

const statusCount = z.object({
  sector: z.enum(sectors),
  status: z.enum(projectStatuses),
  count: countColumn,
  late: countColumn,
  unreported: countColumn,
});

export async function readProjects(
  record: PublicRecord,
  filter: ProjectFilter,
  language: string,
): Promise<ProjectList> {
  const page = { limit: projectsPerPage, offset: (filter.page - 1) * projectsPerPage };
  const [rows, groups, known, planned] = await Promise.all([
    record.query(projectListSql(filter, record.day, language, page)),
    record.query(statusCountsSql(filter, record.day)),
    record.query(Prisma.sql`select count(*) from current_project`),
    record.query(plannedTotalsSql(filter, record.day, language)),
  ]);
  const counts = z.array(statusCount).parse(groups);
  const sum = (of: 'count' | 'late' | 'unreported') => counts.reduce((total, group) => total + group[of], 0);
  return {
    rows: z.array(listedProject).parse(rows),
    count: sum('count'),
    known: z.tuple([z.object({ count: countColumn })]).parse(known)[0].count,
    late: sum('late'),
    unreported: sum('unreported'),
    groups: counts,
    planned: z.array(plannedTotal).parse(planned),
  };
}

export function statusCountsSql(filter: ProjectFilter, today: IsoDate): Prisma.Sql {
  return Prisma.sql`
    select p.sector::text, p.status::text, count(*),
      count(now.late_by_days) as late, count(*) filter (where now.is_unreported) as unreported
    from ${projectsNow(today)}
    where ${projectWhere(filter)}
    group by p.sector, p.status
    order by p.sector, p.status`;
}

/** What the choices of the filter bar are: values that some project has. */
export interface FilterChoices {
  readonly subsectors: readonly Choice[];
  readonly places: readonly Choice[];
}

export type Choice = z.output<typeof choice>;

const choice = z.object({ value: z.string(), label: z.string() });

export async function readFilterChoices(record: PublicRecord, language: string): Promise<FilterChoices> {
  const [subsectors, places] = await Promise.all([
    record.query`
      select used.subsector as value, code_label_in('subsector', used.subsector, ${language}) as label
      from (select distinct subsector from current_project) as used
      order by label`,
    record.query`
      select used.ancestor_slug as value, place_name_in(used.ancestor_slug, ${language}) as label
      from (
        select distinct above.ancestor_slug
        from current_project p
        join project_place at_place on at_place.version_id = p.id
        join current_place_ancestry above on above.slug = at_place.place_slug
      ) as used
      order by label`,
  ]);
  return { subsectors: z.array(choice).parse(subsectors), places: z.array(choice).parse(places) };
}

/** The values of open lists that exist: what a filter may name, also where no project has it. */
export async function readKnownValues(record: PublicRecord): Promise<KnownValues> {
  const rows = z.tuple([z.object({ subsectors: z.array(z.string()), places: z.array(z.string()) })]).parse(
    await record.query`
        select
          array(select code from current_code where list = 'subsector' order by code) as subsectors,
          array(select slug from current_place order by slug) as places`,
  );
  return rows[0];
}
