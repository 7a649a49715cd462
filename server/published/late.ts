import 'server-only';
import * as z from 'zod';
import type { FilterValues } from '@/domain/export/filters';
import { noForecastReasons } from '@/domain/forecast/expected-finish';
import { latenesses } from '@/domain/lateness';
import { projectStatuses, sectors } from '@/domain/vocabulary';
import { Prisma } from '@/prisma/generated/client/client';
import { lateFilterOf, lateListSql, lateRowsSql } from './late-sql';
import { countColumn, dateColumn, precisionColumn, spanOf } from './project-row';
import type { PublicRecord } from './record-at';

export const latePerPage = 25;

export interface LateList {
  readonly rows: readonly LateProject[];
  /** Open projects that the filter leaves, by how they stand to their promise; whatever of these is asked for. */
  readonly counts: readonly LatenessCount[];
}

export type LateProject = z.output<typeof lateProject>;
export type LatenessCount = z.output<typeof latenessCount>;

/** One page of the open projects that a filter leaves, late ones first, and how many there are of each kind. */
export async function readLateList(
  record: PublicRecord,
  filters: FilterValues,
  page: number,
  language: string,
): Promise<LateList> {
  const filter = lateFilterOf(filters);
  const rows = { limit: latePerPage, offset: (page - 1) * latePerPage };
  const [listed, counts] = await Promise.all([
    record.query(lateRowsSql(filter, record.day, language, rows)),
    record.query(Prisma.sql`
      select late.lateness, count(*), count(*) filter (where late.no_forecast is null) as expected
      from (${lateListSql(filter.projects, record.day)}) as late
      group by late.lateness`),
  ]);
  return { rows: z.array(lateProject).parse(listed), counts: z.array(latenessCount).parse(counts) };
}

const latenessCount = z.object({ lateness: z.enum(latenesses), count: countColumn, expected: countColumn });

const day = dateColumn.nullable();

const lateProject = z
  .object({
    slug: z.string(),
    title: z.string(),
    title_is_official_name: z.boolean(),
    sector: z.enum(sectors),
    status: z.enum(projectStatuses),
    place_slugs: z.array(z.string()).nullable(),
    place_names: z.array(z.string()).nullable(),
    lateness: z.enum(latenesses),
    promised_end_on_first: day,
    promised_end_on_last: day,
    promised_end_on_precision: precisionColumn.nullable(),
    late_by_days: z.number().nullable(),
    passed_by_days: z.number().nullable(),
    last_report_on: day,
    expected_first: day,
    expected_on: day,
    expected_last: day,
    no_forecast: z.enum(noForecastReasons).nullable(),
  })
  .transform((row) => ({
    slug: row.slug,
    title: row.title,
    isOfficialName: row.title_is_official_name,
    sector: row.sector,
    status: row.status,
    places: (row.place_slugs ?? []).map((slug, index) => ({ slug, name: row.place_names?.[index] ?? slug })),
    lateness: row.lateness,
    promisedEndOn: spanOf({
      first: row.promised_end_on_first,
      last: row.promised_end_on_last,
      precision: row.promised_end_on_precision,
    }),
    lateByDays: row.late_by_days,
    passedByDays: row.passed_by_days,
    lastReportOn: row.last_report_on,
    expected:
      row.expected_first && row.expected_on && row.expected_last
        ? { first: row.expected_first, on: row.expected_on, last: row.expected_last }
        : null,
    noForecast: row.no_forecast,
  }));
