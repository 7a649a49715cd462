import type { Content } from '../record/content';
import type { FileCell } from './cell';
import type { RowFinding } from './finding';
import type { Mapping } from './mapping';
import type { RowReader } from './read-row';
import { definitionOf, type RecordTable, targetsOf, valueColumn } from './targets';

/** A row while it is being read. */
export interface RowInReading {
  readonly reader: RowReader;
  readonly cells: readonly FileCell[];
  readonly before: Content | null;
  readonly plan: Plan;
  readonly findings: RowFinding[];
  readonly touched: string[];
  readonly keptWithheld: string[];
}

/** Where the parts of a field stand in the file; -1 where they do not. */
export interface Positions {
  readonly value: number;
  readonly first: number;
  readonly last: number;
  readonly precision: number;
  readonly header: string;
}
export type Plan = ReadonlyMap<string, Positions>;

const plans = new WeakMap<Mapping, Map<RecordTable, Plan>>();

/** By `field` or `list.field`. Made once for a mapping: a million rows are read by it. */
export function planOf({ table, mapping }: RowReader): Plan {
  const byTable = plans.get(mapping) ?? new Map<RecordTable, Plan>();
  plans.set(mapping, byTable);
  const before = byTable.get(table);
  if (before) return before;
  const plan = new Map<string, Positions>();
  for (const [name, field] of Object.entries(definitionOf(table).fields)) {
    const inner =
      field.type === 'list' ? Object.keys(field.fields).map((key) => [key, name] as const) : [[name, null] as const];
    for (const [key, list] of inner) plan.set(list ? `${list}.${key}` : key, positionsOf(table, mapping, key, list));
  }
  byTable.set(table, plan);
  return plan;
}

const standIns = ['label', 'name', 'url', 'title'];

function positionsOf(table: RecordTable, mapping: Mapping, name: string, list: string | null): Positions {
  const facets = new Map<string, string>();
  for (const { column } of targetsOf(table).values()) {
    if (column?.origin === 'field' && column.name === name && column.list === list)
      facets.set(column.facet, column.header);
  }
  const at = (facet: string) => {
    const header = facets.get(facet);
    return header === undefined ? -1 : mapping.indexOf(header);
  };
  const standIn = standIns.map(at).find((position) => position !== -1) ?? -1;
  const value = at('value') === -1 ? standIn : at('value');
  const { header } = valueColumn(table, name, list);
  return { value, first: at('first'), last: at('last'), precision: at('precision'), header };
}
