import { percent, type Percent } from './units';
import { isBuilt } from './lateness';
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

/** How much of what a whole plans its parts on record plan. */
export interface Coverage {
  readonly measure: string;
  readonly wholeQuantity: number;
  readonly partsQuantity: number;
}

/** Parts that plan less than this share of the whole are not all of it: their progress says nothing of the rest. */
const leastShareCovered = 0.9;

/**
 * The progress of a whole that has no statement of its own, from its parts: by their weights, else by planned quantity
 * in one common measure, else the plain mean. Cancelled parts do not count. A part that is built counts as 100; a part
 * of unknown progress is left out and counted as such. Null when nothing is known of any part, and when the parts on
 * record plan less than nine tenths of what the whole plans in `planned`.
 */
export function rollUp(parts: readonly Part[], planned: Part['planned'] = {}): RolledUp | null {
  const counted = parts.filter(({ status }) => status !== 'cancelled');
  if (missingParts(parts, planned)) return null;
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

/** Where the parts on record are clearly not all of the whole: how much of it they plan. Null where they may be. */
export function missingParts(parts: readonly Part[], planned: Part['planned']): Coverage | null {
  const counted = parts.filter(({ status }) => status !== 'cancelled');
  for (const [measure, wholeQuantity] of Object.entries(planned)) {
    const stated = counted.flatMap((part) => part.planned[measure] ?? []);
    const partsQuantity = stated.reduce((sum, quantity) => sum + quantity, 0);
    if (stated.length > 0 && partsQuantity < leastShareCovered * wholeQuantity)
      return { measure, wholeQuantity, partsQuantity };
  }
  return null;
}

/** What a part counts as: its own report, else 100 once it is built. */
export function partPercent({ status, progressPercent }: Part): number | null {
  return progressPercent ?? (isBuilt(status) ? 100 : null);
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

/** What one project states of one measure that may be summed. */
export interface Statement {
  readonly slug: string;
  /** Null: it names the measure and no quantity. */
  readonly quantity: number | null;
}

/** A sum, with what it leaves out. */
export interface Sum {
  /** Null when nothing is known: not zero. */
  readonly total: number | null;
  readonly stated: number;
  readonly unknown: number;
  /** Parts whose whole is in the sum. */
  readonly parts: number;
}

/**
 * Adds one measure up over projects. A whole's figures are its own statements and are never summed with its parts': a
 * part is left out when any whole above it is in the sum. `partOf` says what each part belongs to.
 */
export function sumOfWholes(statements: readonly Statement[], partOf: ReadonlyMap<string, string>): Sum {
  const stating = new Set(statements.flatMap(({ slug, quantity }) => (quantity === null ? [] : [slug])));
  const outside = statements.filter(({ slug }) => !wholesAbove(slug, partOf).some((whole) => stating.has(whole)));
  const known = outside.flatMap(({ quantity }) => (quantity === null ? [] : [quantity]));
  return {
    total: known.length === 0 ? null : known.reduce((sum, quantity) => sum + quantity, 0),
    stated: known.length,
    unknown: outside.length - known.length,
    parts: statements.length - outside.length,
  };
}

function wholesAbove(slug: string, partOf: ReadonlyMap<string, string>): readonly string[] {
  const above: string[] = [];
  for (
    let whole = partOf.get(slug);
    whole !== undefined && whole !== slug && !above.includes(whole);
    whole = partOf.get(whole)
  ) {
    above.push(whole);
  }
  return above;
}
