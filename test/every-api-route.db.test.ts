import { Validator } from '@seriousme/openapi-schema-validator';
import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { apiProblemSchema, problemMediaType } from '@/domain/api/problem';
import { apiMethods } from '@/domain/api/route';
import { apiRoutes, methodsAt } from '@/domain/api/routes';
import { filtersOf } from '@/domain/export/filters';
import { kindOfTable, tableNames } from '@/domain/export/tables';
import { loadStarterFacts } from '@/prisma/seed/load';
import { describeApi } from '@/server/api/describe';
import { closeExportPool } from '@/server/export/copy-out';
import { routeFolders, type RunningApi, startApi } from './api-server';

const listed = z.looseObject({
  rows: z.array(z.looseObject({ slug: z.string().optional() })),
  total: z.int(),
  next: z.url().nullable(),
});

const description = z.looseObject({
  paths: z.record(z.string(), z.record(z.string(), z.looseObject({ operationId: z.string() }))),
});

let api: RunningApi;
let ajv: Ajv2020;
const publicReads = apiRoutes.filter(({ method, access }) => method === 'GET' && access === 'anyone');

beforeAll(async () => {
  await loadStarterFacts(() => {});
  api = await startApi();
  ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats(ajv);
  ajv.addSchema(await (await api.read('/api/v1/openapi.json')).json(), 'openapi');
}, 120_000);

afterAll(async () => {
  await api.stop();
  await closeExportPool();
});

/** Where in the description the schema of an answer stands. */
const schemaAt = (path: string, method: string, status: number, mediaType: string) =>
  [
    'openapi#',
    'paths',
    `/api/v1${path}`,
    method.toLowerCase(),
    'responses',
    String(status),
    'content',
    mediaType,
    'schema',
  ]
    .map((part, index) => (index === 0 ? part : encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))))
    .join('/');

function faults(path: string, status: number, mediaType: string, body: unknown): unknown {
  const isValid = ajv.validate({ $ref: schemaAt(path, 'GET', status, mediaType) }, body);
  return isValid ? [] : (ajv.errors ?? []).slice(0, 3);
}

/** Names of records to ask for, from the lists themselves. */
async function anAddress(path: string): Promise<string> {
  const [, table] = path.split('/');
  if (!path.includes('{slug}')) return path.replace('{kind}', 'project');
  const list = listed.parse(await (await api.read(`/api/v1/${table}?limit=1`)).json());
  return path.replace('{slug}', list.rows[0]?.slug ?? 'there-is-none');
}

describe('the description', () => {
  test('is valid OpenAPI 3.1', async () => {
    const found = await new Validator().validate(z.record(z.string(), z.unknown()).parse(describeApi()));
    expect(found.errors ?? []).toEqual([]);
    expect(found.valid).toBe(true);
  });

  test('has every route that is served, and no other', async () => {
    const { paths } = description.parse(await (await api.read('/api/v1/openapi.json')).json());
    const described = Object.entries(paths).flatMap(([path, operations]) =>
      Object.entries(operations).map(([method, { operationId }]) => `${method.toUpperCase()} ${path} ${operationId}`),
    );
    expect(described.sort()).toEqual(apiRoutes.map(({ method, path, id }) => `${method} /api/v1${path} ${id}`).sort());
  });

  test('has examples that are what their schema says', () => {
    for (const { method, path, answer } of apiRoutes)
      if (answer.example !== undefined) {
        const isValid = ajv.validate({ $ref: schemaAt(path, method, answer.status, answer.mediaType) }, answer.example);
        expect([path, isValid ? [] : ajv.errors]).toEqual([path, []]);
      }
  });

  test('says every word it has: no key stands in its place', () => {
    expect(JSON.stringify(describeApi())).not.toMatch(/"(api|files|columns|record)\.[a-zA-Z.]+"/);
  });
});

