import { daysAfter, type DateSpan, type IsoDate, monthsBefore } from '../calendar';
import { isSettled } from '../lateness';
import { type Claim, chooseClaim } from '../claims/choose-claim';
import { accept, refuse, type Result } from '../result';
import type { ProjectStatus } from '../vocabulary';
import { type EarnedSchedule, earnedSchedule } from './earned-schedule';
import type { ReferenceClass } from './reference-class';

/** What the rule reads of a project. */
export interface OpenProject {
  readonly status: ProjectStatus;
  readonly isOnHold: boolean;
  /** The planned start, else the actual one. */
  readonly startOn: DateSpan | null;
  readonly baselineEndOn: DateSpan | null;
}

/** One report that states a percentage. */
export interface StatedPercent extends Claim {
  readonly percent: number;
}

/** A percentage that nobody disputes, of a source of which nothing more is known: of made-up series and of tests. */
export const undisputed = (referenceOn: DateSpan | null, percent: number, slug = ''): StatedPercent => ({
  slug,
  referenceOn,
  percent,
  rivals: [],
  statement: { verification: 'reported', source: null },
});

/** When a project ends if it goes on as reported: ours, worked out, and never a promise. */
export interface ExpectedFinish extends EarnedSchedule {
  readonly method: 'earned_schedule';
  /** The range: eight of ten completed projects of its kind kept within it. */
  readonly first: IsoDate;
  readonly last: IsoDate;
  /** The day its own pace leads to. */
  readonly on: IsoDate;
  /** The day of the last percentage, from which everything is counted. */
  readonly asAt: IsoDate;
  readonly percent: number;
  /** Days on which a percentage was stated. */
  readonly reports: number;
  readonly referenceClass: ReferenceClass;
}

/** Why there is no expected finish, in the order in which the reasons are looked for: the first that holds is given. */
export const noForecastReasons = [
  'settled',
  'on_hold',
  'no_start',
  'no_baseline',
  'plan_without_length',
  'too_few_reports',
  'old_report',
  'reported_before_start',
  'too_little_progress',
  'reported_done',
  'small_class',
  'too_far',
  'passed',
] as const;
export type NoForecast = (typeof noForecastReasons)[number];

/** The limits of the rule; the methodology states them from here. */
export const forecastLimits = {
  leastReports: 2,
  /** The last percentage may be this old. */
  oldestReportMonths: 24,
  /** Of less, the pace of the first days decides everything. */
  leastPercent: 10,
  /** What ends later than this after its last report is no forecast. */
  furthestDays: 30 * 365,
} as const;

/**
 * The expected finish of an open project: its own pace gives the day, by earned schedule; how far completed projects of
 * its kind strayed from the middle of them gives the range of the days that remain. Refused, with the reason, wherever
 * that would be a guess.
 */
export function expectedFinish(
  project: OpenProject,
  stated: readonly StatedPercent[],
  referenceClass: ReferenceClass | null,
  today: IsoDate,
): Result<ExpectedFinish, NoForecast> {
  if (isSettled(project.status)) return refuse('settled');
  if (project.isOnHold) return refuse('on_hold');
  if (!project.startOn) return refuse('no_start');
  if (!project.baselineEndOn) return refuse('no_baseline');
  const [startOn, baselineEndOn] = [project.startOn.last, project.baselineEndOn.last];
  if (baselineEndOn <= startOn) return refuse('plan_without_length');

  const reports = new Set(stated.flatMap(({ referenceOn }) => referenceOn?.last ?? [])).size;
  const latest = latestOf(stated);
  if (!latest || reports < forecastLimits.leastReports) return refuse('too_few_reports');
  if (latest.on < monthsBefore(today, forecastLimits.oldestReportMonths)) return refuse('old_report');
  if (latest.on <= startOn) return refuse('reported_before_start');
  if (latest.percent < forecastLimits.leastPercent) return refuse('too_little_progress');
  if (latest.percent === 100) return refuse('reported_done');
  if (!referenceClass) return refuse('small_class');

  const earned = earnedSchedule({ startOn, baselineEndOn, reportedOn: latest.on, percent: latest.percent });
  const range = rangeOf(earned.remainingDays, referenceClass);
  if (range.last > forecastLimits.furthestDays) return refuse('too_far');
  const last = daysAfter(latest.on, range.last);
  if (last < today) return refuse('passed');
  return accept({
    method: 'earned_schedule',
    first: daysAfter(latest.on, range.first),
    on: daysAfter(latest.on, range.on),
    last,
    asAt: latest.on,
    percent: latest.percent,
    reports,
    referenceClass,
    ...earned,
  });
}

/**
 * Days from the last report, whole: the days that remain at the project's pace, and as many as they would be if it strayed
 * from that as far as the class strayed from its middle.
 */
export function rangeOf(remainingDays: number, { low, middle, high }: ReferenceClass) {
  return {
    first: Math.floor(remainingDays * (low / middle)),
    on: Math.floor(remainingDays + 0.5),
    last: Math.ceil(remainingDays * (high / middle)),
  };
}

/** The percentage that stands for the project, as everywhere: of the latest day, chosen among its rivals by the published rule. */
function latestOf(stated: readonly StatedPercent[]): { readonly on: IsoDate; readonly percent: number } | null {
  const dated = stated.flatMap((each) => (each.referenceOn ? [{ ...each, on: each.referenceOn.last }] : []));
  return chooseClaim(dated, 'physicalProgressPercent', ({ percent }) => percent)?.claim ?? null;
}
