import 'server-only';
import * as z from 'zod';
import type { IsoDate } from '@/domain/calendar';
import type { ProjectFilter } from '@/domain/filter';
import { sectors } from '@/domain/vocabulary';
import { Prisma } from '@/prisma/generated/client/client';
import { projectsFor, projectWhere } from './filter-sql';
import { countColumn } from './project-row';

/** What the projects of a filter plan, in one measure, with what the sum leaves out. */
export type PlannedTotal = z.output<typeof plannedTotal>;

export const plannedTotal = z.object({
  /** Null where the sum is over all sectors. */
  sector: z.enum(sectors).nullable(),
  measure: z.string(),
  label: z.string(),
  unit: z.string().nullable(),
  planned: z.number().nullable(),
  /** Of it, in projects that are completed or in use. */
  built: z.number().nullable(),
  isExact: z.boolean(),
  /** Projects in the sum. */
  stated: countColumn,
  /** Projects that name the measure and no quantity. */
  unknown: countColumn,
  /** Parts whose whole states the measure and is in the sum. */
  parts: countColumn,
});

/**
 * The rule of `sumOfWholes` in domain/roll-up.ts for whole tables: only measures that may be summed, and no part whose
 * whole is summed. What is built is a sum of its own: parts that are built count in it while their whole is underway.
 *
 * Everything is added up in one pass, and the parts of summed wholes, which are few, are taken off again.
 */
export function plannedTotalsSql(
  filter: ProjectFilter,
  today: IsoDate,
  language: string,
  isBySector = false,
): Prisma.Sql {
  return Prisma.sql`
    with recursive chosen as not materialized (
      select p.id, p.slug, p.part_of_slug, p.status in ('completed', 'in_use') as is_built,
        ${isBySector ? Prisma.sql`p.sector` : Prisma.sql`null::"Sector"`} as sector
      from ${projectsFor(filter, today)}
      where ${projectWhere(filter)}
    ),
    part as materialized (
      select * from chosen where part_of_slug is not null
    ),
    above (slug, whole_slug) as (
      select slug, part_of_slug from part
      union
      select above.slug, p.part_of_slug
      from above
      join current_project p on p.slug = above.whole_slug
      where p.part_of_slug is not null
    ),
    within as (
      select part.sector, m.measure, m.planned_quantity, m.qualifier, part.is_built and bool_or(whole.is_built) as is_built
      from above
      join part on part.slug = above.slug
      join chosen whole on whole.slug = above.whole_slug
      join project_measure whole_m on whole_m.version_id = whole.id and whole_m.planned_quantity is not null
      join project_measure m on m.version_id = part.id and m.measure = whole_m.measure
      group by m.id, part.sector, part.is_built
    ),
    inside as (
      select sector, measure, sum(planned_quantity) as planned, sum(planned_quantity) filter (where is_built) as built,
        count(planned_quantity) as stated, count(*) as rows, count(*) filter (where qualifier <> 'exact') as inexact
      from within
      group by sector, measure
    ),
    every as (
      select chosen.sector, m.measure, sum(m.planned_quantity) as planned,
        sum(m.planned_quantity) filter (where chosen.is_built) as built,
        count(m.planned_quantity) as stated, count(*) as rows, count(*) filter (where m.qualifier <> 'exact') as inexact
      from chosen
      join project_measure m on m.version_id = chosen.id
      group by chosen.sector, m.measure
    ),
    total as (
      select every.sector, every.measure, every.stated - coalesce(inside.stated, 0) as stated,
        every.rows - coalesce(inside.rows, 0) as rows, coalesce(inside.rows, 0) as parts,
        every.inexact - coalesce(inside.inexact, 0) as inexact,
        every.planned - coalesce(inside.planned, 0) as planned, coalesce(every.built, 0) - coalesce(inside.built, 0) as built
      from every
      left join inside on inside.measure = every.measure and inside.sector is not distinct from every.sector
    )
    select total.sector::text, total.measure, code_label_in('measure', total.measure, ${language}) as label, code.unit,
      case when total.stated > 0 then total.planned::float8 end as planned,
      case when total.stated > 0 then total.built::float8 end as built,
      total.inexact = 0 as "isExact", total.stated, total.rows - total.stated as unknown, total.parts
    from total
    join current_code code on code.list = 'measure' and code.code = total.measure and code.is_summable
    order by total.stated desc, label`;
}
