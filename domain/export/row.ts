import * as z from 'zod';
import { type Describe, type ExportColumn, isOfEveryVersion, snakeCase } from './column';
import { columnsOf, type TableName } from './tables';

/** A value in a row as programs read it. Money is exact decimal text; a date is as it was stated, its days beside it. */
export type RowValue =
  | string
  | number
  | boolean
  | null
  | readonly string[]
  | Readonly<Record<string, unknown>>
  | readonly Readonly<Record<string, unknown>>[];

/** A row of a table by the names of its columns; a list stands under its own name, as rows of its own. */
export type Row = Readonly<Record<string, RowValue>>;

/** One key of a row. */
export type RowPart = SinglePart | ListPart;

export interface SinglePart {
  readonly kind: 'single';
  readonly key: string;
  readonly column: ExportColumn;
}

export interface ListPart {
  readonly kind: 'list';
  readonly key: string;
  readonly parts: readonly SinglePart[];
}

/** What a row of a table is made of, in the order of its columns; a list stands where its first column does. */
export function rowParts(table: TableName): readonly RowPart[] {
  const columns = columnsOf(table);
  const isFirstOfList = (column: ExportColumn, index: number) =>
    listOf(column) === null || columns.findIndex((other) => listOf(other) === listOf(column)) === index;
  return columns.filter(isFirstOfList).map((column) => {
    const list = listOf(column);
    if (list === null) return single(column.header, column);
    const key = snakeCase(list);
    return {
      kind: 'list',
      key,
      parts: columns
        .filter((other) => listOf(other) === list)
        .map((other) => single(other.header.slice(key.length + 1), other)),
    };
  });
}

const listOf = (column: ExportColumn) => (column.origin === 'field' ? column.list : null);
const single = (key: string, column: ExportColumn): SinglePart => ({ kind: 'single', key, column });

/** What a row of a table is: the same that the API, NDJSON and JSON give. */
export function tableRow(table: TableName, describe?: Describe): z.ZodObject {
  return z.strictObject(
    Object.fromEntries(
      rowParts(table).map((part) => [
        part.key,
        part.kind === 'single'
          ? described(part.column, describe)
          : z.array(
              z.strictObject(
                Object.fromEntries(part.parts.map((each) => [each.key, described(each.column, describe)])),
              ),
            ),
      ]),
    ),
  );
}

/** The same as JSON Schema (2020-12). */
export function tableRowSchema(table: TableName, describe?: Describe): Readonly<Record<string, unknown>> {
  return z.toJSONSchema(tableRow(table, describe), { unrepresentable: 'throw' });
}

function described(column: ExportColumn, describe: Describe | undefined): z.ZodType {
  const value = valueOf(column);
  return describe ? value.describe(describe(column)) : value;
}

function valueOf(column: ExportColumn): z.ZodType {
  const known = knownValueOf(column);
  if (column.origin === 'record' && column.isList) return z.array(known);
  return isOfEveryVersion(column) ? known : known.nullable();
}

function knownValueOf(column: ExportColumn): z.ZodType {
  if (column.origin === 'field' && column.field.type === 'money') return amount;
  if (column.origin === 'field' && column.field.type === 'choice' && column.facet === 'value')
    return z.enum(column.field.values as readonly [string, ...string[]]); // a closed list has a value
  switch (column.type) {
    case 'number':
      return z.number();
    case 'whole number':
      return z.int();
    case 'yes or no':
      return z.boolean();
    case 'day':
      return z.iso.date();
    case 'instant':
      return z.iso.datetime();
    case 'geometry':
      return geometry;
    case 'json':
      return z.record(z.string(), z.unknown());
    case 'date':
      return statedDate;
    case 'text':
    case 'code':
    case 'identifier':
    case 'address':
      return z.string();
  }
}

/** Exact: a program that reads a number as floating point would round a large amount. */
const amount = z.string().regex(/^-?\d+(?:\.\d+)?$/);
/** A day, month, quarter, half, year, or the first and last day of a span. */
const statedDate = z.string().regex(/^\d{4}(?:-(?:Q[1-4]|H[12]|\d{2}(?:-\d{2}(?:\/\d{4}-\d{2}-\d{2})?)?))?$/);
const geometry = z.object({ type: z.string(), coordinates: z.array(z.unknown()) });
