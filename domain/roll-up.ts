import { percent, type Percent } from './units';
import { isSettled } from './lateness';
import type { ProjectStatus } from './vocabulary';

/** A part of a whole, as far as the whole's progress depends on it. */
export interface Part {
  readonly status: ProjectStatus;
  readonly weight: number | null;
  /** By its own latest report; null: unknown. */
  readonly progressPercent: number | null;
  /** Planned quantity by measure; what is unknown is left out. */
  readonly planned: Readonly<Record<string, number>>;
}

/** Progress computed from parts, with what a reader needs to compute it again. */
export interface RolledUp {
  readonly percent: Percent;
  readonly rule: 'weights' | 'planned-quantity' | 'plain-mean';
  /** The common measure, where the rule is `planned-quantity`. */
  readonly measure: string | null;
  readonly knownParts: number;
  readonly unknownParts: number;
}

/**
 * The progress of a whole that has no statement of its own, from its parts: by their weights, else by planned quantity
 * in one common measure, else the plain mean. Cancelled parts do not count. A part that is built counts as 100; a part
 * of unknown progress is left out and counted as such. Null when nothing is known of any part.
 */
export function rollUp(parts: readonly Part[]): RolledUp | null {
  const counted = parts.filter(({ status }) => status !== 'cancelled');
  const known = counted.flatMap((part) => {
    const done = partPercent(part);
    return done === null ? [] : [{ part, done }];
  });
  const { rule, measure, shareOf } = chooseRule(counted);
  const whole = known.reduce((sum, { part }) => sum + shareOf(part), 0);
  if (whole === 0) return null;

  const done = known.reduce((sum, { part, done: partDone }) => sum + partDone * shareOf(part), 0) / whole;
  return {
    percent: percent(Math.min(Math.max(done, 0), 100)),
    rule,
    measure,
    knownParts: known.length,
    unknownParts: counted.length - known.length,
  };
}

/** What a part counts as: its own report, else 100 once it is built. */
export function partPercent({ status, progressPercent }: Part): number | null {
  return progressPercent ?? (isSettled(status) && status !== 'cancelled' ? 100 : null);
}

/** Every part must have what a rule weighs by, or some would silently count for nothing. */
function chooseRule(parts: readonly Part[]) {
  if (parts.every(({ weight }) => weight !== null) && parts.some(({ weight }) => (weight ?? 0) > 0)) {
    return { rule: 'weights' as const, measure: null, shareOf: (part: Part) => part.weight ?? 0 };
  }
  const measure = commonMeasure(parts);
  if (measure !== null) {
    return { rule: 'planned-quantity' as const, measure, shareOf: (part: Part) => part.planned[measure] ?? 0 };
  }
  return { rule: 'plain-mean' as const, measure: null, shareOf: () => 1 };
}

function commonMeasure(parts: readonly Part[]): string | null {
  const measures = Object.keys(parts[0]?.planned ?? {});
  return measures.find((measure) => parts.every(({ planned }) => (planned[measure] ?? 0) > 0)) ?? null;
}