test('every handler is in the list of routes, and every route has a handler', () => {
  expect([...routeFolders().keys()].sort()).toEqual([...new Set(apiRoutes.map(({ folder }) => folder))].sort());
});

describe.each(publicReads)('$id', ({ path, answer, parameters }) => {
  test('answers what its schema says', async () => {
    const response = await api.read(`/api/v1${await anAddress(path)}`);
    const body: unknown = await response.json();
    const isEmpty = response.status === 404;
    expect([response.status, response.headers.get('content-type')]).toEqual(
      isEmpty ? [404, `${problemMediaType}; charset=utf-8`] : [200, `${answer.mediaType}; charset=utf-8`],
    );
    expect(faults(path, response.status, isEmpty ? problemMediaType : answer.mediaType, body)).toEqual([]);
    // The description leaves room for fields to come; today there are these and no others.
    if (!isEmpty) expect(answer.schema?.safeParse(body).error?.issues.slice(0, 3)).toBeUndefined();
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    if (!isEmpty) expect(response.headers.get('etag')).toMatch(/^"[\w-]{27}(\.\w+)?"$/);
  });

  test('refuses a parameter that it does not have, and names it', async () => {
    const response = await api.read(`/api/v1${await anAddress(path)}?colour=red`);
    const body = apiProblemSchema.parse(await response.json());
    expect([response.status, body.parameter]).toEqual([400, 'colour']);
    expect(body.allowed).toEqual(parameters.filter((each) => each.in === 'query').map(({ name }) => name));
    expect(faults(path, 400, problemMediaType, body)).toEqual([]);
  });
});

describe('what is not in the list is refused:', () => {
  test.each([
    '/api/v1/castles',
    '/api/v1/totals/a-place',
    '/api/v1/projects/a/b',
    '/api/v1/projects/a/history/b',
    '/api/v1/openapi.yaml',
  ])('%s is no address', async (address) => {
    const response = await api.read(address);
    expect([response.status, apiProblemSchema.parse(await response.json()).detail]).toEqual([
      404,
      `There is nothing at ${address}. What there is, /api/v1 lists.`,
    ]);
  });

  test('every other method, with those that there are', async () => {
    for (const address of ['/api/v1', '/api/v1/projects', '/api/v1/projects/a-road']) {
      const allowed: readonly string[] = methodsAt(address);
      for (const method of apiMethods.filter((each) => !allowed.includes(each))) {
        const response = await api.read(address, { method });
        expect([address, method, response.status, response.headers.get('allow')]).toEqual([
          address,
          method,
          405,
          allowed.join(', '),
        ]);
      }
    }
  });
});

test('the document of the API lists what programs rely on: a route is added to it, and never changed', async () => {
  const lines = apiRoutes.map(
    ({ id, method, path, parameters }) =>
      `| \`${method} /api/v1${path}\` | \`${id}\` | ${parameters.map(({ name }) => `\`${name}\``).join(', ')} |`,
  );
  const document = [
    '# API',
    '',
    'Every route below `/api/v1`, written from the declarations in `domain/api` (a test keeps it equal; `npx vitest run -u` writes',
    'it anew). Names of routes and parameters are promised to programs: lines are added here, and none is changed. What the fields of a',
    'row mean stands in [the data dictionary](data-dictionary.md); everything else in `/api/v1/openapi.json` and at `/en/data/api`.',
    '',
    '| route | name | parameters |',
    '| --- | --- | --- |',
    ...lines,
    '',
  ].join('\n');
  await expect(document).toMatchFileSnapshot('../docs/api.md');
});

test('every table has a list, and every table of records its records', () => {
  const paths = apiRoutes.map(({ path }) => path);
  expect(tableNames.filter((table) => !paths.includes(`/${table}`))).toEqual([]);
  expect(Object.keys(kindOfTable).filter((table) => !paths.includes(`/${table}/{slug}/history`))).toEqual([]);
  expect(Object.keys(filtersOf).sort()).toEqual([...tableNames].sort());
});
