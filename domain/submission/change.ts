import * as z from 'zod';
import { recordKinds, type RecordKind } from '../record/kinds';
import { reasonKinds, type ReasonKind } from '../vocabulary';

export const changeActions = ['add', 'change', 'withdraw'] as const;
export type ChangeAction = (typeof changeActions)[number];

/** A submission is reviewed and published as one: what holds more is brought in parts. */
export const mostChanges = 200_000;

/** One record's change as proposed: its content is checked by the definition of its kind. */
export interface ProposedChange {
  readonly kind: RecordKind;
  readonly slug: string;
  readonly action: ChangeAction;
  /** The published version that the change was made from; null when the record is new. */
  readonly baseVersion: number | null;
  readonly content: unknown;
  readonly reasonKind: ReasonKind;
  /** Required to change or withdraw what is published. */
  readonly reason: string | null;
  /** The author's answer to warnings; required where there are any. */
  readonly answer: string | null;
}

/** The envelope of a change as it arrives from outside. */
export const proposedChangeSchema = z.strictObject({
  kind: z.enum(recordKinds),
  slug: z.string(),
  action: z.enum(changeActions),
  baseVersion: z.number().int().positive().nullable(),
  content: z.unknown(),
  reasonKind: z.enum(reasonKinds),
  reason: z.string().trim().max(2000).nullable(),
  answer: z.string().trim().max(2000).nullable(),
});
