import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { type ApiRefusal, apiProblemStatus, problemMediaType } from '@/domain/api/problem';
import { apiRoot, type ApiRoute } from '@/domain/api/route';
import { methodsAt, routeOf } from '@/domain/api/routes';
import { answerToPreflight, openToAnyPage } from '../api/headers';
import { problemOf } from '../api/problem';
import type { Address } from './addresses';
import { policyOfFiles } from './content-security-policy';
import { addressOf } from './forwarded';
import type { CountQuestion } from './rates';
import { securityHeaders } from './security-headers';

export interface ApiDoorOptions {
  readonly baseUrl: string;
  readonly proxies: number;
  readonly count: CountQuestion;
}

/**
 * What every question to the API passes before it is looked into: is there such an address, may this be done there, in
 * which form is it to be answered, and has this network asked too often. Answers what goes no further; otherwise gives
 * the route, and has put on the answer what belongs to this reader and not to what is kept for everyone.
 */
export function apiDoor({ baseUrl, proxies, count }: ApiDoorOptions) {
  return async (
    request: IncomingMessage,
    response: ServerResponse,
    { pathname, key }: Address,
  ): Promise<ApiRoute | null> => {
    const refuse = (refusal: ApiRefusal, headers: OutgoingHttpHeaders = {}) => {
      refuseInApi(response, refusal, baseUrl, headers);
      return null;
    };
    const method = request.method ?? 'GET';
    const methods = methodsAt(pathname);
    if (method === 'OPTIONS' && methods.length > 0) {
      response.writeHead(204, { ...securityHeaders, ...answerToPreflight(methods) }).end();
      return null;
    }
    const route = routeOf(method, pathname);
    const counted = await count(route?.rate ?? 'records', addressOf(request, proxies));
    for (const [name, value] of Object.entries({ ...openToAnyPage, ...counted.headers }))
      if (value !== undefined) response.setHeader(name, value);
    if (counted.retryAfterSeconds !== null) {
      const seconds = counted.retryAfterSeconds;
      return refuse({ kind: 'too-many-requests', values: { seconds }, more: { retryAfterSeconds: seconds } });
    }
    if (methods.length === 0) {
      const withoutSlash = pathname.replace(/\/+$/, '');
      if (withoutSlash !== pathname && methodsAt(withoutSlash).length > 0) {
        response.writeHead(308, { ...securityHeaders, location: key.replace(pathname, withoutSlash) }).end();
        return null;
      }
      return refuse({ kind: 'unknown-address', values: { address: pathname, root: apiRoot } });
    }
    if (!route) {
      const allow = methods.join(', ');
      return refuse({ kind: 'method-not-allowed', values: { method, allow } }, { allow });
    }
    if (!accepts(request.headers.accept, route.answer.mediaType))
      return refuse({ kind: 'not-acceptable', values: { mediaType: route.answer.mediaType } });
    return route;
  };
}

/** A refusal that no page stands behind. */
export function refuseInApi(
  response: ServerResponse,
  refusal: ApiRefusal,
  baseUrl: string,
  headers: OutgoingHttpHeaders = {},
): void {
  const body = Buffer.from(`${JSON.stringify(problemOf(refusal, baseUrl))}\n`);
  response.writeHead(apiProblemStatus[refusal.kind], {
    ...securityHeaders,
    ...openToAnyPage,
    'content-security-policy': policyOfFiles,
    'content-type': `${problemMediaType}; charset=utf-8`,
    'content-language': 'en',
    'content-length': body.length,
    'cache-control': 'no-store',
    ...headers,
  });
  response.end(response.req.method === 'HEAD' ? undefined : body);
}

/** Whether who asks takes this form; who says nothing takes anything. */
function accepts(accepted: string | undefined, mediaType: string): boolean {
  if (!accepted?.trim()) return true;
  const [type] = mediaType.split('/');
  return accepted
    .toLowerCase()
    .split(',')
    .some((part) => {
      const [name, ...parameters] = part.split(';').map((word) => word.trim());
      const isTaken = !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter));
      return isTaken && (name === '*/*' || name === `${type}/*` || name === mediaType);
    });
}
