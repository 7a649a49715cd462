import { daysBetween, type DateSpan, type IsoDate } from './calendar';
import { isBuilt } from './lateness';
import { days, type Days } from './units';
import type { ProjectStatus } from './vocabulary';

/** How far an outcome or the last promise lies from the baseline; a range where a date is not known to the day. */
export interface Slippage {
  readonly leastDays: Days;
  readonly mostDays: Days;
}

/** One dated promise of an end, as a progress report makes it. */
export interface DatedPromise {
  /** The day the report speaks of. Null: not known, so that its place among the others is not known either. */
  readonly statedOn: DateSpan | null;
  readonly promisedEndOn: DateSpan;
}

export interface ProjectDates {
  readonly status: ProjectStatus;
  readonly statusOn: DateSpan | null;
  readonly baselineEndOn: DateSpan | null;
  readonly forecastEndOn: DateSpan | null;
  readonly actualEndOn: DateSpan | null;
}

/** The plan frozen when works start, else the earliest dated promise. Null without either: slippage is then unknown. */
export function baselineEnd(project: ProjectDates, promises: readonly DatedPromise[]): DateSpan | null {
  return project.baselineEndOn ?? inOrderStated(promises)[0]?.promisedEndOn ?? null;
}

/**
 * The last promise: the project's own forecast, unless a report of a later day promises otherwise; the baseline when
 * nothing was promised since.
 */
export function lastPromise(project: ProjectDates, promises: readonly DatedPromise[]): DateSpan | null {
  const { statusOn, forecastEndOn } = project;
  const latest = inOrderStated(promises).at(-1);
  const isNewer = latest && (!forecastEndOn || (statusOn && latest.statedOn.last > statusOn.last));
  return (isNewer ? latest.promisedEndOn : forecastEndOn) ?? baselineEnd(project, promises);
}

/**
 * Days from the promised period to the outcome, or to the last promise while there is no outcome: counted from the last
 * promised day when it is later and from the first when it is earlier; 0 within it. Null where it cannot be known:
 * without a baseline, for what is built on an unknown day, and for what was cancelled.
 */
export function slippage(project: ProjectDates, promises: readonly DatedPromise[]): Slippage | null {
  const baseline = baselineEnd(project, promises);
  const end = outcome(project, promises);
  if (!baseline || !end) return null;
  return { leastDays: daysFrom(baseline, end.first), mostDays: daysFrom(baseline, end.last) };
}

function outcome(project: ProjectDates, promises: readonly DatedPromise[]): DateSpan | null {
  if (project.status === 'cancelled') return null;
  if (project.actualEndOn || isBuilt(project.status)) return project.actualEndOn;
  return lastPromise(project, promises);
}

function daysFrom(promised: DateSpan, day: IsoDate): Days {
  if (day > promised.last) return days(daysBetween(promised.last, day));
  return days(day < promised.first ? daysBetween(promised.first, day) : 0);
}

function inOrderStated(promises: readonly DatedPromise[]) {
  return promises
    .flatMap(({ statedOn, promisedEndOn }) => (statedOn ? [{ statedOn, promisedEndOn }] : []))
    .sort((one, other) => daysBetween(other.statedOn.last, one.statedOn.last));
}

/** One step in the story of a promise: what was promised first, and each time it moved. */
export interface PromiseMade<Made extends DatedPromise> {
  readonly kind: 'baseline' | 'move';
  readonly promisedEndOn: DateSpan;
  readonly statedOn: DateSpan | null;
  /** The report that made it; null for what the project itself states. */
  readonly report: Made | null;
}

/** The baseline and each later promise that differs from the one before, in the order they were made. */
export function promisesMade<Made extends DatedPromise>(
  project: ProjectDates,
  reports: readonly Made[],
): readonly PromiseMade<Made>[] {
  const { baselineEndOn, forecastEndOn, statusOn } = project;
  const stated = [
    ...reports.flatMap((report) =>
      report.statedOn ? [{ promisedEndOn: report.promisedEndOn, statedOn: report.statedOn, report }] : [],
    ),
    ...(forecastEndOn ? [{ promisedEndOn: forecastEndOn, statedOn: statusOn, report: null }] : []),
  ].sort((one, other) => compareStated(one.statedOn, other.statedOn));
  const first = stated[0];
  const isOwnBaseline = baselineEndOn && !(first && isSameSpan(first.promisedEndOn, baselineEndOn));
  const inOrder = isOwnBaseline ? [{ promisedEndOn: baselineEndOn, statedOn: null, report: null }, ...stated] : stated;
  const hasBaseline = Boolean(baselineEndOn ?? baselineEnd(project, reports));
  return inOrder
    .filter((promise, index) => {
      const before = inOrder[index - 1];
      return !before || !isSameSpan(before.promisedEndOn, promise.promisedEndOn);
    })
    .map((promise, index) => ({
      ...promise,
      // The project states its status on a day; when it took over the promise is not known.
      statedOn: promise.report ? promise.statedOn : null,
      kind: index === 0 && hasBaseline ? 'baseline' : 'move',
    }));
}

const isSameSpan = (one: DateSpan, other: DateSpan) => one.first === other.first && one.last === other.last;

// What was promised on an unknown day comes last: the project's own forecast is the last promise found.
function compareStated(one: DateSpan | null, other: DateSpan | null): number {
  if (!one || !other) return Number(!one) - Number(!other);
  return daysBetween(other.last, one.last);
}
