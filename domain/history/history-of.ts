import type { RecordKind } from '../record/kinds';
import type { ResettlementKind } from '../vocabulary';

/** What a history is of: one record; a project, place or landmark with what is stated of it; or counts of people. */
export type HistoryOf =
  | { readonly of: 'record'; readonly kind: RecordKind; readonly slug: string }
  | { readonly of: HistoryOwner; readonly slug: string }
  | ({ readonly of: 'counts' } & CountsAsked);

/** Which counts of people: null is any. */
export interface CountsAsked {
  readonly place: string | null;
  readonly populationGroup: string | null;
  readonly kind: ResettlementKind | null;
}

export type HistoryOwner = keyof typeof statedOf;

/**
 * The kinds of record that stand in the history of what they name. A record that named it before a change, or names it
 * since, has that change in it: a report that was moved leaves a trace in both.
 */
export const statedOf = {
  project: ['progress_report', 'milestone', 'contract', 'budget_line', 'context_fact', 'disagreement'],
  place: ['readiness', 'resettlement', 'target', 'budget_line', 'context_fact', 'disagreement'],
  landmark: ['condition', 'context_fact', 'disagreement'],
} as const satisfies Partial<Record<RecordKind, readonly RecordKind[]>>;
