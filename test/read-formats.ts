import { buffer } from 'node:stream/consumers';
import { parquetReadObjects } from 'hyparquet';
import { readXlsx } from 'hucre/xlsx';
import type { Readable } from 'node:stream';
import { parse } from 'csv-parse/sync';
import { cellsOfRow, csvCell } from '@/domain/export/cells-of-row';
import type { ExportColumn } from '@/domain/export/column';
import type { Format } from '@/domain/export/formats';
import { type Row, type RowPart, rowParts, type RowValue } from '@/domain/export/row';
import { columnsOf, type TableName } from '@/domain/export/tables';

/** The cells of a CSV as they are written. */
export function csvCells(csv: string | Buffer): string[][] {
  return (parse(csv, { bom: true, record_delimiter: '\r\n' }) as string[][]).slice(1); // without columns, rows are arrays
}

export interface XlsxSheets {
  readonly names: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
  readonly definitions: readonly (readonly unknown[])[];
  readonly about: readonly (readonly unknown[])[];
}

export async function readSheets(bytes: Readable): Promise<XlsxSheets> {
  const { sheets } = await readXlsx(await buffer(bytes));
  const rowsOf = (name: string) => sheets.find((sheet) => sheet.name === name)?.rows ?? [];
  const [first] = sheets;
  return {
    names: sheets.map(({ name }) => name),
    rows: first?.rows ?? [],
    definitions: rowsOf('Definitions'),
    about: rowsOf('About'),
  };
}

/** A cell of a spreadsheet as the cell of the CSV that says the same. */
export function plainOfSheet(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return String(value);
}

/** The rows of every format whose values are rows. */
export async function readRowsIn(
  format: Exclude<Format, 'csv' | 'xlsx'>,
  table: TableName,
  file: Readable,
): Promise<Row[]> {
  const bytes = await buffer(file);
  switch (format) {
    case 'ndjson':
      return String(bytes)
        .split('\n')
        .slice(0, -1)
        .map((line) => JSON.parse(line) as Row);
    case 'json':
      return (JSON.parse(String(bytes)) as { rows: Row[] }).rows;
    case 'geojson':
      return (JSON.parse(String(bytes)) as { features: { properties: Row }[] }).features.map(({ properties }) => {
        const { geometry_from: _from, geometry_precision_km: _precision, ...row } = properties;
        return row;
      });
    case 'parquet':
      return readParquet(table, bytes);
  }
}

async function readParquet(table: TableName, bytes: Buffer): Promise<Row[]> {
  const whole = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer; // a Buffer of Node is never shared
  const rows = await parquetReadObjects({
    file: { byteLength: whole.byteLength, slice: (from, to) => whole.slice(from, to) },
  });
  return rows.map((row) => Object.fromEntries(rowParts(table).map((part) => [part.key, valueIn(part, row[part.key])])));
}

function valueIn(part: RowPart, value: unknown): RowValue {
  if (part.kind === 'list')
    return (value as Record<string, unknown>[]).map((row) =>
      Object.fromEntries(part.parts.map(({ key, column }) => [key, plainValue(column, row[key])])),
    );
  return part.column.origin === 'record' && part.column.isList ? (value as string[]) : plainValue(part.column, value);
}

function plainValue(column: ExportColumn, value: unknown): RowValue {
  if (value === null || value === undefined) return null;
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof Date) return column.type === 'day' ? value.toISOString().slice(0, 10) : value.toISOString();
  // Decimals are read as numbers, which is exact for as many digits as amounts have here.
  if (column.origin === 'field' && column.field.type === 'money') return String(value);
  return value as RowValue; // what is left is text, a number, yes or no, or JSON
}

/** A file as its cells by the names of its columns, whatever its format. */
export async function cellsIn(format: Format, table: TableName, file: Readable): Promise<Record<string, string>[]> {
  const columns = columnsOf(table);
  const named = (cells: readonly string[]) =>
    Object.fromEntries(columns.map(({ header }, at) => [header, cells[at] ?? '']));
  if (format === 'csv') return csvCells(await buffer(file)).map(named);
  if (format === 'xlsx') return (await readSheets(file)).rows.slice(1).map((row) => named(row.map(plainOfSheet)));
  const cells = cellsOfRow(table, columns);
  return (await readRowsIn(format, table, file)).map((row) => {
    const found = cells(row);
    return named(columns.map((column, at) => csvCell(column, found[at] ?? null)));
  });
}

export const headersOf = (table: TableName) => columnsOf(table).map(({ header }) => header);
