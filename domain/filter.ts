import { accept, refuse, type Result } from './result';
import {
  projectStatuses,
  sectors,
  verifications,
  type ProjectStatus,
  type Sector,
  type Verification,
} from './vocabulary';

/** What every view of projects can be narrowed by: page, chart, totals and files read the same. */
export interface ProjectFilter {
  /** Words looked for in title, description and place names of every language; empty is none. */
  readonly text: string;
  readonly sector: Sector | null;
  readonly subsector: string | null;
  readonly status: ProjectStatus | null;
  /** A place and everything within it. */
  readonly place: string | null;
  readonly isLate: boolean;
  readonly isOnHold: boolean;
  /** Open, and nothing was said of it in twelve months. */
  readonly isUnreported: boolean;
  readonly verification: Verification | null;
  readonly sort: ProjectSort;
  readonly isAscending: boolean;
  /** From 1. Files have no pages and leave it out. */
  readonly page: number;
}

export const projectSorts = ['name', 'status', 'progress', 'promised', 'slipped', 'budget', 'last-report'] as const;
export type ProjectSort = (typeof projectSorts)[number];

/** The values of open lists that exist now. */
export interface KnownValues {
  readonly subsectors: readonly string[];
  readonly places: readonly string[];
}

/** What the address asked for does not exist: files answer 400, pages say so and show the way back. */
export type FilterProblem =
  | {
      readonly kind: 'unknown-filter-value';
      readonly name: string;
      readonly found: string;
      readonly allowed: readonly string[];
    }
  | { readonly kind: 'unknown-filter'; readonly name: string; readonly allowed: readonly string[] }
  /** A past can be asked for up to today. */
  | { readonly kind: 'not-a-past-day'; readonly name: string; readonly found: string; readonly latest: string }
  /** Of two days to compare, the first is the earlier one. */
  | { readonly kind: 'reversed-days'; readonly name: string; readonly found: string; readonly to: string };

/** The parameters of an address, as Next and `URLSearchParams` give them. */
export type AddressParameters = Readonly<Record<string, string | readonly string[] | undefined>>;

export const everyProject: ProjectFilter = {
  text: '',
  sector: null,
  subsector: null,
  status: null,
  place: null,
  isLate: false,
  isOnHold: false,
  isUnreported: false,
  verification: null,
  sort: 'name',
  isAscending: true,
  page: 1,
};

/** Reads a project filter from an address. A value that does not exist is refused and named, never ignored. */
export function readFilter(parameters: AddressParameters, known: KnownValues): Result<ProjectFilter, FilterProblem> {
  const read = readParameters(parameters, {
    q: anyText,
    sector: sectors,
    subsector: known.subsectors,
    status: projectStatuses,
    place: known.places,
    late: ['yes'],
    'on-hold': ['yes'],
    unreported: ['yes'],
    verification: verifications,
    sort: projectSorts,
    order: ['ascending', 'descending'],
    page: pageNumber,
  });
  if (!read.ok) return read;

  const { value: asked } = read;
  const sort = oneOf(projectSorts, asked.sort) ?? everyProject.sort;
  return accept({
    text: asked.q ?? '',
    sector: oneOf(sectors, asked.sector),
    subsector: asked.subsector ?? null,
    status: oneOf(projectStatuses, asked.status),
    place: asked.place ?? null,
    isLate: asked.late === 'yes',
    isOnHold: asked['on-hold'] === 'yes',
    isUnreported: asked.unreported === 'yes',
    verification: oneOf(verifications, asked.verification),
    sort,
    isAscending: asked.order ? asked.order === 'ascending' : isNaturallyAscending(sort),
    page: Number(asked.page ?? 1),
  });
}

/** The query that stands for a filter: only what is set, always in one order, so that one view has one address. */
export function writeFilter(filter: Partial<ProjectFilter>): string {
  const { sort, isAscending, page, ...rest } = { ...everyProject, ...filter };
  const isNatural = isAscending === isNaturallyAscending(sort);
  const set: readonly (readonly [string, string | null])[] = [
    ['q', rest.text || null],
    ['sector', rest.sector],
    ['subsector', rest.subsector],
    ['status', rest.status],
    ['place', rest.place],
    ['late', rest.isLate ? 'yes' : null],
    ['on-hold', rest.isOnHold ? 'yes' : null],
    ['unreported', rest.isUnreported ? 'yes' : null],
    ['verification', rest.verification],
    ['sort', sort === everyProject.sort ? null : sort],
    ['order', isNatural ? null : isAscending ? 'ascending' : 'descending'],
    ['page', page > 1 ? String(page) : null],
  ];
  const query = new URLSearchParams(set.flatMap(([name, value]) => (value === null ? [] : [[name, value]]))).toString();
  return query === '' ? '' : `?${query}`;
}

/** Names from A; dates from the next; what is large or new first. */
export const isNaturallyAscending = (sort: ProjectSort) => sort === 'name' || sort === 'status' || sort === 'promised';

/** What a parameter may say: one of a list, any text, or the number of a page. */
export type Allowed = readonly string[] | typeof anyText | typeof pageNumber;
export const anyText = 'any-text';
export const pageNumber = 'page-number';

/** Longer than any name; what is longer is no search. */
export const longestText = 200;
const lastPage = 1_000_000;

/**
 * Reads the parameters of any filtered view. An empty one is not set, as forms send it. One of another name, a value
 * that does not exist, and one given twice are refused; only `utm_...`, which links are decorated with, passes unread.
 */
export function readParameters<Name extends string>(
  parameters: AddressParameters,
  allowed: Readonly<Record<Name, Allowed>>,
): Result<Readonly<Partial<Record<Name, string>>>, FilterProblem> {
  const read: Partial<Record<Name, string>> = {};
  const isName = (name: string): name is Name => Object.hasOwn(allowed, name);
  for (const [name, given] of Object.entries(parameters)) {
    if (given === undefined || name.startsWith('utm_')) continue;
    if (!isName(name)) return refuse({ kind: 'unknown-filter', name, allowed: Object.keys(allowed) });

    const [found = '', ...others] = typeof given === 'string' ? [given] : given;
    const choices: Allowed = allowed[name];
    const value = choices === anyText ? plainText(found) : found.trim();
    if (value === '' && others.length === 0) continue;
    if (others.length > 0 || !isAllowed(value, choices)) {
      const values = typeof choices === 'string' ? [] : choices;
      return refuse({ kind: 'unknown-filter-value', name, found: [found, ...others].join(', '), allowed: values });
    }
    read[name] = value;
  }
  return accept(read);
}

function isAllowed(value: string, allowed: Allowed): boolean {
  if (allowed === anyText) return value.length <= longestText;
  if (allowed === pageNumber) return /^[1-9]\d*$/.test(value) && Number(value) <= lastPage;
  return allowed.includes(value);
}

/** Words as one looks for them. A database keeps no NUL in text, and a search for one finds nothing. */
export const plainText = (text: string) =>
  text
    .replaceAll(/[\p{Cc}\p{Cs}]+/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim();

function oneOf<Value extends string>(values: readonly Value[], found: string | undefined): Value | null {
  return values.find((value) => value === found) ?? null;
}
