import 'server-only';
import { snakeCase } from '@/domain/export/column';
import type { RecordKind } from '@/domain/record/kinds';

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

/** The table of a kind's identifiers. */
export const identityTableOf = (kind: RecordKind): string => kind;

/** The table of a kind's published versions. */
export const versionTableOf = (kind: RecordKind): string => `${kind}_version`;

/** The table of the rows of one list of a kind. */
export function listTableOf(kind: RecordKind, list: string): string {
  const name = listTable[list];
  if (!name) throw new Error(`The schema has no table for the list ${list}`);
  return `${kind}${snakeCase(name)}`;
}
