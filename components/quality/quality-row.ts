import type { IsoDate } from '@/domain/calendar';

/** One row of the quality of the record, as its file has it too. */
export interface QualityRow {
  readonly kind: string | null;
  readonly field: string | null;
  readonly slug: string | null;
  readonly name: string | null;
  readonly count: number | null;
  readonly total: number | null;
  /** Null where there is nothing to have a share of. */
  readonly sharePercent: number | null;
  readonly lastOn: IsoDate | null;
  readonly ageDays: number | null;
  readonly isStale: boolean | null;
  /** Of the whole list that the row is in. */
  readonly rows: number;
  readonly stale: number;
  readonly undated: number;
}
