import { daysBetween, type DateSpan, type IsoDate } from './calendar';
import { days, type Days } from './units';
import type { ProjectStatus } from './vocabulary';

/** These have an outcome: they can no longer be late, and silence about them says nothing. */
const settled: readonly ProjectStatus[] = ['completed', 'in_use', 'cancelled'];

export const isSettled = (status: ProjectStatus) => settled.includes(status);

/** Built, whether or not it is open yet. */
export const isBuilt = (status: ProjectStatus) => status === 'completed' || status === 'in_use';

/**
 * Whole days since the last day of the last promise passed without an outcome; null when it is not late. A project
 * without a promise is not late: nobody said when.
 */
export function lateByDays(project: { status: ProjectStatus; promisedEndOn: DateSpan | null }, today: IsoDate): Days | null {
  if (isSettled(project.status) || !project.promisedEndOn) return null;
  const late = daysBetween(project.promisedEndOn.last, today);
  return late > 0 ? days(late) : null;
}

/** Open, and nothing dated within the last twelve months was said of it. */
export function isUnreported(project: { status: ProjectStatus; lastReportOn: DateSpan | null }, today: IsoDate): boolean {
  if (isSettled(project.status)) return false;
  return !project.lastReportOn || project.lastReportOn.last < twelveMonthsBefore(today);
}

/** The same day a year earlier; of 29 February the 28th, as PostgreSQL counts `- interval '12 months'`. */
export function twelveMonthsBefore(today: IsoDate): string {
  const [year = '', month, date] = today.split('-');
  return `${Number(year) - 1}-${month}-${month === '02' && date === '29' ? '28' : date}`;
}
