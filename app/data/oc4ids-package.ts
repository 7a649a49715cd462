import { Readable } from 'node:stream';
import { getTranslations } from 'next-intl/server';
import { fileName } from '@/domain/export/file-name';
import type { AddressParameters, FilterProblem } from '@/domain/filter';
import { pastQuery } from '@/domain/past';
import { accept, refuse, type Result } from '@/domain/result';
import { defaultLocale, isLocale, type Locale, locales } from '@/i18n/locales';
import { today } from '@/server/clock';
import { type PackageAsked, streamPackage } from '@/server/export/oc4ids/stream-package';
import type { PublicRecord } from '@/server/published/record-at';
import { inWords, refusedFilter, unlessTooMany } from './answers';

export interface AskedPackage extends Pick<PackageAsked, 'projects'> {
  readonly record: PublicRecord;
  readonly language: Locale;
  /** The filter, by the names of the address. */
  readonly filters: Readonly<Record<string, string>>;
}

/** Takes the language out of an address: a package is in one, under the same identifiers in each. */
export function askedLanguage(
  parameters: AddressParameters,
): Result<{ readonly language: Locale; readonly rest: AddressParameters }, FilterProblem> {
  const { language, ...rest } = parameters;
  const found = typeof language === 'string' ? language : (language ?? []).join(', ');
  if (found === '') return accept({ language: defaultLocale, rest });
  return isLocale(found)
    ? accept({ language: found, rest })
    : refuse({ kind: 'unknown-filter-value', name: 'language', found, allowed: locales });
}

/** The package that an address asks for, its head alone for HEAD, or what it asked for that there is not. */
export async function answerPackage(
  request: Request,
  path: string,
  asked: Result<AskedPackage, FilterProblem>,
): Promise<Response> {
  if (!asked.ok) return refusedFilter(asked.problem);
  const { record, projects, language, filters } = asked.value;
  const query = { ...filters, ...pastQuery(record.past) };
  return unlessTooMany(async () => {
    const address = addressOf(path, language, query);
    const body = await streamPackage(record, { projects, language, path: address, asked: query });
    if (!body) return inWords(404, await explainNone(asked.value));
    const headers = headersOf(asked.value);
    if (request.method === 'HEAD') {
      body.destroy();
      return new Response(null, { headers });
    }
    // Readable.toWeb passes on back-pressure, and a reader who goes away; the type is Node's own of the same stream.
    return new Response(Readable.toWeb(body) as ReadableStream<Uint8Array>, { headers });
  });
}

async function explainNone({ projects }: AskedPackage): Promise<string> {
  const t = await getTranslations({ locale: defaultLocale, namespace: 'oc4ids.refused' });
  return projects.kind === 'one' ? t('noProject', { slug: projects.slug }) : t('empty');
}

function addressOf(path: string, language: Locale, query: Readonly<Record<string, string>>): string {
  const parameters = new URLSearchParams(language === defaultLocale ? query : { language, ...query });
  return parameters.size === 0 ? path : `${path}?${parameters}`;
}

function headersOf({ record, projects, language, filters }: AskedPackage): HeadersInit {
  const page = `/${language}`;
  const narrowing: Readonly<Record<string, string>> =
    projects.kind === 'one' ? { project: projects.slug } : { ...filters, ...pastQuery(record.past) };
  return {
    'content-type': 'application/json; charset=utf-8',
    'content-disposition': `attachment; filename="${fileName('oc4ids', { language, ...narrowing }, today(), 'json')}"`,
    'content-language': language,
    'cache-control': 'public, s-maxage=2',
    link: `<${page}/methodology#licence>; rel="license", <${page}/data/oc4ids>; rel="describedby"`,
    'x-accel-buffering': 'no',
  };
}
