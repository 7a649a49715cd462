import type { ExportColumn } from '../export/column';
import { type Row, type RowPart, rowParts, type RowValue } from '../export/row';
import type { TableName } from '../export/tables';
import { apiRoot } from './route';

// Examples show the form of an answer and no fact: nothing in them is taken from a record.
const day = '2026-06-30';
const ofADay = { day, asOf: null, until: null };
const site = 'https://record.example.org';

export const exampleList = (table: TableName) => ({
  table,
  ...ofADay,
  filters: {},
  total: 1,
  rows: [exampleRow(table)],
  next: null,
});

export const exampleRecord = (table: TableName) => ({
  table,
  ...ofADay,
  row: exampleRow(table),
  history: `${site}${apiRoot}/${table}/an-identifier/history`,
});

const exampleRow = (table: TableName): Row =>
  Object.fromEntries(rowParts(table).map((part) => [part.key, exampleOf(part)]));

function exampleOf(part: RowPart): RowValue {
  if (part.kind === 'single') return exampleCell(part.column);
  return [Object.fromEntries(part.parts.map(({ key, column }) => [key, exampleCell(column)]))];
}

function exampleCell(column: ExportColumn): RowValue {
  const value = exampleValue(column);
  return column.origin === 'record' && column.isList ? [String(value)] : value;
}

function exampleValue(column: ExportColumn): RowValue {
  if (column.origin === 'field' && column.field.type === 'choice' && column.facet === 'value')
    return column.field.values[0] ?? null;
  if (column.origin === 'field' && column.field.type === 'money') return '1250000.5';
  switch (column.type) {
    case 'number':
      return 42.5;
    case 'whole number':
      return 42;
    case 'yes or no':
      return true;
    case 'date':
      return '2026-Q2';
    case 'day':
      return day;
    case 'instant':
      return `${day}T08:15:00.000Z`;
    case 'address':
      return 'https://source.example.org/document';
    case 'identifier':
      return 'an-identifier';
    case 'code':
      return 'a_code';
    case 'geometry':
      return { type: 'Point', coordinates: [46.75, 39.76] };
    case 'json':
      return { title: 'A title' };
    case 'text':
      return 'A text';
  }
}
