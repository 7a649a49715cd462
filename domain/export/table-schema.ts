import { type Describe, type ExportColumn, isOfEveryVersion } from './column';
import { isOwnTable, columnsOf, type TableName } from './tables';

/** The columns that tell the rows of a table apart; null where only all of them together do. */
export function keyOf(table: TableName): readonly string[] | null {
  if (table === 'revisions') return ['sequence'];
  if (table === 'slippage' || table === 'changes') return ['kind', 'slug'];
  return isOwnTable(table) && table !== 'late' ? null : ['slug'];
}

const isListed = (column: ExportColumn) => (column.origin === 'field' ? column.list !== null : column.isList);

/** A list whose entries are codes or identifiers, each of them known: its cell splits at `; ` and nothing else is to be undone. */
function isPlainList(column: ExportColumn): boolean {
  if (column.type !== 'identifier' && column.type !== 'code') return false;
  return column.origin === 'record' ? column.isList : column.list !== null && column.field.isRequired;
}

const choicesOf = (column: ExportColumn) =>
  column.origin === 'field' && column.field.type === 'choice' && column.facet === 'value' ? column.field.values : null;

/** A table as Table Schema (Data Package 2.0) describes it. */
export function frictionlessSchema(table: TableName, describe: Describe) {
  return {
    fields: columnsOf(table).map((column) => frictionlessField(column, describe)),
    fieldsMatch: 'exact',
    missingValues: [''],
    ...(keyOf(table) && { primaryKey: keyOf(table) }),
  };
}

function frictionlessField(column: ExportColumn, describe: Describe) {
  const choices = choicesOf(column);
  const constraints = {
    ...(isOfEveryVersion(column) && { required: true }),
    ...(choices && !isListed(column) && { enum: choices }),
  };
  return {
    name: column.header,
    description: describe(column),
    ...(isListed(column) ? listType(column) : frictionlessType(column)),
    ...(column.unit && { unit: column.unit }),
    ...(Object.keys(constraints).length > 0 && { constraints }),
  };
}

const listType = (column: ExportColumn) =>
  isPlainList(column) ? { type: 'list', delimiter: '; ', itemType: 'string' } : { type: 'string' };

function frictionlessType({ type }: ExportColumn) {
  switch (type) {
    case 'number':
      return { type: 'number' };
    case 'whole number':
      return { type: 'integer' };
    case 'yes or no':
      return { type: 'boolean', trueValues: ['yes'], falseValues: ['no'] };
    case 'day':
      return { type: 'date' };
    case 'instant':
      return { type: 'datetime', format: '%Y-%m-%dT%H:%M:%S.%fZ' };
    case 'geometry':
      return { type: 'geojson' };
    case 'json':
      return { type: 'object' };
    case 'address':
      return { type: 'string', format: 'uri' };
    default:
      return { type: 'string' };
  }
}

/** A table as CSV on the Web describes it. */
export function csvwSchema(table: TableName, describe: Describe) {
  return {
    columns: columnsOf(table).map((column) => ({
      name: column.header,
      titles: column.header,
      'dc:description': describe(column),
      datatype: isListed(column) ? 'string' : csvwType(column),
      ...(isPlainList(column) && { separator: '; ' }),
      ...(isOfEveryVersion(column) && { required: true }),
    })),
    ...(keyOf(table) && { primaryKey: keyOf(table) }),
  };
}

function csvwType({ type }: ExportColumn) {
  switch (type) {
    case 'number':
      return 'decimal';
    case 'whole number':
      return 'integer';
    case 'yes or no':
      return { base: 'boolean', format: 'yes|no' };
    case 'day':
      return 'date';
    case 'instant':
      return { base: 'dateTime', format: 'yyyy-MM-ddTHH:mm:ss.SSSX' };
    case 'geometry':
    case 'json':
      return 'json';
    case 'address':
      return 'anyURI';
    default:
      return 'string';
  }
}
