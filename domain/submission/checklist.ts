/** What a reviewer confirms before approving; each has its sentence in `messages/` under `workspace.checklist`. */
export const checklist = [
  'source_opened',
  'reference_date',
  'unit_and_group',
  'no_personal_data',
  'no_small_number_in_words',
  'neutral_words',
] as const;
export type ChecklistItem = (typeof checklist)[number];

/** What is still to be looked at. */
export const unchecked = (ticked: readonly string[]): readonly ChecklistItem[] =>
  checklist.filter((each) => !ticked.includes(each));
