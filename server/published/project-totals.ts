import 'server-only';
import * as z from 'zod';
import type { IsoDate } from '@/domain/calendar';
import type { ProjectFilter } from '@/domain/filter';
import { sectors } from '@/domain/vocabulary';
import { Prisma } from '@/prisma/generated/client/client';
import { projectsNow, projectWhere } from './filter-sql';
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
 */
export function plannedTotalsSql(filter: ProjectFilter, today: IsoDate, language: string, isBySector = false): Prisma.Sql {
  return Prisma.sql`
    with recursive chosen as (
      select p.id, p.slug, p.part_of_slug, p.status, p.sector from ${projectsNow(today)} where ${projectWhere(filter)}
    ),
    stated as (
      select chosen.slug, chosen.status, chosen.sector, m.measure, m.planned_quantity, m.qualifier
      from chosen
      join project_measure m on m.version_id = chosen.id
      join current_code code on code.list = 'measure' and code.code = m.measure and code.is_summable
    ),
    above (slug, whole_slug) as (
      select slug, part_of_slug from chosen where part_of_slug is not null
      union
      select above.slug, p.part_of_slug
      from above
      join current_project p on p.slug = above.whole_slug
      where p.part_of_slug is not null
    ),
    summed_above as (
      select above.slug, whole.measure, bool_or(whole.status in ('completed', 'in_use')) as is_built
      from above
      join stated whole on whole.slug = above.whole_slug and whole.planned_quantity is not null
      group by above.slug, whole.measure
    ),
    marked as (
      select stated.*, stated.status in ('completed', 'in_use') as is_built,
        whole.slug is not null as is_within, whole.is_built is true as is_within_built
      from stated
      left join summed_above whole on whole.slug = stated.slug and whole.measure = stated.measure
    )
    select ${isBySector ? Prisma.sql`marked.sector::text` : Prisma.sql`null`} as sector, marked.measure, code_label_in('measure', marked.measure, ${language}) as label, max(code.unit) as unit,
      (sum(planned_quantity) filter (where not is_within))::float8 as planned,
      case when count(planned_quantity) filter (where not is_within) > 0 then
        coalesce(sum(planned_quantity) filter (where is_built and not is_within_built), 0)::float8
      end as built,
      coalesce(bool_and(marked.qualifier is null or marked.qualifier = 'exact') filter (where not is_within), true) as "isExact",
      count(planned_quantity) filter (where not is_within) as stated,
      count(*) filter (where planned_quantity is null and not is_within) as unknown,
      count(*) filter (where is_within) as parts
    from marked
    join current_code code on code.list = 'measure' and code.code = marked.measure
    group by ${isBySector ? Prisma.sql`marked.sector, ` : Prisma.empty}marked.measure
    order by stated desc, label`;
}
