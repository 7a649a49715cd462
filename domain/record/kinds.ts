/** Every kind of record, in an order in which each kind comes after what it mostly refers to. */
export const recordKinds = [
  'code',
  'source',
  'organisation',
  'place',
  'programme',
  'landmark',
  'project',
  'contract',
  'milestone',
  'condition',
  'context_fact',
  'budget_line',
  'progress_report',
  'resettlement',
  'target',
  'readiness',
  'disagreement',
] as const;

export type RecordKind = (typeof recordKinds)[number];

export function isRecordKind(text: string): text is RecordKind {
  return (recordKinds as readonly string[]).includes(text);
}
