import * as z from 'zod';
import { exampleRefusal } from './example';
import { apiProblemSchema, apiProblemStatus, type ApiRefusal, problemMediaType } from './problem';
import { type ApiContent, type ApiParameter, apiRoot, type ApiRoute, type ApiWords } from './route';

type Json = Readonly<Record<string, unknown>>;

export interface DescribedApi {
  readonly routes: readonly ApiRoute[];
  readonly baseUrl: string;
  /** The words of a key in the messages. */
  readonly words: (about: ApiWords) => string;
  /** The body of a refusal, with its sentence. */
  readonly problem: (refusal: ApiRefusal) => unknown;
}

/** The API as OpenAPI 3.1 describes one: made from the routes that are served, so that it cannot say anything else. */
export function openApiOf(api: DescribedApi): Json {
  const { routes, baseUrl, words } = api;
  const schemas = schemasOf(routes);
  const needsToken = routes.some(({ access }) => access === 'token');
  return {
    openapi: '3.1.1',
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    info: {
      title: words({ key: 'api.description.title' }),
      version: '1',
      description: words({ key: 'api.description.text' }),
      license: { name: words({ key: 'api.description.licence' }), url: `${baseUrl}/en/methodology#licence` },
    },
    externalDocs: { url: `${baseUrl}/en/data/api`, description: words({ key: 'api.description.page' }) },
    servers: [{ url: baseUrl }],
    tags: [...new Map(routes.map((route) => [route.tag, route])).values()].map(({ tag, about: { table } }) => ({
      name: tag,
      description: words(table ? { key: `files.table.${table}.holds` } : { key: `api.tag.${tag}` }),
    })),
    paths: pathsOf(api, schemas),
    components: {
      schemas: schemas.components,
      headers: Object.fromEntries(
        headerNames.map((name) => [
          name,
          { description: words({ key: `api.header.${name}` }), schema: { type: 'string' } },
        ]),
      ),
      ...(needsToken && { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } }),
    },
  };
}

const headerNames = ['ETag', 'Last-Modified', 'Link', 'RateLimit', 'RateLimit-Policy', 'Retry-After'] as const;
type HeaderName = (typeof headerNames)[number];

interface Schemas {
  readonly components: Json;
  readonly refer: (schema: z.ZodType) => Json;
}

function pathsOf(api: DescribedApi, schemas: Schemas): Json {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of api.routes) {
    const path = (paths[`${apiRoot}${route.path}`] ??= {});
    path[route.method.toLowerCase()] = operationOf(route, api, schemas);
  }
  return paths;
}

function operationOf(route: ApiRoute, api: DescribedApi, schemas: Schemas): Json {
  const { answer, body, about } = route;
  return {
    operationId: route.id,
    tags: [route.tag],
    summary: api.words(about),
    ...(route.access === 'token' && { security: [{ token: [] }] }),
    parameters: route.parameters.map((parameter) => parameterOf(parameter, api)),
    ...(body && { requestBody: { required: true, content: contentOf(body, schemas) } }),
    responses: {
      [answer.status]: {
        description: api.words(about),
        headers: headersOf(
          route.method === 'GET' ? ['ETag', 'Last-Modified', 'Link', ...rateHeaders] : [...rateHeaders],
        ),
        ...(answer.status !== 204 && { content: contentOf(answer, schemas) }),
      },
      ...(route.method === 'GET' && {
        304: { description: api.words({ key: 'api.description.notModified' }), headers: headersOf(['ETag']) },
      }),
      ...refusalsOf(route, api, schemas),
    },
  };
}

const rateHeaders = ['RateLimit', 'RateLimit-Policy'] as const;

const headersOf = (names: readonly HeaderName[]): Json =>
  Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));

const parameterOf = (
  { name, in: place, isRequired, schema, example, about }: ApiParameter,
  api: DescribedApi,
): Json => ({
  name,
  in: place,
  ...(isRequired && { required: true }),
  description: api.words(about),
  schema: plain(z.toJSONSchema(schema)),
  ...(example !== undefined && {
    example: place === 'query' && Number.isInteger(Number(example)) ? Number(example) : example,
  }),
});

const contentOf = ({ mediaType, schema, example }: ApiContent, schemas: Schemas): Json => ({
  [mediaType]: {
    ...(schema && { schema: schemas.refer(schema) }),
    ...(example !== undefined && { example }),
  },
});

/** Everything a route may refuse, by status: each kind is an example with the sentence that it would say. */
function refusalsOf({ problems }: ApiRoute, api: DescribedApi, schemas: Schemas): Json {
  const statuses = new Set(problems.map((kind) => apiProblemStatus[kind]));
  const byStatus = [...statuses].map(
    (status) => [status, problems.filter((kind) => apiProblemStatus[kind] === status)] as const,
  );
  return Object.fromEntries(
    byStatus.map(([status, kinds]) => [
      status,
      {
        description: kinds.map((kind) => api.words({ key: `api.problem.${kind}.title` })).join('. '),
        headers: headersOf(status === 429 || status === 503 ? [...rateHeaders, 'Retry-After'] : [...rateHeaders]),
        content: {
          [problemMediaType]: {
            schema: schemas.refer(apiProblemSchema),
            examples: Object.fromEntries(kinds.map((kind) => [kind, { value: api.problem(exampleRefusal(kind)) }])),
          },
        },
      },
    ]),
  );
}

/** Every schema that has a name stands once, among the components, and is referred to. */
function schemasOf(routes: readonly ApiRoute[]): Schemas {
  const registry = z.registry<{ id: string }>();
  const names = new Map<z.ZodType, string>([[apiProblemSchema, 'Problem']]);
  for (const { answer, body } of routes)
    for (const content of [answer, body])
      for (const [name, schema] of Object.entries(content?.named ?? {})) names.set(schema, name);
  for (const [schema, id] of names) registry.add(schema, { id });
  const refer = (schema: z.ZodType) => ({ $ref: addressOf(names.get(schema) ?? '') });
  const { schemas } = z.toJSONSchema(registry, { uri: addressOf });
  return {
    components: Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, plain(schema)])),
    refer: (schema) => (names.has(schema) ? refer(schema) : plain(z.toJSONSchema(schema))),
  };
}

const addressOf = (name: string) => `#/components/schemas/${name}`;

/**
 * The dialect is said once, for all; a name within this document is its place in it. Fields may be added to any answer,
 * so no schema of one forbids others.
 */
const plain = ({ $schema: _, $id: __, ...schema }: Json): Json => open(schema) as Json; // an object stays one

function open(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(open);
  if (part === null || typeof part !== 'object') return part;
  const kept = Object.entries(part).filter(([name, value]) => !(name === 'additionalProperties' && value === false));
  return Object.fromEntries(kept.map(([name, value]) => [name, open(value)]));
}
