import type { IndexAnswer, ListAnswer, RecordAnswer } from '@/domain/api/answers';
import { type ApiRefusal, apiProblemStatus, problemMediaType } from '@/domain/api/problem';
import { readQuestion } from '@/domain/api/read-question';
import { apiRoot, type ApiRoute } from '@/domain/api/route';
import { routeOf } from '@/domain/api/routes';
import type { AddressParameters } from '@/domain/filter';
import type { Result } from '@/domain/result';
import { openToAnyPage } from '@/server/api/headers';
import { problemOf } from '@/server/api/problem';
import { baseUrl } from '@/server/env';
import type { Answered } from '@/server/export/api-list';
import { etagOf } from '@/server/http/etag';
import { readChangedAt } from '@/server/published/changed-at';

type Answering = Promise<Result<Answered<ListAnswer | RecordAnswer | IndexAnswer>, ApiRefusal>>;

/**
 * Answers a question to the API. What is answered depends on the address and the record alone, so that the front keeps
 * it for everyone; what belongs to one reader, such as how often they may still ask, the front adds.
 */
export async function answerRead(
  request: Request,
  read: (route: ApiRoute, parameters: AddressParameters) => Answering,
): Promise<Response> {
  const { pathname, searchParams } = new URL(request.url);
  const route = routeOf('GET', pathname);
  if (!route) return noSuchAddress(request);
  const answered = await read(route, parametersOf(searchParams));
  if (!answered.ok) return refused(answered.problem);
  const { record, answer } = answered.value;
  return json(answer, {
    'last-modified': await changedHeader(readChangedAt(record)),
    link: linksTo('next' in answer ? answer.next : null),
  });
}

/** An answer that no publication changes. */
export async function answerUnchanging(request: Request, make: () => unknown): Promise<Response> {
  const { pathname, searchParams } = new URL(request.url);
  const route = routeOf('GET', pathname);
  if (!route) return noSuchAddress(request);
  const question = readQuestion(route, parametersOf(searchParams));
  return question.ok ? json(make(), { link: linksTo(null) }) : refused(question.problem);
}

function json(answer: unknown, headers: Readonly<Record<string, string | null>>): Response {
  const body = Buffer.from(`${JSON.stringify(answer)}\n`);
  const given = Object.entries(headers).flatMap(([name, value]) => (value === null ? [] : [[name, value] as const]));
  return new Response(body, {
    headers: {
      ...openToAnyPage,
      'content-type': 'application/json; charset=utf-8',
      etag: etagOf(body),
      ...Object.fromEntries(given),
    },
  });
}

export const noSuchAddress = (request: Request) =>
  refused({ kind: 'unknown-address', values: { address: new URL(request.url).pathname, root: apiRoot } });

function refused(refusal: ApiRefusal): Response {
  return new Response(`${JSON.stringify(problemOf(refusal, baseUrl()))}\n`, {
    status: apiProblemStatus[refusal.kind],
    headers: {
      ...openToAnyPage,
      'content-type': `${problemMediaType}; charset=utf-8`,
      'content-language': 'en',
    },
  });
}

/** A header knows whole seconds: while the second lasts, more may be published in it, and it says nothing yet. */
async function changedHeader(at: Promise<Date>): Promise<string | null> {
  const changedAt = await at;
  const isOver = Date.now() - changedAt.getTime() > 2_000;
  return isOver ? changedAt.toUTCString() : null;
}

function linksTo(next: string | null): string {
  const links = [
    [`${baseUrl()}/en/methodology#licence`, 'license'],
    [`${baseUrl()}/en/data/api`, 'service-doc'],
    [`${baseUrl()}/api/v1/openapi.json`, 'service-desc'],
    ...(next ? [[next, 'next'] as const] : []),
  ] as const;
  return links.map(([address, relation]) => `<${address}>; rel="${relation}"`).join(', ');
}

/** A parameter that is given twice stays visible as two. */
const parametersOf = (query: URLSearchParams): AddressParameters =>
  Object.fromEntries([...new Set(query.keys())].map((name) => [name, query.getAll(name)]));
