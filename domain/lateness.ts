import { daysBetween, type DateSpan, type IsoDate, monthsBefore } from './calendar';
import { days, type Days } from './units';
import type { ProjectStatus } from './vocabulary';

/** These have an outcome: they can no longer be late, and silence about them says nothing. */
const settled: readonly ProjectStatus[] = ['completed', 'in_use', 'cancelled'];

export const isSettled = (status: ProjectStatus) => settled.includes(status);

/** Built, whether or not it is open yet. */
export const isBuilt = (status: ProjectStatus) => status === 'completed' || status === 'in_use';

/** What lateness is read from. */
export interface PromisedProject {
  readonly status: ProjectStatus;
  readonly promisedEndOn: DateSpan | null;
  /** The last day that its status or a report speaks of. */
  readonly lastReportOn: Pick<DateSpan, 'last'> | null;
}

/** Whole days since the last day of the last promise, where no outcome is on record; null when it has not passed. */
export function passedByDays(project: Pick<PromisedProject, 'status' | 'promisedEndOn'>, today: IsoDate): Days | null {
  if (isSettled(project.status) || !project.promisedEndOn) return null;
  const passed = daysBetween(project.promisedEndOn.last, today);
  return passed > 0 ? days(passed) : null;
}

/**
 * Days late: the promise passed and what was said since says that it is still open. Null where nothing was said since, for
 * it may be finished: whether it is late is not known. A project without a promise is not late: nobody said when.
 */
export function lateByDays(project: PromisedProject, today: IsoDate): Days | null {
  const { promisedEndOn, lastReportOn } = project;
  const isSaidSince = promisedEndOn !== null && lastReportOn !== null && lastReportOn.last > promisedEndOn.last;
  return isSaidSince ? passedByDays(project, today) : null;
}

/** How an open project stands to its promise, each open project in exactly one. */
export const latenesses = [
  'late',
  'expected_late',
  'passed_unreported',
  'no_promise',
  'unreported',
  'to_come',
] as const;
export type Lateness = (typeof latenesses)[number];

/** Of these it is not known whether they are late. */
export const unknownLatenesses = [
  'passed_unreported',
  'no_promise',
  'unreported',
] as const satisfies readonly Lateness[];

/**
 * Late: the promise passed and it is still open. Expected late: the promise is to come, and by its own reports the end is
 * later. Not known: the promise passed and nothing was said since; no promise is known; nothing was said for twelve
 * months. To come: none of these. Null for what has an outcome.
 */
export function lateness(project: PromisedProject, expectedOn: IsoDate | null, today: IsoDate): Lateness | null {
  if (isSettled(project.status)) return null;
  if (!project.promisedEndOn) return 'no_promise';
  if (passedByDays(project, today) !== null) return lateByDays(project, today) === null ? 'passed_unreported' : 'late';
  if (isUnreported(project, today)) return 'unreported';
  return expectedOn !== null && expectedOn > project.promisedEndOn.last ? 'expected_late' : 'to_come';
}

/** Open, and nothing dated within the last twelve months was said of it. */
export function isUnreported(project: Pick<PromisedProject, 'status' | 'lastReportOn'>, today: IsoDate): boolean {
  if (isSettled(project.status)) return false;
  return !project.lastReportOn || project.lastReportOn.last < twelveMonthsBefore(today);
}

/** The same day a year earlier; of 29 February the 28th. */
export const twelveMonthsBefore = (today: IsoDate): IsoDate => monthsBefore(today, 12);
