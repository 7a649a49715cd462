import { getTranslations } from 'next-intl/server';
import { type FilterRules, readFilters } from '@/domain/export/filters';
import type { AddressParameters } from '@/domain/filter';
import { calendarRules, type FollowForm, followRules, mediaTypeOf } from '@/domain/follow/follow';
import { defaultLocale, isLocale } from '@/i18n/locales';
import { readKnownCodes } from '@/server/export/known-values';
import { findUnknownFollowed } from '@/server/published/followed';
import { askedRecord } from './asked-record';
import { makeCalendar } from './calendar';
import { explainFilter } from './explain-filter';
import { makeFeed } from './feed';
import { followWords } from './follow-words';

/** What the path says beside the query: the language, and what stands beside one page. */
export interface FollowedPath {
  readonly locale?: string;
  readonly project?: string;
  readonly place?: string;
}

/** A feed or a calendar, as its address asks for it; a name or value that does not exist is refused in a sentence. */
export async function answerFollower(request: Request, form: FollowForm, path: FollowedPath): Promise<Response> {
  const locale = path.locale ?? defaultLocale;
  if (!isLocale(locale)) return inWords(404, 'There is no such language here.');
  const t = await getTranslations({ locale, namespace: 'files' });
  const { locale: _, ...beside } = path;
  const rules: FilterRules = form === 'milestones.ics' ? calendarRules : followRules;
  const asked = askedRecord(parametersOf(request.url));
  if (!asked.ok) return inWords(400, explainFilter(asked.problem, t));
  const { record, rest } = asked.value;
  // What the path says cannot be asked for again.
  const open = Object.fromEntries(Object.entries(rules).filter(([name]) => !(name in beside)));
  const read = readFilters(open, rest, await readKnownCodes(record));
  if (!read.ok) return inWords(400, explainFilter(read.problem, t));
  const of = { ...read.value, ...beside };
  const unknown = await findUnknownFollowed(record, rules, of);
  if (unknown) return inWords(unknown.name in beside ? 404 : 400, explainFilter(unknown, t));
  const words = await followWords(locale);
  const body = form === 'milestones.ics' ? makeCalendar(record, of, words) : makeFeed(record, of, form, words);
  return new Response(await body, {
    headers: {
      'content-type': `${mediaTypeOf[form]}; charset=utf-8`,
      'content-language': locale,
      link: `</${locale}/methodology#licence>; rel="license"`,
    },
  });
}

const inWords = (status: number, sentence: string) =>
  new Response(`${sentence}\n`, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } });

/** A parameter that is given twice stays visible as two. */
function parametersOf(url: string): AddressParameters {
  const query = new URL(url).searchParams;
  return Object.fromEntries([...new Set(query.keys())].map((name) => [name, query.getAll(name)]));
}
