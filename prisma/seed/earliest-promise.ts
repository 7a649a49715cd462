import { readDateSpan } from '@/domain/calendar';
import type { SeedRow } from './seed-row';

/** When a statement said a project would be finished, and the date of that statement. */
export interface DatedPromise {
  readonly endOn: string;
  readonly statedOn: string;
}

/** The earliest dated promise of each project: its baseline. A promise without the date of its statement is none. */
export function earliestPromises(progress: readonly SeedRow[]): ReadonlyMap<string, DatedPromise> {
  const earliest = new Map<string, DatedPromise>();
  for (const row of progress) {
    const endOn = row.text('promised_end_on');
    const statedOn = row.text('reference_on');
    if (!endOn || !statedOn) continue;
    const known = earliest.get(row.required('subject'));
    if (!known || firstDay(statedOn) < firstDay(known.statedOn))
      earliest.set(row.required('subject'), { endOn, statedOn });
  }
  return earliest;
}

function firstDay(date: string): string {
  const span = readDateSpan(date);
  if (!span.ok) throw new Error(`Not a date: ${date}`);
  return span.value.first;
}
