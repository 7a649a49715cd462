import { daysAfter, type IsoDate, isIsoDate } from './calendar';
import type { FilterProblem } from './filter';
import { accept, refuse, type Result } from './result';

/** Two days whose record is compared, each as it stood at its end. */
export interface ComparedDays {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** The last thirty days. */
export const usualDays = (to: IsoDate): ComparedDays => ({ from: daysAfter(to, -30), to });

/** Reads the two days of an address; without them, the last thirty days. A day that is none, or after the other, is refused and named. */
export function comparedDays(
  asked: Readonly<{ from?: string | undefined; to?: string | undefined }>,
  today: IsoDate,
): Result<ComparedDays, FilterProblem> {
  const to = asked.to ?? today;
  if (!isIsoDate(to) || to > today) return refuse({ kind: 'not-a-past-day', name: 'to', found: to, latest: today });
  const from = asked.from ?? usualDays(to).from;
  if (!isIsoDate(from) || from > today) {
    return refuse({ kind: 'not-a-past-day', name: 'from', found: from, latest: today });
  }
  return from > to ? refuse({ kind: 'reversed-days', name: 'from', found: from, to }) : accept({ from, to });
}
