import 'server-only';
import * as z from 'zod';
import type { ReferenceClass } from '@/domain/forecast/reference-class';
import type { Sector } from '@/domain/vocabulary';
import { referenceClassesSql } from './late-sql';
import type { PublicRecord } from './record-at';

/** How long completed projects of one kind took against their plans: the rule of domain/forecast/reference-class.ts. */
export async function readReferenceClass(
  record: PublicRecord,
  { sector, subsector }: { readonly sector: Sector; readonly subsector: string },
): Promise<ReferenceClass | null> {
  const rows = await record.query`
    with one as materialized (
      select p.sector, p.subsector, p.status, coalesce(p.baseline_start_on_last, p.actual_start_on_last) as start_last,
        p.actual_end_on_last as ended_last,
        coalesce(p.baseline_end_on_last, (
          select r.promised_end_on_last from current_progress_report r
          where r.project_slug = p.slug and r.promised_end_on_last is not null and r.reference_on_last is not null
          order by r.reference_on_last, r.slug
          limit 1
        )) as baseline_last
      from current_project p
      where p.sector = ${sector}::"Sector" and p.status in ('completed', 'in_use') and p.actual_end_on_last is not null
        and coalesce(p.baseline_start_on_last, p.actual_start_on_last) is not null
    )
    select case when subsector is null then 'sector' else 'subsector' end as of, size, ratio[1] as low, ratio[2] as middle, ratio[3] as high
    from (${referenceClassesSql}) as reference_class
    where subsector = ${subsector} or subsector is null
    order by subsector is null
    limit 1`;
  return z.array(referenceClass).parse(rows)[0] ?? null;
}

const referenceClass = z.object({
  of: z.enum(['subsector', 'sector']),
  size: z.number(),
  low: z.number(),
  middle: z.number(),
  high: z.number(),
});
