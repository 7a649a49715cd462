import type { DateSpan } from '../calendar';
import { type JsonObject, known } from './json';
import type { Publishing } from './publishing';

/** All of a date: from the first second of its first day to the last second of its last. Nothing is rounded to 1 January. */
export const periodOf = ({ first, last }: DateSpan, { moments }: Publishing): JsonObject => ({
  startDate: moments.startOf(first),
  endDate: moments.endOf(last),
});

/** From the beginning of one date to the end of another. */
export const between = (from: DateSpan | null, to: DateSpan | null, { moments }: Publishing): JsonObject =>
  known({ startDate: from && moments.startOf(from.first), endDate: to && moments.endOf(to.last) });

/** A single moment of the standard: the last second of the date, for only then is it over wherever in it the day lies. */
export const momentOf = (span: DateSpan | null, { moments }: Publishing): string | null =>
  span && moments.endOf(span.last);
