import { day, type IsoDate, isIsoDate } from './calendar';
import { accept, refuse, type Result } from './result';
import type { AddressParameters, FilterProblem } from './filter';

/**
 * Which past a reader asks for; null is now. `asOf` asks what the record said at the end of a day, by dates of
 * publication; `until` asks what had happened by a day, by reference dates.
 */
export interface Past {
  readonly asOf: IsoDate | null;
  readonly until: IsoDate | null;
}

export const now: Past = { asOf: null, until: null };

export const isPast = ({ asOf, until }: Past): boolean => asOf !== null || until !== null;

export const pastNames = ['asOf', 'until'] as const satisfies readonly (keyof Past)[];

/** Splits an address into the past it asks for and everything else it asks. A day that is no past day is refused and named. */
export function readPast(
  parameters: AddressParameters,
  today: IsoDate,
): Result<{ readonly past: Past; readonly rest: AddressParameters }, FilterProblem> {
  const { asOf, until, ...rest } = parameters;
  const days: Record<keyof Past, IsoDate | null> = { asOf: null, until: null };
  for (const [name, asked] of [
    ['asOf', asOf],
    ['until', until],
  ] as const) {
    const given = asked === undefined ? [] : typeof asked === 'string' ? [asked] : asked;
    const found = given.join(', ');
    if (found === '') continue;
    if (!isIsoDate(found) || found > today) return refuse({ kind: 'not-a-past-day', name, found, latest: today });
    // A day that is not over yet is now, and now has one address.
    if (found < today) days[name] = found;
  }
  return accept({ past: days, rest });
}

/** The day that "today" is in a past: lateness is reckoned from it. */
export const dayOf = ({ asOf, until }: Past, today: IsoDate): IsoDate =>
  [asOf, until].reduce<IsoDate>((earliest, one) => (one !== null && one < earliest ? one : earliest), today);

/** The last days of the years that are over, from the year of the first day on. */
export function yearEnds(first: IsoDate, last: IsoDate): readonly IsoDate[] {
  const [from, to] = [Number(first.slice(0, 4)), Number(last.slice(0, 4))];
  return Array.from({ length: Math.max(0, to - from) }, (_, index) =>
    day(`${String(from + index).padStart(4, '0')}-12-31`),
  );
}

/** The days as an address and a form have them: only those that are asked for. */
export const pastQuery = ({ asOf, until }: Past): Readonly<Record<string, string>> => ({
  ...(asOf && { asOf }),
  ...(until && { until }),
});

/** An address within the record, so that it leads to the same past. Addresses elsewhere stay as they are. */
export function keepPast(address: string, past: Past): string {
  if (!isPast(past) || !address.startsWith('/')) return address;
  const [path = '', fragment] = address.split('#', 2);
  const [pathname = '', query] = path.split('?', 2);
  const parameters = new URLSearchParams(query);
  for (const [name, asked] of Object.entries(pastQuery(past))) if (!parameters.has(name)) parameters.set(name, asked);
  return `${pathname}?${parameters}${fragment === undefined ? '' : `#${fragment}`}`;
}
