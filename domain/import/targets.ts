import type { ExportColumn, FieldColumn } from '../export/column';
import { columnsOf, isOwnTable, kindOfTable, type OwnTable, type TableName } from '../export/tables';
import type { RecordDefinition } from '../record/define';
import { records } from '../record/records';

/** The tables whose rows are records: only those can be brought back. */
export type RecordTable = Exclude<TableName, OwnTable>;

export const isRecordTable = (table: TableName): table is RecordTable => !isOwnTable(table);

/** How a publisher names the record in its own books: no field of ours, and kept beside the record. */
export const ownIdentifierHeaders = ['identifier', 'scheme'] as const;

export type Role =
  /** Read into the record. */
  | 'value'
  /** Says which record the row is. */
  | 'identity'
  /** Read only where the column of the value itself is not brought: the label of a code, the name of a place. */
  | 'stand-in'
  /** The days that a date covers: checked against it, or read where the date itself is not brought. */
  | 'days'
  /** Says why a cell is empty, or which version the row was written from. */
  | 'about'
  /** Worked out by Cornerstone from other records: never read. */
  | 'ignored';

export interface Target {
  readonly header: string;
  readonly role: Role;
  readonly column: ExportColumn | null;
}

const aboutRecord = ['version', 'families_status', 'persons_status', 'breakdown_status'];

function roleOf(column: ExportColumn): Role {
  if (column.origin === 'record') {
    if (column.header === 'slug') return 'identity';
    return aboutRecord.includes(column.header) ? 'about' : 'ignored';
  }
  switch (column.facet) {
    case 'value':
      return 'value';
    case 'label':
    case 'name':
    case 'title':
    case 'url':
      return 'stand-in';
    case 'first':
    case 'last':
    case 'precision':
      return 'days';
    default:
      return 'ignored';
  }
}

const known = new Map<RecordTable, ReadonlyMap<string, Target>>();

/** Every column that a file for this table may have, by our header. */
export function targetsOf(table: RecordTable): ReadonlyMap<string, Target> {
  const before = known.get(table);
  if (before) return before;
  const targets = new Map<string, Target>([
    ...columnsOf(table).map(
      (column) => [column.header, { header: column.header, role: roleOf(column), column }] as const,
    ),
    ...ownIdentifierHeaders.map((header) => [header, { header, role: 'identity' as const, column: null }] as const),
  ]);
  known.set(table, targets);
  return targets;
}

export const definitionOf = (table: RecordTable): RecordDefinition => records[kindOfTable[table]];

/** The column that holds the value of a field, or of one field of a list. */
export function valueColumn(table: RecordTable, name: string, list: string | null): FieldColumn {
  const found = columnsOf(table).find(
    (column): column is FieldColumn =>
      column.origin === 'field' && column.facet === 'value' && column.name === name && column.list === list,
  );
  if (!found) throw new Error(`No column holds ${table}.${list ?? ''}.${name}`);
  return found;
}
