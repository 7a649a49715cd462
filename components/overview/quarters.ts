import type { IsoDate } from '@/domain/calendar';
import type { DayCount } from './overview-data';

export interface Quarter {
  readonly id: string;
  readonly year: number;
  readonly quarter: number;
  /** To be done by its end. */
  readonly planned: number;
  /** Done by its end; null for what has not begun. */
  readonly done: number | null;
}

/** Twelve years fit beside each other; what came before is in the first bar, for all are running totals. */
const mostQuarters = 48;

/**
 * How many were to be done, and how many were done, by the end of each quarter. A date known only to its month or year
 * counts from its last day, so that nothing is called done before it is known to be.
 */
export function runningQuarters(
  planned: readonly DayCount[],
  ended: readonly DayCount[],
  today: IsoDate,
): readonly Quarter[] {
  const numbers = [...planned, ...ended].map(({ on }) => numberOf(on));
  if (numbers.length === 0) return [];
  const current = numberOf(today);
  const last = Math.max(...numbers, current);
  const first = Math.max(Math.min(...numbers, current), last - mostQuarters + 1);
  const upTo = (counts: readonly DayCount[], number: number) =>
    counts.filter(({ on }) => numberOf(on) <= number).reduce((sum, { count }) => sum + count, 0);
  return Array.from({ length: last - first + 1 }, (_, index) => first + index).map((number) => ({
    id: String(number),
    year: Math.floor(number / 4),
    quarter: (number % 4) + 1,
    planned: upTo(planned, number),
    done: number > current ? null : upTo(ended, number),
  }));
}

/** Quarters since the year 0. */
function numberOf(day: IsoDate): number {
  return Number(day.slice(0, 4)) * 4 + Math.ceil(Number(day.slice(5, 7)) / 3) - 1;
}
