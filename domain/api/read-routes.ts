import * as z from 'zod';
import { isOwnTable, kindOfTable, type TableName, tableNames } from '../export/tables';
import type { RecordKind } from '../record/kinds';
import { indexSchema, listSchema, recordSchema } from './answers';
import { filterParameters, pagingParameters, pastParameters, slugParameter } from './parameters';
import type { ApiProblemKind } from './problem';
import type { RateName } from './rates';
import type { ApiRoute } from './route';

const json = 'application/json';
const always = ['method-not-allowed', 'not-acceptable', 'too-many-requests', 'not-made', 'too-busy'] as const;
const ofAnAddress = ['unknown-parameter', 'unknown-value', 'not-a-past-day'] as const;

/** Everything that can be read, without a key. */
export const readRoutes: readonly ApiRoute[] = [
  {
    ...aReading('descriptions', '', 'description', 'index'),
    id: 'readIndex',
    parameters: pastParameters,
    answer: { status: 200, mediaType: json, schema: indexSchema },
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
  ...tableNames.flatMap((table) => [
    list(table),
    ...(isOwnTable(table) ? [] : [one(table, kindOfTable[table]), history(table, kindOfTable[table])]),
  ]),
];

function list(table: TableName): ApiRoute {
  return {
    ...aReading('lists', `/${table}`, table, 'list'),
    id: `list${pascal(table)}`,
    folder: '[table]',
    parameters: [...filterParameters(table), ...pastParameters, ...pagingParameters],
    answer: { status: 200, mediaType: json, schema: listSchema(table, rowSchema(table)) },
    problems: [...ofAnAddress, ...daysOf(table), 'not-a-limit', 'not-a-cursor', ...always],
  };
}

function one(table: TableName, kind: RecordKind): ApiRoute {
  return {
    ...aReading('records', `/${table}/{slug}`, table, 'record'),
    id: `read${pascal(kind)}`,
    folder: '[table]/[slug]',
    parameters: [slugParameter, ...pastParameters],
    answer: { status: 200, mediaType: json, schema: recordSchema(table, rowSchema(table)) },
    problems: ['unknown-parameter', 'not-a-past-day', 'unknown-record', 'withdrawn-record', ...always],
  };
}

/** The revisions of one record, as the table of revisions has them. */
function history(table: TableName, kind: RecordKind): ApiRoute {
  return {
    ...aReading('lists', `/${table}/{slug}/history`, table, 'history'),
    id: `read${pascal(kind)}History`,
    folder: '[table]/[slug]/history',
    parameters: [slugParameter, ...pastParameters, ...pagingParameters],
    answer: { status: 200, mediaType: json, schema: listSchema('revisions', rowSchema('revisions')) },
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

/** The rows of the JSON file. */
function rowSchema(_table: TableName): z.ZodType {
  return z.record(z.string(), z.json());
}

/** `budget_line` → `BudgetLine`. */
function pascal(name: string): string {
  return name
    .split('_')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}
