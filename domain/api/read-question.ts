import type { AddressParameters, FilterProblem } from '../filter';
import { accept, refuse, type Result } from '../result';
import { cursorSchema, largestLimit, leastLimit, limitSchema } from './parameters';
import type { ApiRefusal } from './problem';
import type { ApiRoute } from './route';

export interface Question {
  readonly limit: number;
  readonly cursor: string | null;
  /** What is left to the filter and the days. */
  readonly rest: AddressParameters;
}

/** Reads which rows of a list are asked for. A parameter that the route does not have is refused and named, never ignored. */
export function readQuestion(route: ApiRoute, parameters: AddressParameters): Result<Question, ApiRefusal> {
  const names = route.parameters.filter((parameter) => parameter.in === 'query').map(({ name }) => name);
  const unknown = Object.keys(parameters).find((name) => !names.includes(name) && !name.startsWith('utm_'));
  if (unknown !== undefined) return refuse(unknownParameter(unknown, names));

  const { limit: askedLimit, cursor: askedCursor, ...rest } = parameters;
  const limit = limitSchema.safeParse(given(askedLimit));
  if (!limit.success) return refuse(notALimit(given(askedLimit) ?? ''));
  const found = given(askedCursor);
  if (found !== undefined && !cursorSchema.safeParse(found).success) return refuse(notACursor(found));
  return accept({ limit: limit.data, cursor: found ?? null, rest });
}

export const notACursor = (found: string): ApiRefusal => ({
  kind: 'not-a-cursor',
  values: { found },
  more: { parameter: 'cursor', found },
});

/** What a filter refuses, as the API says it. */
export function refusalOf(problem: FilterProblem): ApiRefusal {
  const { name } = problem;
  if (problem.kind === 'unknown-filter') return unknownParameter(name, problem.allowed);
  const { found } = problem;
  if (problem.kind !== 'unknown-filter-value') {
    const { kind, ...values } = problem;
    return { kind, values, more: { parameter: name, found } };
  }
  const { allowed } = problem;
  return {
    kind: 'unknown-value',
    values: { name, found, has: allowed.length > 0 ? 'list' : 'none', list: allowed.join(', ') },
    more: { parameter: name, found, ...(allowed.length > 0 && { allowed: [...allowed] }) },
  };
}

const unknownParameter = (name: string, names: readonly string[]): ApiRefusal => ({
  kind: 'unknown-parameter',
  values: { name, list: names.join(', ') },
  more: { parameter: name, allowed: [...names] },
});

const notALimit = (found: string): ApiRefusal => ({
  kind: 'not-a-limit',
  values: { found, least: leastLimit, most: largestLimit },
  more: { parameter: 'limit', found },
});

/** One value, or several as they were given, which are then refused as one that does not exist; an empty one is not set. */
function given(asked: AddressParameters[string]): string | undefined {
  const text = typeof asked === 'string' ? asked : asked?.join(', ');
  return text === '' ? undefined : text;
}
