import {
  anyText,
  type Allowed,
  type AddressParameters,
  type FilterProblem,
  projectSorts,
  readParameters,
} from '../filter';
import { claimUses } from '../claims/choose-claim';
import { latenesses } from '../lateness';
import { isPublicIdentifier } from '../record/identifier';
import { type CodeList, codeLists } from '../record/code-lists';
import { qualityMeasures } from '../quality';
import { recordKinds, type RecordKind } from '../record/kinds';
import { accept, refuse, type Result } from '../result';
import {
  accumulations,
  conditions,
  countings,
  disagreementNatures,
  milestoneTypes,
  moneyKinds,
  placeTypes,
  procurementMethods,
  projectStatuses,
  readinessStates,
  reasonKinds,
  recordChanges,
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
  | { readonly type: 'words' }
  /** A day up to today, see `compared-days.ts`. */
  | { readonly type: 'day' };

export type FilterRules = Readonly<Record<string, FilterRule>>;
/** The filters that are on, by name. */
export type FilterValues = Readonly<Record<string, string>>;

export const choice = (values: readonly string[]): FilterRule => ({ type: 'choice', values });
const code = (list: CodeList): FilterRule => ({ type: 'code', list });
export const reference = (to: RecordKind): FilterRule => ({ type: 'reference', to });
export const within: FilterRule = { type: 'within' };
const verification = choice(verifications);
/** What the list of projects can be narrowed by, for what hangs on projects. */
const ofProjects: FilterRules = {
  sector: choice(sectors),
  subsector: code('subsector'),
  status: choice(projectStatuses),
  place: within,
};

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
    'on-hold': choice(['yes']),
    unreported: choice(['yes']),
    verification,
    sort: choice(projectSorts),
    order: choice(['ascending', 'descending']),
  },
  contracts: {
    project: reference('project'),
    supplier: reference('organisation'),
    ...ofProjects,
    procurement_method: choice(procurementMethods),
    verification,
  },
  milestones: { project: reference('project'), ...ofProjects, type: choice(milestoneTypes), verification },
  landmarks: {
    q: { type: 'words' },
    place: within,
    kind: code('landmark_kind'),
    community: code('community'),
    condition: choice(conditions),
    stated_by: reference('organisation'),
  },
  conditions: {
    q: { type: 'words' },
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
    ...ofProjects,
    kind: choice(moneyKinds),
    accumulation: choice(accumulations),
    currency: { type: 'currency' },
    stated_by: reference('organisation'),
    verification,
  },
  progress: {
    project: reference('project'),
    ...ofProjects,
    kind: choice(reportKinds),
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
  totals: {
    place: within,
    kind: choice(resettlementKinds),
    population_group: code('population_group'),
    claims: choice(claimUses),
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
  disagreements: {
    nature: choice(disagreementNatures),
    project: reference('project'),
    landmark: reference('landmark'),
    place: within,
  },
  sources: { q: { type: 'words' } },
  late: {
    q: { type: 'words' },
    ...ofProjects,
    'on-hold': choice(['yes']),
    verification,
    lateness: choice(latenesses),
  },
  slippage: { q: { type: 'words' }, ...ofProjects, 'on-hold': choice(['yes']), verification },
  quality: { measure: choice(qualityMeasures) },
  revisions: {
    kind: choice(recordKinds),
    slug: { type: 'words' },
    action: choice(['add', 'change', 'withdraw']),
    reason_kind: choice(reasonKinds),
  },
  changes: {
    from: { type: 'day' },
    to: { type: 'day' },
    change: choice(recordChanges),
    kind: choice(recordKinds),
    sector: choice(sectors),
    place: within,
  },
  codes: { list: choice(codeLists), sector: choice(sectors) },
};

/** The codes of the open lists that exist now. */
export type KnownCodes = Readonly<Record<CodeList, readonly string[]>>;

/**
 * Reads the filters out of an address. A name or a value that does not exist is refused and named; whether an
 * identifier exists is asked of the database afterwards, see `server/export`.
 */
export function readFilters(
  rules: FilterRules,
  parameters: AddressParameters,
  known: KnownCodes,
): Result<FilterValues, FilterProblem> {
  const read = readParameters(
    parameters,
    Object.fromEntries(Object.entries(rules).map(([name, rule]) => [name, allowedBy(rule, known)])),
  );
  if (!read.ok) return read;
  const values = Object.entries(read.value).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  const refused = values.find(([name, value]) => !hasForm(rules[name], value));
  if (refused) return refuse(unknownValue(...refused));
  return accept(Object.fromEntries(values));
}

/** An identifier that no record has: too many to list, their own table does. */
export const unknownValue = (name: string, found: string): FilterProblem => ({
  kind: 'unknown-filter-value',
  name,
  found,
  allowed: [],
});

function allowedBy(rule: FilterRule, known: KnownCodes): Allowed {
  switch (rule.type) {
    case 'choice':
      return rule.values;
    case 'code':
      return known[rule.list];
    default:
      return anyText;
  }
}

function hasForm(rule: FilterRule | undefined, value: string): boolean {
  switch (rule?.type) {
    case 'reference':
    case 'within':
      return isPublicIdentifier(value);
    case 'currency':
      return /^[A-Z]{3}$/.test(value);
    default:
      return true;
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
