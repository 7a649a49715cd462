import 'server-only';
import * as z from 'zod';
import type { DateSpan, IsoDate } from '@/domain/calendar';
import { isBuilt, lateByDays } from '@/domain/lateness';
import { baselineEnd, lastPromise, type Slippage, slippage } from '@/domain/slippage';
import { projectStatuses } from '@/domain/vocabulary';
import { dateColumn, precisionColumn, spanOf } from './project-row';
import type { PublicRecord } from './record-at';

/** A project by its dates: what was promised first, what is promised or done, and how far apart they are. */
export interface DatedProject {
  readonly slug: string;
  readonly title: string;
  readonly isOfficialName: boolean;
  readonly isBuilt: boolean;
  readonly from: DateSpan | null;
  /** Done on, or promised last. */
  readonly to: DateSpan | null;
  readonly promised: DateSpan | null;
  readonly slippage: Slippage | null;
  readonly lateByDays: number | null;
}

export async function readDatedProjects(
  record: PublicRecord,
  slugs: readonly string[],
): Promise<readonly DatedProject[]> {
  const [projects, promises] = await Promise.all([
    record.query`
      select slug, title, coalesce(title_is_official_name, false) as is_official_name, status::text,
        status_on_first, status_on_last, status_on_precision::text,
        baseline_end_on_first, baseline_end_on_last, baseline_end_on_precision::text,
        forecast_end_on_first, forecast_end_on_last, forecast_end_on_precision::text,
        actual_end_on_first, actual_end_on_last, actual_end_on_precision::text,
        greatest(status_on_last, (
          select max(r.reference_on_last) from current_progress_report r where r.project_slug = current_project.slug
        )) as last_report_on
      from current_project
      where slug = any(${slugs})`,
    record.query`
      select project_slug, reference_on_first, reference_on_last, reference_on_precision::text,
        promised_end_on_first, promised_end_on_last, promised_end_on_precision::text
      from current_progress_report
      where project_slug = any(${slugs}) and promised_end_on_last is not null
      order by slug`,
  ]);
  const made = z.array(promiseRow).parse(promises);
  return z
    .array(projectRow)
    .parse(projects)
    .map((project) =>
      describe(
        project,
        made.filter(({ projectSlug }) => projectSlug === project.slug),
        record.day,
      ),
    );
}

function describe(
  project: z.output<typeof projectRow>,
  promises: readonly z.output<typeof promiseRow>[],
  today: IsoDate,
): DatedProject {
  const dated = promises.flatMap(({ statedOn, promisedEndOn }) => (promisedEndOn ? [{ statedOn, promisedEndOn }] : []));
  const promised = lastPromise(project, dated);
  const built = isBuilt(project.status);
  return {
    slug: project.slug,
    title: project.title,
    isOfficialName: project.isOfficialName,
    isBuilt: built,
    from: baselineEnd(project, dated),
    to: built ? project.actualEndOn : promised,
    promised,
    slippage: slippage(project, dated),
    lateByDays: lateByDays(
      { status: project.status, promisedEndOn: promised, lastReportOn: project.lastReportOn },
      today,
    ),
  };
}

const date = dateColumn.nullable();
const precision = precisionColumn.nullable();

const projectRow = z
  .object({
    slug: z.string(),
    title: z.string(),
    is_official_name: z.boolean(),
    status: z.enum(projectStatuses),
    status_on_first: date,
    status_on_last: date,
    status_on_precision: precision,
    baseline_end_on_first: date,
    baseline_end_on_last: date,
    baseline_end_on_precision: precision,
    forecast_end_on_first: date,
    forecast_end_on_last: date,
    forecast_end_on_precision: precision,
    actual_end_on_first: date,
    actual_end_on_last: date,
    actual_end_on_precision: precision,
    last_report_on: date,
  })
  .transform((row) => ({
    slug: row.slug,
    title: row.title,
    isOfficialName: row.is_official_name,
    status: row.status,
    statusOn: spanOf({ first: row.status_on_first, last: row.status_on_last, precision: row.status_on_precision }),
    baselineEndOn: spanOf({
      first: row.baseline_end_on_first,
      last: row.baseline_end_on_last,
      precision: row.baseline_end_on_precision,
    }),
    forecastEndOn: spanOf({
      first: row.forecast_end_on_first,
      last: row.forecast_end_on_last,
      precision: row.forecast_end_on_precision,
    }),
    actualEndOn: spanOf({
      first: row.actual_end_on_first,
      last: row.actual_end_on_last,
      precision: row.actual_end_on_precision,
    }),
    lastReportOn: row.last_report_on && { last: row.last_report_on },
  }));

const promiseRow = z
  .object({
    project_slug: z.string(),
    reference_on_first: date,
    reference_on_last: date,
    reference_on_precision: precision,
    promised_end_on_first: date,
    promised_end_on_last: date,
    promised_end_on_precision: precision,
  })
  .transform((row) => ({
    projectSlug: row.project_slug,
    statedOn: spanOf({
      first: row.reference_on_first,
      last: row.reference_on_last,
      precision: row.reference_on_precision,
    }),
    promisedEndOn: spanOf({
      first: row.promised_end_on_first,
      last: row.promised_end_on_last,
      precision: row.promised_end_on_precision,
    }),
  }));
