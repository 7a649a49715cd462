import type { IsoDate } from '../calendar';
import { textOf, type Content } from './content';
import type { RecordDefinition } from './define';
import { type Finding, warning } from './finding';
import { spanOf } from './rules';

/** The fields that hold a reference date: the day a figure, a status or a condition speaks of. */
const referenceDates = ['referenceOn', 'statusOn', 'observedOn', 'imageryOn'] as const;

/**
 * A figure speaks of a day that has been. A date of which no day has come yet is mostly a slip, and asks for an answer;
 * only a plan speaks of what is to come.
 */
export function futureDateWarnings(definition: RecordDefinition, content: Content, today: IsoDate): readonly Finding[] {
  const isPlan = definition.kind === 'progress_report' && textOf(content, 'kind') === 'plan';
  if (isPlan) return [];
  return referenceDates.flatMap((field) => {
    const span = field in definition.fields ? spanOf(content, field) : null;
    return span && span.first > today
      ? [warning('date-in-future', field, { found: textOf(content, field) ?? '' })]
      : [];
  });
}
