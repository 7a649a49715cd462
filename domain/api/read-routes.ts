import * as z from 'zod';
import type { Describe } from '../export/column';
import { tableRow } from '../export/row';
import { isOwnTable, kindOfTable, type TableName, tableNames } from '../export/tables';
import type { RecordKind } from '../record/kinds';
import { indexSchema, listSchema, recordSchema } from './answers';
import { exampleIndex, exampleList, exampleRecord } from './example';
import { filterParameters, pagingParameters, pastParameters, slugParameter } from './parameters';
import type { ApiProblemKind } from './problem';
import type { RateName } from './rates';
import type { ApiRoute } from './route';

const json = 'application/json';
const always = ['method-not-allowed', 'not-acceptable', 'too-many-requests', 'not-made', 'too-busy'] as const;
const ofAnAddress = ['unknown-parameter', 'unknown-value', 'not-a-past-day'] as const;

/** Everything that can be read, without a key. With words, the schemas say of each column what it means. */
export const readRoutesIn = (describe?: Describe): readonly ApiRoute[] => [
  {
    ...aReading('descriptions', '', 'description', 'index'),
    id: 'readIndex',
    parameters: pastParameters,
    answer: { status: 200, mediaType: json, schema: indexSchema, named: { Index: indexSchema }, example: exampleIndex },
    problems: ['unknown-parameter', 'not-a-past-day', ...always],
  },
  {
    ...aReading('descriptions', '/openapi.json', 'description', 'openapi'),
    id: 'readDescription',
    folder: 'openapi.json',
    parameters: [],
    answer: { status: 200, mediaType: json, schema: z.looseObject({ openapi: z.string() }) },
    problems: ['unknown-parameter', ...always],
  },
  ...routesOfTables(describe),
];

function routesOfTables(describe: Describe | undefined): readonly ApiRoute[] {
  // One schema for each table, whatever refers to it.
  const schemas = new Map(tableNames.map((table) => [table, schemasOf(table, describe)]));
  const of = (table: TableName) => schemas.get(table) ?? schemasOf(table, describe);
  return tableNames.flatMap((table) => {
    if (isOwnTable(table)) return [list(table, of(table))];
    const kind = kindOfTable[table];
    return [list(table, of(table)), one(table, kind, of(table)), history(table, kind, of('revisions'))];
  });
}

interface TableSchemas {
  readonly row: z.ZodType;
  readonly list: z.ZodType;
}

function schemasOf(table: TableName, describe: Describe | undefined): TableSchemas {
  const row = tableRow(table, describe);
  return { row, list: listSchema(table, row) };
}

function list(table: TableName, { row, list: schema }: TableSchemas): ApiRoute {
  return {
    ...aReading('lists', `/${table}`, table, 'list'),
    id: `list${pascal(table)}`,
    folder: '[table]',
    parameters: [...filterParameters(table), ...pastParameters, ...pagingParameters],
    answer: {
      status: 200,
      mediaType: json,
      schema,
      named: { [`${pascal(table)}Row`]: row, [`${pascal(table)}List`]: schema },
      example: exampleList(table),
    },
    problems: [...ofAnAddress, ...daysOf(table), 'not-a-limit', 'not-a-cursor', ...always],
  };
}

function one(table: TableName, kind: RecordKind, { row }: TableSchemas): ApiRoute {
  const schema = recordSchema(table, row);
  return {
    ...aReading('records', `/${table}/{slug}`, table, 'record'),
    id: `read${pascal(kind)}`,
    folder: '[table]/[slug]',
    parameters: [slugParameter, ...pastParameters],
    answer: {
      status: 200,
      mediaType: json,
      schema,
      named: { [`${pascal(kind)}Record`]: schema },
      example: exampleRecord(table),
    },
    problems: ['unknown-parameter', 'not-a-past-day', 'unknown-record', 'withdrawn-record', ...always],
  };
}

/** The revisions of one record, as the table of revisions has them. */
function history(table: TableName, kind: RecordKind, { list: schema }: TableSchemas): ApiRoute {
  return {
    ...aReading('lists', `/${table}/{slug}/history`, table, 'history'),
    id: `read${pascal(kind)}History`,
    folder: '[table]/[slug]/history',
    parameters: [slugParameter, ...pastParameters, ...pagingParameters],
    answer: {
      status: 200,
      mediaType: json,
      schema,
      example: exampleList('revisions'),
    },
    problems: ['unknown-parameter', 'not-a-past-day', 'not-a-limit', 'not-a-cursor', 'unknown-record', ...always],
  };
}

function aReading(rate: RateName, path: string, tag: TableName | 'description', words: string) {
  return {
    method: 'GET',
    path,
    folder: '',
    access: 'anyone',
    rate,
    tag,
    about: { key: `api.route.${words}`, ...(tag !== 'description' && { table: tag }) },
    body: null,
  } as const;
}

function daysOf(table: TableName): readonly ApiProblemKind[] {
  return table === 'changes' ? ['reversed-days'] : [];
}

/** `budget_line` → `BudgetLine`. */
function pascal(name: string): string {
  return name
    .split('_')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}
