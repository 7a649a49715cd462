import { daysBetween, type IsoDate } from '../calendar';

/** What a plan and one percentage say about time. The plan is read as a straight line: no source publishes a curve. */
export interface EarnedSchedule {
  /** From the start to the baseline end. */
  readonly plannedDays: number;
  /** From the start to the day the percentage speaks of. */
  readonly elapsedDays: number;
  /** The day of the plan on which this much was to be done, counted from the start. */
  readonly earnedDays: number;
  /** Earned days for each day that passed: 1 is as planned, 0.5 half as fast. */
  readonly pace: number;
  /** Days from that day to the end, when the pace stays as it was. */
  readonly remainingDays: number;
}

export interface PlanAndProgress {
  readonly startOn: IsoDate;
  readonly baselineEndOn: IsoDate;
  readonly reportedOn: IsoDate;
  /** Above 0, at most 100. */
  readonly percent: number;
}

/**
 * Earned schedule: planned days × percent = earned days; earned ÷ elapsed = pace; planned ÷ pace = the days it takes at
 * that pace. With a straight plan this is elapsed × (100 − percent) ÷ percent days from the report on: the length of the
 * plan says how far behind a project is, its own pace says when it ends.
 */
export function earnedSchedule({ startOn, baselineEndOn, reportedOn, percent }: PlanAndProgress): EarnedSchedule {
  const plannedDays = daysBetween(startOn, baselineEndOn);
  const elapsedDays = daysBetween(startOn, reportedOn);
  const earnedDays = (plannedDays * percent) / 100;
  return {
    plannedDays,
    elapsedDays,
    earnedDays,
    pace: earnedDays / elapsedDays,
    remainingDays: (elapsedDays * (100 - percent)) / percent,
  };
}
