import 'server-only';
import * as z from 'zod';
import { countColumn } from './project-row';
import type { PublicRecord } from './record-at';

export type DistrictCount = z.output<typeof districtCount>;

const districtCount = z.object({
  slug: z.string(),
  name: z.string(),
  projects: countColumn,
  underway: countColumn,
  built: countColumn,
});

/**
 * Projects at each district or within it; one at places of two districts counts in both, one at two places of a district
 * once. Projects are counted by place first, and those at several places are then looked at by themselves.
 */
export async function readDistricts(record: PublicRecord, language: string): Promise<readonly DistrictCount[]> {
  const rows = await record.query`
    with within as materialized (
      select a.slug, a.ancestor_slug as district
      from current_place_ancestry a
      join current_place d on d.slug = a.ancestor_slug
      where d.type = 'district'
    ),
    at_place as materialized (
      select at_place.place_slug, p.status, count(*) as projects
      from current_project p
      join project_place at_place on at_place.version_id = p.id
      group by at_place.place_slug, p.status
    ),
    repeated as materialized (
      select district, status, sum(times - 1) as projects
      from (
        select within.district, p.id, p.status, count(*) as times
        from (select distinct version_id from project_place where position > 0) as several
        join current_project p on p.id = several.version_id
        join project_place at_place on at_place.version_id = p.id
        join within on within.slug = at_place.place_slug
        group by within.district, p.id, p.status
      ) as at_district
      group by district, status
    ),
    counted as (
      select within.district, at_place.status, at_place.projects from at_place join within on within.slug = at_place.place_slug
      union all
      select district, status, -projects from repeated
    )
    select d.slug, place_name_in(d.slug, ${language}) as name, coalesce(sum(c.projects), 0)::int as projects,
      coalesce(sum(c.projects) filter (where c.status = 'underway'), 0)::int as underway,
      coalesce(sum(c.projects) filter (where c.status in ('completed', 'in_use')), 0)::int as built
    from current_place d
    left join counted c on c.district = d.slug
    where d.type = 'district'
    group by d.slug
    order by projects desc, name`;
  return z.array(districtCount).parse(rows);
}
