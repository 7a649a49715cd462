import type { DateSpan, IsoDate } from '@/domain/calendar';
import type { Qualifier, Verification } from '@/domain/vocabulary';

interface Qualified {
  readonly qualifier?: Qualifier | null;
}

/** What is stated, or why nothing is: the only thing that is ever turned into the text of a figure. */
export type StatedValue =
  | StatedNumber
  | (Qualified & { readonly kind: 'percent'; readonly value: number; readonly decimals?: number })
  | (Qualified & { readonly kind: 'money'; readonly minorUnits: bigint; readonly currency: string })
  | (Qualified & { readonly kind: 'date'; readonly date: DateSpan | IsoDate })
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'withheld' };

export interface StatedNumber extends Qualified {
  readonly kind: 'number';
  readonly value: number;
  /** With the qualifier `range`: the upper end. */
  readonly upTo?: number | null;
  /** A unit that the messages know (`families`, `persons`, `projects` ...: see `figures.unit`), or any label such as `km`. */
  readonly unit?: string | null;
  readonly decimals?: number;
}

export interface FigureSource {
  readonly title: string;
  readonly publisher?: string | null;
  readonly url?: string | null;
  readonly publishedOn?: DateSpan | IsoDate | null;
  /** Common knowledge without a checked page. */
  readonly isRecalled?: boolean;
  /** Photos and documents of it that are kept here. */
  readonly evidence?: readonly { readonly hash: string; readonly caption: string; readonly isPhoto: boolean }[];
}

/** Everything that travels with a figure. */
export interface Provenance {
  /** The day the figure speaks of. Null: not known. */
  readonly referenceDate: DateSpan | IsoDate | null;
  readonly statedBy: string | null;
  readonly reportedBy?: string | null;
  readonly verification: Verification | null;
  readonly verifiedBy?: string | null;
  /** The day this record published it. */
  readonly publishedOn?: IsoDate | null;
  readonly sources?: readonly FigureSource[];
  /** What the figure counts, in one sentence. */
  readonly definition?: string | null;
  /** How it was obtained: counted, estimated with a factor, added up from N rows. */
  readonly obtained?: string | null;
  readonly note?: string | null;
}

/** A number, or unknown when there is none: never zero by accident. */
export function statedNumber(
  value: number | null | undefined,
  unit?: string,
  qualifier?: Qualifier | null,
): StatedValue {
  return value === null || value === undefined ? { kind: 'unknown' } : { kind: 'number', value, unit, qualifier };
}

export function statedPercent(value: number | null | undefined, qualifier?: Qualifier | null): StatedValue {
  return value === null || value === undefined ? { kind: 'unknown' } : { kind: 'percent', value, qualifier };
}

export function statedMoney(
  minorUnits: bigint | null | undefined,
  currency: string | null | undefined,
  qualifier?: Qualifier | null,
): StatedValue {
  if (minorUnits === null || minorUnits === undefined || !currency) return { kind: 'unknown' };
  return { kind: 'money', minorUnits, currency, qualifier };
}

export function statedDate(date: DateSpan | IsoDate | null | undefined, qualifier?: Qualifier | null): StatedValue {
  return date ? { kind: 'date', date, qualifier } : { kind: 'unknown' };
}
