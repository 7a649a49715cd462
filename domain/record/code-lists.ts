/**
 * The open lists: their codes, labels and units are data that an administrator changes through the same door, so that
 * another programme needs no code.
 */
export const codeLists = [
  'subsector',
  'measure',
  'service',
  'population_group',
  'role',
  'landmark_kind',
  'community',
  'fact_category',
] as const;

export type CodeList = (typeof codeLists)[number];

/** The public identifier of a code: unique over all lists, stable for ever. */
export const codeSlug = (list: CodeList, code: string) => `${list.replaceAll('_', '-')}.${code.replaceAll('_', '-')}`;
