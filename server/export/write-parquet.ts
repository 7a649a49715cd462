import 'server-only';
import { Readable } from 'node:stream';
import { ByteWriter, type ColumnSource, ParquetWriter, type SchemaElement } from 'hyparquet-writer';
import type { FileAbout } from '@/domain/export/about';
import type { ExportColumn } from '@/domain/export/column';
import { type Row, type RowPart, rowParts, type SinglePart } from '@/domain/export/row';
import { readRows } from './read-rows';

/** Rows that are held until they are written together: enough to compress well, few enough to hold. */
const rowsInGroup = 5_000;
const dayMs = 86_400_000;
/** No currency has more than four digits after the point; with the eighteen before it they fit in 38. */
const amountScale = 4;

/** Columns with their types, lists as lists of rows, written a group of rows at a time. Without its end it cannot be opened. */
export function writeParquet(lines: Readable, about: FileAbout): Readable {
  return Readable.from(groupsOf(lines, about), { objectMode: false });
}

async function* groupsOf(lines: Readable, about: FileAbout): AsyncGenerator<Buffer> {
  const parts = rowParts(about.table);
  const bytes = new ByteWriter();
  const file = new ParquetWriter({
    writer: bytes,
    schema: [{ name: 'row', num_children: parts.length }, ...parts.flatMap(elementsOf)],
    kvMetadata: Object.entries(about).map(([key, value]) => ({
      key,
      value: typeof value === 'string' ? value : JSON.stringify(value),
    })),
    createdBy: 'cornerstone',
  });
  let held: Row[] = [];
  for await (const batch of readRows(lines)) {
    held.push(...batch);
    if (held.length < rowsInGroup) continue;
    await file.write({ columnData: columnsOf(parts, held), rowGroupSize: held.length });
    held = [];
    yield taken(bytes);
  }
  if (held.length > 0) await file.write({ columnData: columnsOf(parts, held), rowGroupSize: held.length });
  await file.finish();
  yield taken(bytes);
}

/** What was written since the last time; places in the file go on being counted from its begin. */
function taken(bytes: ByteWriter): Buffer {
  const written = Buffer.from(bytes.getBytes()); // a copy: the writer fills its own anew
  bytes.index = 0;
  return written;
}

const columnsOf = (parts: readonly RowPart[], rows: readonly Row[]): ColumnSource[] =>
  parts.map((part) => ({
    name: part.key,
    data:
      part.kind === 'single'
        ? rows.map((row) => valueOf(part.column, row[part.key]))
        : rows.map((row) => (row[part.key] as readonly Row[]).map((each) => listed(part.parts, each))), // a list part is an array of rows
  }));

const listed = (parts: readonly SinglePart[], row: Row) =>
  Object.fromEntries(parts.map(({ key, column }) => [key, valueOf(column, row[key])]));

function elementsOf(part: RowPart): SchemaElement[] {
  if (part.kind === 'list')
    return listElements(part.key, [
      { name: 'element', num_children: part.parts.length, repetition_type: 'OPTIONAL' },
      ...part.parts.map(({ key, column }) => elementOf(key, column)),
    ]);
  return part.column.origin === 'record' && part.column.isList
    ? listElements(part.key, [elementOf('element', part.column)])
    : [elementOf(part.key, part.column)];
}

const listElements = (name: string, element: readonly SchemaElement[]): SchemaElement[] => [
  { name, num_children: 1, converted_type: 'LIST', repetition_type: 'OPTIONAL' },
  { name: 'list', num_children: 1, repetition_type: 'REPEATED' },
  ...element,
];

function elementOf(name: string, column: ExportColumn): SchemaElement {
  const optional = { name, repetition_type: 'OPTIONAL' } as const;
  if (isAmount(column))
    return {
      ...optional,
      type: 'FIXED_LEN_BYTE_ARRAY',
      type_length: 16,
      converted_type: 'DECIMAL',
      precision: 38,
      scale: amountScale,
    };
  switch (column.type) {
    case 'number':
      return { ...optional, type: 'DOUBLE' };
    case 'whole number':
      return { ...optional, type: 'INT64' };
    case 'yes or no':
      return { ...optional, type: 'BOOLEAN' };
    case 'day':
      return { ...optional, type: 'INT32', converted_type: 'DATE' };
    case 'instant':
      return { ...optional, type: 'INT64', converted_type: 'TIMESTAMP_MILLIS' };
    case 'geometry':
    case 'json':
      return { ...optional, type: 'BYTE_ARRAY', converted_type: 'JSON' };
    default:
      return { ...optional, type: 'BYTE_ARRAY', converted_type: 'UTF8' };
  }
}

const isAmount = (column: ExportColumn) => column.origin === 'field' && column.field.type === 'money';

function valueOf(column: ExportColumn, value: unknown): unknown {
  if (value === null || value === undefined) return null;
  if (isAmount(column)) return scaled(String(value));
  switch (column.type) {
    case 'whole number':
      return BigInt(value as number); // the rows of a table hold whole numbers in such a column
    case 'day':
      return Date.parse(`${String(value)}T00:00:00Z`) / dayMs;
    case 'instant':
      return BigInt(Date.parse(String(value)));
    default:
      return value;
  }
}

/** `12.5` as 125000: how a decimal with four digits after the point is kept. */
function scaled(amount: string): bigint {
  const [whole = '0', fraction = ''] = amount.split('.');
  return BigInt(whole + fraction.padEnd(amountScale, '0'));
}
