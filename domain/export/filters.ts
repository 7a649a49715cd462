import { isPublicIdentifier } from '../record/identifier';
import { type CodeList, codeLists } from '../record/code-lists';
import { recordKinds, type RecordKind } from '../record/kinds';
import { accept, refuse, type Result } from '../result';
import {
  accumulations,
  conditions,
  countings,
  milestoneTypes,
  moneyKinds,
  placeTypes,
  procurementMethods,
  projectStatuses,
  readinessStates,
  reasonKinds,
  reportKinds,
  resettlementKinds,
  resettlementStages,
  sectors,
  targetMetrics,
  verifications,
} from '../vocabulary';
import type { TableName } from './tables';

/** What a filter's value may be. Codes and identifiers are data, so the database is asked whether there is such a one. */
export type FilterRule =
  | { readonly type: 'choice'; readonly values: readonly string[] }
  | { readonly type: 'code'; readonly list: CodeList }
  | { readonly type: 'reference'; readonly to: RecordKind }
  /** A place, and everything that lies in it. */
  | { readonly type: 'within' }
  /** Three letters, as ISO 4217 has them. */
  | { readonly type: 'currency' }
  | { readonly type: 'words' };

export type FilterRules = Readonly<Record<string, FilterRule>>;
/** The filters that are on, by name. */
export type FilterValues = Readonly<Record<string, string>>;

export type RefusedFilter =
  | { readonly kind: 'unknown-filter'; readonly name: string; readonly allowed: readonly string[] }
  | { readonly kind: 'given-twice'; readonly name: string }
  /** `allowed` is null where it is too long to list: identifiers, whose own table lists them. */
  | {
      readonly kind: 'unknown-value';
      readonly name: string;
      readonly value: string;
      readonly allowed: readonly string[] | null;
      readonly listedIn: TableName | null;
    };

const choice = (values: readonly string[]): FilterRule => ({ type: 'choice', values });
const code = (list: CodeList): FilterRule => ({ type: 'code', list });
const reference = (to: RecordKind): FilterRule => ({ type: 'reference', to });
const within: FilterRule = { type: 'within' };
const verification = choice(verifications);

/** The filters of each table, under the names that the pages give them. */
export const filtersOf: Readonly<Record<TableName, FilterRules>> = {
  programmes: { place: within, verification },
  places: { q: { type: 'words' }, type: choice(placeTypes), place: within },
  organisations: {},
  projects: {
    q: { type: 'words' },
    sector: choice(sectors),
    subsector: code('subsector'),
    status: choice(projectStatuses),
    place: within,
    late: choice(['yes']),
    on_hold: choice(['yes']),
    verification,
  },
  contracts: { project: reference('project'), supplier: reference('organisation'), procurement_method: choice(procurementMethods), verification },
  milestones: { project: reference('project'), type: choice(milestoneTypes), verification },
  landmarks: {
    q: { type: 'words' },
    place: within,
    kind: code('landmark_kind'),
    community: code('community'),
    condition: choice(conditions),
    stated_by: reference('organisation'),
  },
  conditions: {
    landmark: reference('landmark'),
    place: within,
    kind: code('landmark_kind'),
    community: code('community'),
    condition: choice(conditions),
    stated_by: reference('organisation'),
    verification,
  },
  budget: {
    programme: reference('programme'),
    project: reference('project'),
    place: within,
    kind: choice(moneyKinds),
    accumulation: choice(accumulations),
    currency: { type: 'currency' },
    stated_by: reference('organisation'),
    verification,
  },
  progress: {
    project: reference('project'),
    sector: choice(sectors),
    place: within,
    kind: choice(reportKinds),
    status: choice(projectStatuses),
    verification,
  },
  resettlement: {
    place: within,
    kind: choice(resettlementKinds),
    population_group: code('population_group'),
    stage: choice(resettlementStages),
    counting: choice(countings),
    stated_by: reference('organisation'),
    verification,
  },
  targets: {
    programme: reference('programme'),
    place: within,
    metric: choice(targetMetrics),
    measure: code('measure'),
    population_group: code('population_group'),
    verification,
  },
  readiness: { place: within, service: code('service'), state: choice(readinessStates), verification },
  context: { place: within, category: code('fact_category'), verification },
  sources: { q: { type: 'words' } },
  revisions: { kind: choice(recordKinds), slug: { type: 'words' }, action: choice(['add', 'change', 'withdraw']), reason_kind: choice(reasonKinds) },
  codes: { list: choice(codeLists), sector: choice(sectors) },
};

/**
 * Reads the filters out of an address. An empty value is what a form sends for "any" and filters nothing; a name or a
 * value that does not exist is refused and named. `ignored` are what a page has beside its filters: sort order, page.
 */
export function readFilters(
  rules: FilterRules,
  parameters: Iterable<readonly [string, string]>,
  ignored: readonly string[] = [],
): Result<FilterValues, RefusedFilter> {
  const values: Record<string, string> = {};
  for (const [name, given] of parameters) {
    if (ignored.includes(name)) continue;
    const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
    if (!rule) return refuse({ kind: 'unknown-filter', name, allowed: Object.keys(rules) });
    const value = given.normalize('NFC').trim();
    if (value === '') continue;
    if (Object.hasOwn(values, name)) return refuse({ kind: 'given-twice', name });
    if (!mayBe(rule, value)) return refuse(unknownValue(name, rule, value));
    values[name] = value;
  }
  return accept(values);
}

export function unknownValue(name: string, rule: FilterRule, value: string, codes: readonly string[] | null = null): RefusedFilter {
  const allowed = rule.type === 'choice' ? rule.values : codes;
  return { kind: 'unknown-value', name, value, allowed, listedIn: allowed ? null : listedIn(rule) };
}

function listedIn(rule: FilterRule): TableName | null {
  switch (rule.type) {
    case 'within':
      return 'places';
    case 'code':
      return 'codes';
    case 'reference':
      return referenceTables[rule.to] ?? null;
    default:
      return null;
  }
}

const referenceTables: Partial<Record<RecordKind, TableName>> = {
  project: 'projects',
  programme: 'programmes',
  organisation: 'organisations',
  landmark: 'landmarks',
};

function mayBe(rule: FilterRule, value: string): boolean {
  switch (rule.type) {
    case 'choice':
      return rule.values.includes(value);
    case 'code':
      return /^[a-z0-9_]{1,100}$/.test(value);
    case 'reference':
    case 'within':
      return isPublicIdentifier(value);
    case 'currency':
      return /^[A-Z]{3}$/.test(value);
    case 'words':
      return value.length <= 200 && !/\p{Cc}|\p{Surrogate}/u.test(value);
  }
}

/** The same filters as an address has them: `?sector=housing&late=yes`, or nothing. */
export function filterQuery(values: Readonly<Record<string, string | number | null | undefined>>): string {
  const query = new URLSearchParams(
    Object.entries(values).flatMap(([name, value]) =>
      value === null || value === undefined || value === '' ? [] : [[name, String(value)]],
    ),
  ).toString();
  return query && `?${query}`;
}
