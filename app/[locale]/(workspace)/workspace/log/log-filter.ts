import * as z from 'zod';
import { isIsoDate } from '@/domain/calendar';
import { loggedVerbs, type LogFilter } from '@/server/workspace/log';

const day = z.string().refine(isIsoDate).nullable().catch(null);
const asked = z.object({
  person: z.uuid().nullable().catch(null),
  verb: z.enum(loggedVerbs).nullable().catch(null),
  from: day,
  until: day,
  page: z.coerce.number().int().min(1).max(1_000_000).catch(1),
});

export interface AskedLog {
  readonly filter: LogFilter;
  readonly page: number;
  /** What was asked for and does not exist, by name. */
  readonly ignored: readonly string[];
}

/** The filter in an address. A value that does not exist is named, and filters nothing. */
export function readLogFilter(parameters: Readonly<Record<string, string | readonly string[] | undefined>>): AskedLog {
  const given = Object.fromEntries(Object.entries(parameters).filter(([, value]) => value !== ''));
  const { person, verb, from, until, page } = asked.parse(given);
  const read = { person, verb, from, until };
  const ignored = Object.entries(read).flatMap(([name, value]) =>
    value === null && given[name] !== undefined ? [String(given[name])] : [],
  );
  return { filter: { personId: person, verb, from, until }, page, ignored };
}

/** The address of the same filter, on a page or in a file. */
export function logAddress(base: string, { personId, verb, from, until }: LogFilter, page = 1): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ person: personId, verb, from, until }))
    if (value) query.set(name, value);
  if (page > 1) query.set('page', String(page));
  return query.size > 0 ? `${base}?${query}` : base;
}
