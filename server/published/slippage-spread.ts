import 'server-only';
import * as z from 'zod';
import type { ProjectFilter } from '@/domain/filter';
import type { IsoDate } from '@/domain/calendar';
import { Prisma } from '@/prisma/generated/client/client';
import { projectsNow, projectWhere } from './filter-sql';
import { countColumn } from './project-row';
import type { PublicRecord } from './record-at';

export type SlippageSpread = z.output<typeof slippageSpread>;

const slippageSpread = z
  .object({
    kind: z.enum(['all', 'sector', 'district']),
    slug: z.string(),
    name: z.string().nullable(),
    projects: countColumn,
    known: countColumn,
    unknown: countColumn,
    low_quartile_days: z.number().nullable(),
    median_days: z.number().nullable(),
    high_quartile_days: z.number().nullable(),
  })
  .transform(({ low_quartile_days, median_days, high_quartile_days, ...row }) => ({
    ...row,
    days:
      low_quartile_days === null || median_days === null || high_quartile_days === null
        ? null
        : { low: low_quartile_days, middle: median_days, high: high_quartile_days },
  }));

/** How slippage spreads over the projects that a filter leaves: over all, by sector, and by district. */
export async function readSlippageSpread(
  record: PublicRecord,
  filter: ProjectFilter,
  language: string,
): Promise<readonly SlippageSpread[]> {
  return z.array(slippageSpread).parse(await record.query(slippageSpreadSql(filter, record.day, language)));
}

/**
 * The slippage of a project is counted to the last day of its outcome or last promise. Cancelled projects have none and are
 * left out; a project at places of two districts counts in both.
 */
export function slippageSpreadSql(filter: ProjectFilter, today: IsoDate, language: string): Prisma.Sql {
  return Prisma.sql`
    with one as materialized (
      select p.id, p.sector, now.slipped_most_days as days
      from ${projectsNow(today)}
      where p.status <> 'cancelled' and ${projectWhere(filter)}
    ),
    in_district as (
      select distinct district.slug, one.id, one.days
      from one
      join project_place at_place on at_place.version_id = one.id
      join current_place_ancestry above on above.slug = at_place.place_slug
      join current_place district on district.slug = above.ancestor_slug and district.type = 'district'
    ),
    spread as (
      select 'all' as kind, 'all' as slug, ${figures} from one having count(*) > 0
      union all
      select 'sector', sector::text, ${figures} from one group by sector
      union all
      select 'district', slug, ${figures} from in_district group by slug
    )
    select kind, slug, case when kind = 'district' then place_name_in(slug, ${language}) end as name,
      projects, known, projects - known as unknown, quartiles[1] as low_quartile_days, quartiles[2] as median_days,
      quartiles[3] as high_quartile_days
    from spread
    order by array_position(array['all', 'sector', 'district'], kind), projects desc, slug`;
}

const figures = Prisma.sql`count(*) as projects, count(days) as known,
  percentile_cont(array[0.25, 0.5, 0.75]) within group (order by days) as quartiles`;
