import type { ExportColumn } from '../export/column';
import { type Row, type RowPart, rowParts, type RowValue } from '../export/row';
import type { TableName } from '../export/tables';
import type { ApiProblemKind, ApiRefusal } from './problem';
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

export const exampleIndex = {
  name: 'Cornerstone',
  version: 'v1',
  ...ofADay,
  openapi: `${site}${apiRoot}/openapi.json`,
  documentation: `${site}/en/data/api`,
  licence: `${site}/en/methodology#licence`,
  tables: [
    {
      table: 'projects',
      title: 'Projects',
      holds: 'What a row is',
      rows: 42,
      changedAt: `${day}T08:15:00.000Z`,
      href: `${site}${apiRoot}/projects`,
    },
  ],
};

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

/** What each kind of refusal would say, of a question that somebody might ask. */
export function exampleRefusal(kind: ApiProblemKind): ApiRefusal {
  return { kind, values: { ...usualValues, ...ownValues[kind] } };
}

const usualValues = {
  address: `${apiRoot}/castles`,
  count: 2,
  id: '0199a3c2-7d1e-7b34-9c55-1f2e3d4c5b6a',
  allow: 'GET, HEAD, OPTIONS',
  day,
  history: `${site}${apiRoot}/projects/a-castle/history`,
  latest: day,
  least: 1,
  longest: 2,
  mediaType: 'application/json',
  method: 'PUT',
  most: 500,
  root: apiRoot,
  seconds: 12,
  slug: 'a-castle',
  table: 'projects',
  to: day,
};

const ownValues: Partial<Record<ApiProblemKind, Readonly<Record<string, string>>>> = {
  'unknown-parameter': { name: 'colour', list: 'sector, status, place' },
  'unknown-value': { name: 'sector', found: 'castles', has: 'list', list: 'housing, infrastructure, cultural' },
  'not-a-past-day': { name: 'asOf', found: '2999-01-01' },
  'reversed-days': { name: 'from', found: '2026-07-01' },
  'not-a-limit': { found: '0' },
  'not-a-cursor': { found: 'page-2' },
  'not-json': { because: 'Unexpected end of JSON input' },
  'not-permitted': { sentence: 'This token was not made for this. Make one that is.' },
};
