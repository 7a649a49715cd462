import 'server-only';
import type { RecordKind } from '@/domain/record/kinds';
import type { Transaction } from '../db';

/** What publishing needs of a table, whichever kind it is of: Prisma types each table apart, the rows are alike here. */
export interface Rows {
  readonly createMany: (args: { data: Record<string, unknown>[] }) => Promise<{ count: number }>;
  readonly updateMany: (args: {
    where: Record<string, unknown>;
    data: Record<string, unknown>;
  }) => Promise<{ count: number }>;
  readonly findMany: (args: Record<string, unknown>) => Promise<Record<string, unknown>[]>;
}

/** The tables of a kind: its identifiers, its versions, and the rows of each of its lists. */
export interface RecordTables {
  readonly identities: Rows;
  readonly versions: Rows;
  readonly lists: Readonly<Record<string, Rows>>;
}

/** What one element of a list field is called in the schema: `names` of a place are rows of `PlaceName`. */
export const listTable: Readonly<Record<string, string>> = {
  names: 'Name',
  labels: 'Label',
  evidence: 'Evidence',
  members: 'Member',
  communities: 'Community',
  designations: 'Designation',
  furtherSources: 'FurtherSource',
  places: 'Place',
  parties: 'Party',
  measures: 'Measure',
  amendments: 'Amendment',
  quantities: 'Quantity',
  breakdown: 'Breakdown',
  claims: 'Claim',
  statements: 'Statement',
};

export function tablesOf(tx: Transaction, kind: RecordKind, listFields: readonly string[]): RecordTables {
  const model = kind.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
  return {
    identities: table(tx, model),
    versions: table(tx, `${model}Version`),
    lists: Object.fromEntries(listFields.map((field) => [field, table(tx, `${model}${listTable[field] ?? ''}`)])),
  };
}

function table(tx: Transaction, model: string): Rows {
  const found: unknown = Reflect.get(tx, model);
  if (!found) throw new Error(`The schema has no table ${model}`);
  return found as Rows; // every model of the schema has these three
}
