import 'server-only';
import * as z from 'zod';
import type { IsoDate } from '@/domain/calendar';
import type { ComparedDays } from '@/domain/compared-days';
import { everyProject } from '@/domain/filter';
import {
  type PlannedSum,
  plannedMovement,
  type PromisedDay,
  promiseMovement,
  type TotalOnDay,
  totalMovement,
} from '@/domain/movement';
import { sectors } from '@/domain/vocabulary';
import { today } from '../clock';
import { projectsNow } from './filter-sql';
import { dateColumn } from './project-row';
import { plannedTotal, plannedTotalsSql } from './project-totals';
import { type PublicRecord, recordAt } from './record-at';
import { originLabelSql, originSql, totalClaimsSql } from './total-claims-sql';

/** What one place and sector the movement is told of; null is all. */
export interface MovementFilter {
  readonly sector: (typeof sectors)[number] | null;
  readonly place: string | null;
}

/** By how much the figures of the record differ between two days: each asked as on its own page, of either day. */
export async function readMovement(
  { from, to }: ComparedDays,
  filter: MovementFilter,
  language: string,
  latest = today(),
) {
  const at = (day: IsoDate) =>
    figuresAt(recordAt({ asOf: day < latest ? day : null, until: null }, latest), filter, language);
  const [before, after] = await Promise.all([at(from), at(to)]);
  return {
    planned: plannedMovement(before.planned, after.planned),
    promised: promiseMovement(before.promised, after.promised),
    totals: totalMovement(before.totals, after.totals),
  };
}

async function figuresAt(record: PublicRecord, { sector, place }: MovementFilter, language: string) {
  const filter = { ...everyProject, sector, place };
  const [planned, promised, totals] = await Promise.all([
    record.query(plannedTotalsSql(filter, record.day, language, true)),
    record.query`
      select p.slug, p.sector::text, now.promised_last as on
      from ${projectsNow(record.day)}
      where now.promised_last is not null and p.status not in ('completed', 'in_use', 'cancelled')
        and (${sector}::text is null or p.sector::text = ${sector})
        and (${place}::text is null or p.id in (
          select pp.version_id from project_place pp join current_place_ancestry a on a.slug = pp.place_slug where a.ancestor_slug = ${place}))`,
    sector === null
      ? record.query`
        select t.field as metric, t.value::float8 as value, v.kind::text, v.place_slug as "placeSlug",
          place_name_in(v.place_slug, ${language}) as "placeName", v.population_group as "populationGroup", v.event,
          ${originSql} as origin, ${originLabelSql(language)} as "originLabel",
          code_label_in('population_group', v.population_group, ${language}) as "groupLabel"
        from (${totalClaimsSql(place ? { place } : {})}) t
        join current_resettlement v on v.slug = t.slug`
      : [],
  ]);
  return {
    planned: z.array(plannedTotal).parse(planned) satisfies readonly PlannedSum[],
    promised: z.array(promisedDay).parse(promised) satisfies readonly PromisedDay[],
    totals: z.array(totalOnDay).parse(totals) satisfies readonly TotalOnDay[],
  };
}

const promisedDay = z.object({ slug: z.string(), sector: z.enum(sectors), on: dateColumn });

const totalOnDay = z.object({
  metric: z.enum(['families', 'persons']),
  value: z.number(),
  kind: z.string(),
  placeSlug: z.string(),
  placeName: z.string(),
  populationGroup: z.string(),
  groupLabel: z.string(),
  event: z.string().nullable(),
  origin: z.string().nullable(),
  originLabel: z.string().nullable(),
});
