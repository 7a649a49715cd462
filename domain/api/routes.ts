import { apiRoot, type ApiMethod, type ApiRoute } from './route';
import type { Describe } from '../export/column';
import { readRoutesIn } from './read-routes';
import { writeRoutes } from './write-routes';

/** Everything that can be asked of the API, with schemas that say of each column what it means. */
export const apiRoutesIn = (describe?: Describe): readonly ApiRoute[] => [...readRoutesIn(describe), ...writeRoutes];

/** The same without words: no address below `/api/v1` answers that is not in this list. */
export const apiRoutes: readonly ApiRoute[] = apiRoutesIn();

const patterns = apiRoutes.map((route) => ({ route, pattern: patternOf(route.path) }));

/** The routes of an address, one for each method; none where there is no such address. */
export function routesAt(pathname: string): readonly ApiRoute[] {
  return patterns.filter(({ pattern }) => pattern.test(pathname)).map(({ route }) => route);
}

/** What may be done at an address. What can be read can also be asked for without its body, and from other pages. */
export function methodsAt(pathname: string): readonly (ApiMethod | 'HEAD' | 'OPTIONS')[] {
  const methods = routesAt(pathname).map(({ method }) => method);
  if (methods.length === 0) return [];
  return [...methods.flatMap((method) => (method === 'GET' ? (['GET', 'HEAD'] as const) : [method])), 'OPTIONS'];
}

export const routeOf = (method: string, pathname: string): ApiRoute | null =>
  routesAt(pathname).find((route) => route.method === (method === 'HEAD' ? 'GET' : method)) ?? null;

export const isApiAddress = (pathname: string) => pathname === apiRoot || pathname.startsWith(`${apiRoot}/`);

/** `/projects/{slug}` leads to one segment under any name. */
function patternOf(path: string): RegExp {
  const written = path.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+');
  return new RegExp(`^${apiRoot}${written}$`);
}
