import { getTranslations } from 'next-intl/server';
import type { AddressParameters, FilterProblem } from '@/domain/filter';
import { defaultLocale } from '@/i18n/locales';
import { TooManyFiles } from '@/server/export/copy-out';
import { explainFilter } from '@/app/_public/explain-filter';

const words = () => getTranslations({ locale: defaultLocale, namespace: 'files' });

/** A sentence instead of a file. */
export function inWords(status: number, sentence: string, headers: HeadersInit = {}): Response {
  return new Response(`${sentence}\n`, {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', ...headers },
  });
}

export async function noSuchFile(file: string): Promise<Response> {
  return inWords(404, (await words())('refused.unknownTable', { file }));
}

export async function refusedFilter(problem: FilterProblem): Promise<Response> {
  return inWords(400, explainFilter(problem, await words()));
}

/** The answer, or, where all connections for files are taken, when to ask again. */
export async function unlessTooMany(answer: () => Promise<Response>): Promise<Response> {
  try {
    return await answer();
  } catch (error) {
    if (!(error instanceof TooManyFiles)) throw error;
    return inWords(503, (await words())('refused.tooManyFiles'), { 'retry-after': '10' });
  }
}

/** A description of what is given away; small, and read by programs of other places. */
export function asJson(value: unknown, type = 'application/json'): Response {
  return new Response(`${JSON.stringify(value, null, 2)}\n`, {
    headers: { 'content-type': type, 'cache-control': 'public, s-maxage=2' },
  });
}

/** A parameter that is given twice stays visible as two. */
export function parametersOf(url: string): AddressParameters {
  const query = new URL(url).searchParams;
  return Object.fromEntries([...new Set(query.keys())].map((name) => [name, query.getAll(name)]));
}
