import type { Box, CountedBox } from './box';

export const measures = ['persons', 'families'] as const;
export type Measure = (typeof measures)[number];

/** One number of a record. */
export interface Cell extends CountedBox {
  readonly measure: Measure;
}

/** A number that this record does not hold: it was withheld in the archive that the record was loaded from. */
export interface LostCell {
  readonly measure: Measure;
  readonly box: Box;
}

/** Families and persons are shown or withheld together, since each tells of the other; the breakdown as a whole. */
export const parts = ['totals', 'breakdown'] as const;
export type Part = (typeof parts)[number];

/** One version of a resettlement record, as far as withholding depends on it. */
export interface CountVersion {
  readonly id: string;
  readonly slug: string;
  readonly placeSlug: string;
  /** In the order of publication; versions of one submission share it. */
  readonly publication: number;
  /** Who is counted: versions of different series are different people, and nothing adds or compares them. */
  readonly series: string;
  /** A statement that was public before: it is shown whatever it says, and everyone is taken to know it. */
  readonly isAlreadyPublic: boolean;
  readonly isWithdrawn: boolean;
  /** Without a date a count has no place in time, so that nothing can be said of what it would reveal. */
  readonly isDated: boolean;
  readonly cells: Readonly<Record<Part, readonly Cell[]>>;
  readonly lost: Readonly<Record<Part, readonly LostCell[]>>;
}

export interface DecidedVersion extends CountVersion, Readonly<Record<Part, boolean>> {}

export const disclosureReasons = [
  'shown',
  'already_public',
  'small',
  'would_reveal',
  'without_date',
  'not_held',
] as const;
export type DisclosureReason = (typeof disclosureReasons)[number];

export interface Disclosure extends Readonly<Record<Part, boolean>> {
  readonly totalsBecause: DisclosureReason;
  readonly breakdownBecause: DisclosureReason;
}

/** Nobody is told by none: zero is no small count, and is shown as zero. */
export const isSmall = (value: number, threshold: number): boolean => value > 0 && value < threshold;
