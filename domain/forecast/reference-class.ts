import { daysBetween, type DateSpan } from '../calendar';
import { isBuilt } from '../lateness';
import type { ProjectStatus } from '../vocabulary';

/** What a project must tell to be part of a reference class, and to be given one. */
export interface PlannedProject {
  readonly sector: string;
  readonly subsector: string;
  readonly status: ProjectStatus;
  readonly startOn: DateSpan | null;
  readonly baselineEndOn: DateSpan | null;
  readonly actualEndOn: DateSpan | null;
}

/** How long completed projects of a kind took, for each day that was planned. */
export interface ReferenceClass {
  readonly of: 'subsector' | 'sector';
  readonly size: number;
  /** A tenth took less, half took less, nine tenths took less. */
  readonly low: number;
  readonly middle: number;
  readonly high: number;
}

/** Fewer say nothing of a range. */
export const leastClassSize = 5;

/**
 * Actual duration over planned duration, both from the last day of the start: 1 is as planned, 2 twice as long. Null for
 * what is not built and where one of the three dates is unknown or stands before the start.
 */
export function durationRatio({ status, startOn, baselineEndOn, actualEndOn }: PlannedProject): number | null {
  if (!isBuilt(status) || !startOn || !baselineEndOn || !actualEndOn) return null;
  const planned = daysBetween(startOn.last, baselineEndOn.last);
  const actual = daysBetween(startOn.last, actualEndOn.last);
  return planned > 0 && actual > 0 ? actual / planned : null;
}

/** The completed projects of its subsector where they are enough, else those of its sector; null where they are too few. */
export function referenceClass(
  project: Pick<PlannedProject, 'sector' | 'subsector'>,
  completed: readonly PlannedProject[],
): ReferenceClass | null {
  const ofSector = completed.filter(({ sector }) => sector === project.sector);
  const ofSubsector = ofSector.filter(({ subsector }) => subsector === project.subsector);
  return classOf('subsector', ofSubsector) ?? classOf('sector', ofSector);
}

function classOf(of: ReferenceClass['of'], completed: readonly PlannedProject[]): ReferenceClass | null {
  const ratios = completed.flatMap((project) => durationRatio(project) ?? []);
  if (ratios.length < leastClassSize) return null;
  return {
    of,
    size: ratios.length,
    low: quantile(ratios, 0.1),
    middle: quantile(ratios, 0.5),
    high: quantile(ratios, 0.9),
  };
}

/** The value below which a share of the values lies, in a straight line between neighbours, as `percentile_cont` of SQL. */
export function quantile(values: readonly number[], share: number): number {
  const inOrder = values.toSorted((one, other) => one - other);
  const place = share * (inOrder.length - 1);
  const below = Math.floor(place);
  const low = inOrder[below] ?? Number.NaN;
  const high = inOrder[Math.ceil(place)] ?? Number.NaN;
  return low + (place - below) * (high - low);
}
