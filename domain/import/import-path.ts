/** Where files are taken in; the front lets large bodies through here and nowhere else. */
export const importAddress = '/api/workspace/import';

export const importSteps = ['table', 'columns', 'rows', 'propose'] as const;
export type ImportStep = (typeof importSteps)[number];

export const importPath = (locale: string, runId: string, step: ImportStep): string =>
  `/${locale}/workspace/import/${runId}/${step}`;

/** The step that a run waits at. */
export function stepOf(state: 'uploaded' | 'mapping' | 'checking' | 'previewed' | 'proposed' | 'dropped'): ImportStep {
  if (state === 'uploaded') return 'table';
  return state === 'mapping' ? 'columns' : 'rows';
}
