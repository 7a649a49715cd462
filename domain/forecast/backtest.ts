import { daysBetween, type IsoDate } from '../calendar';
import { expectedFinish, type NoForecast, noForecastReasons, type StatedPercent } from './expected-finish';
import { durationRatio, type PlannedProject, referenceClass } from './reference-class';

/** A project that is done, with what was said of it on the way. */
export interface DoneProject extends PlannedProject {
  readonly reports: readonly StatedPercent[];
}

/** One forecast that the rule would have given on the day of a report, against what came. Errors: days too late; negative is too early. */
export interface Attempt {
  /** From the report to the actual end. */
  readonly daysAhead: number;
  readonly errorDays: number;
  readonly isInside: boolean;
  /** What the plan itself said. */
  readonly planErrorDays: number;
  /** What the middle of the reference class alone would have said. */
  readonly classErrorDays: number;
}

export interface ErrorFigures {
  readonly forecasts: number;
  readonly meanAbsoluteErrorDays: number;
  /** Mean error: above 0 the rule expects ends later than they come. */
  readonly biasDays: number;
  /** Of 100 actual ends, how many lay within the range. */
  readonly insidePercent: number;
  readonly planMeanAbsoluteErrorDays: number;
  readonly classMeanAbsoluteErrorDays: number;
}

export interface Backtest {
  readonly completedProjects: number;
  /** With a start, a baseline and an actual end: what a reference class is made of. */
  readonly withPlanAndEnd: number;
  /** Of these, with two dated percentages or more before the end. */
  readonly withTwoReports: number;
  /** Days of a report before the actual end, on which the rule was asked. */
  readonly asked: number;
  readonly projectsForecast: number;
  readonly refusals: readonly { readonly reason: NoForecast; readonly count: number }[];
  /** Null where not one forecast could be made. */
  readonly all: ErrorFigures | null;
  readonly byDaysAhead: readonly {
    readonly fromDays: number;
    readonly toDays: number | null;
    readonly figures: ErrorFigures | null;
  }[];
}

/** How far ahead a forecast looks, in days. */
const horizons = [
  { fromDays: 0, toDays: 180 },
  { fromDays: 180, toDays: 365 },
  { fromDays: 365, toDays: 730 },
  { fromDays: 730, toDays: null },
] as const;

/**
 * Asks the rule on each day on which a percentage was stated, with what was known by then: the reports up to that day and
 * the projects that were done by it. What was planned is taken as known from the start.
 */
export function backtest(done: readonly DoneProject[]): Backtest {
  const withPlanAndEnd = done.filter((project) => durationRatio(project) !== null);
  const tried = withPlanAndEnd.map((project) => tryOut(project, withPlanAndEnd));
  const answers = tried.flat();
  const attempts = answers.flatMap((answer) => (typeof answer === 'string' ? [] : [answer]));
  return {
    completedProjects: done.length,
    withPlanAndEnd: withPlanAndEnd.length,
    withTwoReports: withPlanAndEnd.filter((project) => askedOn(project).length >= 2).length,
    asked: answers.length,
    projectsForecast: tried.filter((ofProject) => ofProject.some((answer) => typeof answer !== 'string')).length,
    refusals: noForecastReasons.flatMap((reason) => {
      const count = answers.filter((answer) => answer === reason).length;
      return count > 0 ? [{ reason, count }] : [];
    }),
    all: figuresOf(attempts),
    byDaysAhead: horizons.map(({ fromDays, toDays }) => ({
      fromDays,
      toDays,
      figures: figuresOf(
        attempts.filter(({ daysAhead }) => daysAhead >= fromDays && (toDays === null || daysAhead < toDays)),
      ),
    })),
  };
}

function tryOut(project: DoneProject, completed: readonly DoneProject[]): readonly (Attempt | NoForecast)[] {
  const { startOn, baselineEndOn, actualEndOn } = project;
  if (!startOn || !baselineEndOn || !actualEndOn) return [];
  return askedOn(project).map((asked) => {
    const known = project.reports.filter(({ referenceOn }) => referenceOn && referenceOn.last <= asked);
    const others = completed.filter(
      (other) => other !== project && other.actualEndOn && other.actualEndOn.last <= asked,
    );
    const ofItsKind = referenceClass(project, others);
    const expected = expectedFinish(
      { status: 'underway', isOnHold: false, startOn, baselineEndOn },
      known,
      ofItsKind,
      asked,
    );
    if (!expected.ok) return expected.problem;
    const end = actualEndOn.last;
    const { first, on, last, plannedDays, referenceClass: found } = expected.value;
    return {
      daysAhead: daysBetween(asked, end),
      errorDays: daysBetween(end, on),
      isInside: first <= end && end <= last,
      planErrorDays: daysBetween(end, baselineEndOn.last),
      classErrorDays: Math.round(plannedDays * found.middle) - daysBetween(startOn.last, end),
    };
  });
}

function askedOn({ reports, actualEndOn }: DoneProject): readonly IsoDate[] {
  const before = reports.flatMap(({ referenceOn }) =>
    referenceOn && actualEndOn && referenceOn.last < actualEndOn.last ? [referenceOn.last] : [],
  );
  return [...new Set(before)].toSorted();
}

function figuresOf(attempts: readonly Attempt[]): ErrorFigures | null {
  if (attempts.length === 0) return null;
  const mean = (of: (attempt: Attempt) => number) =>
    attempts.reduce((sum, attempt) => sum + of(attempt), 0) / attempts.length;
  return {
    forecasts: attempts.length,
    meanAbsoluteErrorDays: Math.round(mean(({ errorDays }) => Math.abs(errorDays))),
    biasDays: Math.round(mean(({ errorDays }) => errorDays)),
    insidePercent: Math.round(100 * mean(({ isInside }) => (isInside ? 1 : 0))),
    planMeanAbsoluteErrorDays: Math.round(mean(({ planErrorDays }) => Math.abs(planErrorDays))),
    classMeanAbsoluteErrorDays: Math.round(mean(({ classErrorDays }) => Math.abs(classErrorDays))),
  };
}
