import { readListCell } from '@/domain/export/list-cell';

/** The parts of a Data Package 2.0 that its profile requires, and those that this record uses, as JSON Schema. */
export const dataPackageSchema = {
  type: 'object',
  required: ['$schema', 'name', 'resources', 'licenses'],
  properties: {
    $schema: { const: 'https://datapackage.org/profiles/2.0/datapackage.json' },
    name: { type: 'string', pattern: '^[a-z0-9._-]+$' },
    id: { type: 'string', format: 'uri' },
    homepage: { type: 'string', format: 'uri' },
    version: { type: 'string' },
    created: { type: 'string', format: 'date-time' },
    licenses: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        anyOf: [{ required: ['name'] }, { required: ['path'] }],
        properties: { path: { type: 'string', format: 'uri' }, title: { type: 'string' } },
      },
    },
    contributors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['title'],
        properties: { roles: { type: 'array', items: { type: 'string' } } },
      },
    },
    resources: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['name', 'path', 'type', 'schema'],
        properties: {
          name: { type: 'string', pattern: '^[a-z0-9._-]+$' },
          // A POSIX path beside the description: no way up, no place of its own.
          path: { type: 'string', pattern: '^(?=^[^./~])(^((?!\\.{2}).)*$).*$' },
          type: { const: 'table' },
          mediatype: { type: 'string', pattern: '^.+/.+$' },
          encoding: { const: 'utf-8' },
          bytes: { type: 'integer' },
          hash: { type: 'string', pattern: '^sha256:[a-f0-9]{64}$' },
          schema: {
            type: 'object',
            required: ['fields'],
            properties: {
              fieldsMatch: { enum: ['exact', 'equal', 'subset', 'superset', 'partial'] },
              missingValues: { type: 'array', items: { type: 'string' } },
              primaryKey: { type: 'array', minItems: 1, items: { type: 'string' } },
              fields: { type: 'array', minItems: 1, items: { $ref: '#/$defs/field' } },
            },
          },
        },
      },
    },
  },
  $defs: {
    field: {
      type: 'object',
      required: ['name', 'type', 'description'],
      properties: {
        name: { type: 'string' },
        description: { type: 'string', minLength: 5 },
        type: { enum: ['string', 'number', 'integer', 'boolean', 'object', 'list', 'date', 'datetime', 'geojson'] },
        constraints: {
          type: 'object',
          additionalProperties: false,
          properties: { required: { type: 'boolean' }, enum: { type: 'array', minItems: 1, uniqueItems: true } },
        },
      },
    },
  },
} as const;

/** The parts of the W3C's metadata vocabulary for tables that this record uses. */
export const csvwSchemaOfTable = {
  type: 'object',
  required: ['@context', 'url', 'tableSchema'],
  properties: {
    '@context': {
      type: 'array',
      prefixItems: [
        { const: 'http://www.w3.org/ns/csvw' },
        {
          type: 'object',
          required: ['@language'],
          additionalProperties: false,
          properties: { '@language': { const: 'en' } },
        },
      ],
      minItems: 2,
      maxItems: 2,
    },
    url: { type: 'string', minLength: 1 },
    dialect: {
      type: 'object',
      additionalProperties: false,
      properties: {
        encoding: { const: 'utf-8' },
        lineTerminators: { type: 'array', items: { type: 'string' } },
        header: { type: 'boolean' },
        delimiter: { const: ',' },
        quoteChar: { const: '"' },
        doubleQuote: { type: 'boolean' },
      },
    },
    tableSchema: {
      type: 'object',
      required: ['columns'],
      additionalProperties: false,
      properties: {
        primaryKey: { type: 'array', items: { type: 'string' } },
        columns: {
          type: 'array',
          minItems: 1,
          items: {
            type: 'object',
            required: ['name', 'titles', 'datatype'],
            additionalProperties: false,
            properties: {
              // A name of a column is a URI template's variable and begins with no underscore.
              name: { type: 'string', pattern: '^[A-Za-z0-9][A-Za-z0-9_.]*$' },
              titles: { type: 'string' },
              'dc:description': { type: 'string' },
              separator: { type: 'string', minLength: 1 },
              required: { type: 'boolean' },
              datatype: {
                oneOf: [
                  { enum: ['string', 'decimal', 'integer', 'date', 'json', 'anyURI'] },
                  {
                    type: 'object',
                    required: ['base'],
                    additionalProperties: false,
                    properties: { base: { enum: ['boolean', 'dateTime'] }, format: { type: 'string' } },
                  },
                ],
              },
            },
          },
        },
      },
    },
  },
} as const;

export interface DescribedField {
  readonly name: string;
  readonly type: string;
  readonly constraints?: { readonly required?: boolean; readonly enum?: readonly string[] };
}

/** Why a cell is not what its field says, by the rules of Table Schema; null where it is. */
export function refusedBy({ type, constraints }: DescribedField, cell: string): string | null {
  if (cell === '') return constraints?.required ? 'is required' : null;
  if (constraints?.enum && !constraints.enum.includes(cell)) return `${cell} is not one of the values`;
  return isOfType(type, cell) ? null : `${cell} is no ${type}`;
}

function isOfType(type: string, cell: string): boolean {
  switch (type) {
    case 'number':
      return /^[+-]?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(cell);
    case 'integer':
      return /^[+-]?\d+$/.test(cell);
    case 'boolean':
      return cell === 'yes' || cell === 'no';
    case 'date':
      return /^\d{4}-\d{2}-\d{2}$/.test(cell) && !Number.isNaN(Date.parse(cell));
    case 'datetime':
      return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/.test(cell);
    case 'object':
    case 'geojson':
      return isObject(cell);
    case 'list':
      return readListCell(cell).every((entry) => entry !== null && !/[;\\]/.test(entry));
    default:
      return true;
  }
}

function isObject(cell: string): boolean {
  const value: unknown = JSON.parse(cell);
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
