import 'server-only';
import * as z from 'zod';
import { qualityMeasures } from '@/domain/quality';
import { env } from '../env';
import { dateColumn } from './project-row';
import { qualitySql } from './quality-sql';
import type { PublicRecord } from './record-at';

/** Rows of the lists that are shown on the page; the file has all of them. */
export const qualityRowsShown = 25;

const qualityRow = z
  .object({
    measure: z.enum(qualityMeasures),
    kind: z.string().nullable(),
    field: z.string().nullable(),
    slug: z.string().nullable(),
    name: z.string().nullable(),
    count: z.number().nullable(),
    total: z.number().nullable(),
    share_percent: z.number().nullable(),
    last_on: dateColumn.nullable(),
    age_days: z.number().nullable(),
    is_stale: z.boolean().nullable(),
    rows: z.coerce.number(),
    stale: z.coerce.number(),
    undated: z.coerce.number(),
  })
  .transform(({ share_percent, last_on, age_days, is_stale, ...row }) => ({
    ...row,
    sharePercent: share_percent,
    lastOn: last_on,
    ageDays: age_days,
    isStale: is_stale,
  }));

export type QualityRow = z.output<typeof qualityRow>;

export interface Quality {
  readonly completeness: readonly QualityRow[];
  readonly verification: readonly QualityRow[];
  /** The oldest first; `rows`, `stale` and `undated` of each row count all of its list. */
  readonly projects: readonly QualityRow[];
  readonly organisations: readonly QualityRow[];
  readonly contradictions: readonly QualityRow[];
  readonly staleAfterDays: number;
}

/** The quality of the record on its day: the short lists whole, of the long ones the rows that come first. */
export async function readQuality(record: PublicRecord): Promise<Quality> {
  const found = z.array(qualityRow).parse(
    await record.query`
      select * from (
        select quality.*, count(*) over of_measure as rows,
          count(*) filter (where is_stale) over of_measure as stale,
          count(*) filter (where last_on is null) over of_measure as undated,
          row_number() over (partition by measure order by age_days desc nulls last, kind, slug) as place
        from (${qualitySql(record)}) quality
        window of_measure as (partition by measure)
      ) placed
      where measure in ('completeness', 'verification') or place <= ${qualityRowsShown}
      order by measure, place`,
  );
  const of = (measure: QualityRow['measure']) => found.filter((row) => row.measure === measure);
  return {
    completeness: of('completeness'),
    verification: of('verification'),
    projects: of('project_report'),
    organisations: of('organisation_report'),
    contradictions: of('contradiction'),
    staleAfterDays: env.CORNERSTONE_STALE_AFTER_DAYS,
  };
}
