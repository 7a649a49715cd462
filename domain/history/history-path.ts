import { kindInPath, recordPath } from '../form/record-path';
import type { RecordKind } from '../record/kinds';
import type { CountsAsked, HistoryOf } from './history-of';

/** Where a history stands, below the language. */
export function historyPath(history: HistoryOf): string {
  switch (history.of) {
    case 'record':
      return `/history/${recordPath(history.kind, history.slug)}`;
    case 'project':
      return `/projects/${history.slug}/history`;
    case 'place':
      return `/places/${history.slug}/history`;
    case 'landmark':
      return `/heritage/${history.slug}/history`;
    case 'counts':
      return `/returns/history${countsQuery(history)}`;
  }
}

/** Two versions of one record beside each other. */
export const comparisonPath = (kind: RecordKind, slug: string, from: number, to: number): string =>
  `/history/${kindInPath(kind)}/${slug}/compare?from=${from}&to=${to}`;

function countsQuery({ place, populationGroup, kind }: CountsAsked): string {
  const asked = Object.entries({ kind, place, population_group: populationGroup });
  const query = new URLSearchParams(asked.flatMap(([name, value]) => (value === null ? [] : [[name, value]])));
  return query.size === 0 ? '' : `?${query}`;
}
