import type { RecordDefinition } from '../record/define';
import type { Field, ListField, SingleField, TextField } from '../record/field';
import { identifierPattern, longestIdentifier } from '../record/identifier';

export type JsonSchema = Readonly<Record<string, unknown>>;

/** Label and meaning of a field, by its path in the messages; the unit of a number, where it has one. */
export type FieldWords = (path: string, field: Field) => { readonly title: string; readonly description: string };

/**
 * What the content of one kind of record must be, as JSON Schema 2020-12: made from the declaration that checks it, and
 * as strict. What stands between two fields, whether a day is in the calendar and whether a record exists, no schema can
 * say; that is checked when it is handed in.
 */
export function contentSchema(definition: RecordDefinition, id: string, title: string, words: FieldWords): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: id,
    title,
    ...rowSchema(definition.fields, `record.${definition.kind}.fields`, words),
  };
}

function rowSchema(fields: Readonly<Record<string, Field>>, path: string, words: FieldWords): JsonSchema {
  const entries = Object.entries(fields);
  return {
    type: 'object',
    additionalProperties: false,
    required: entries.filter(([, { isRequired }]) => isRequired).map(([name]) => name),
    properties: Object.fromEntries(
      entries.map(([name, field]) => [
        name,
        {
          ...words(`${path}.${name}`, field),
          ...(field.type === 'list'
            ? listSchema(field, `${path}.${name}.fields`, words)
            : orNull(valueSchema(field), field.isRequired)),
        },
      ]),
    ),
  };
}

/** As many rows as `readContent` takes. */
const mostRows = 500;

function listSchema(field: ListField, path: string, words: FieldWords): JsonSchema {
  const rows = { type: 'array', maxItems: mostRows, items: rowSchema(field.fields, path, words) };
  return orNull(field.isRequired ? { ...rows, minItems: 1 } : rows, field.isRequired);
}

/** What is not known is null, or left out. */
const orNull = (schema: JsonSchema, isRequired: boolean): JsonSchema =>
  isRequired ? schema : { anyOf: [schema, { type: 'null' }] };

function valueSchema(field: SingleField): JsonSchema {
  switch (field.type) {
    case 'text':
      return { type: 'string', maxLength: field.longest, pattern: textPattern(field) };
    case 'choice':
      return { enum: [...field.values] };
    case 'code':
      return { type: 'string', pattern: '^[a-z0-9]+(?:_[a-z0-9]+)*$' };
    case 'reference':
    case 'record':
      return { type: 'string', maxLength: longestIdentifier, pattern: identifierPattern.source };
    case 'date':
      return {
        type: 'string',
        pattern: `^(?:${period}|${period}/${period})$`,
        examples: ['2026', '2026-06', '2026-Q2'],
      };
    case 'number':
      return { type: field.isWhole ? 'integer' : 'number', minimum: field.least, maximum: field.most };
    case 'money':
      return { type: 'string', pattern: '^(?:0|[1-9][0-9]{0,17})$' };
    case 'yes-no':
      return { type: 'boolean' };
    case 'geometry':
      return geometrySchema;
  }
}

/** A year, a half, a quarter, a month or a day; two of them make a span. */
const period = '(?!0000)[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?|-H[12]|-Q[1-4])?';

function textPattern({ form }: TextField): string {
  switch (form) {
    // Something that is seen, and no control characters or halves of characters; a paragraph may hold line ends.
    case 'line':
      return '^(?=.*[^\\s])[^\\u0000-\\u0008\\u000a-\\u001f\\u007f\\ud800-\\udfff]*$';
    case 'paragraphs':
      return '^(?=[\\s\\S]*[^\\s])[^\\u0000-\\u0008\\u000b-\\u001f\\u007f\\ud800-\\udfff]*$';
    case 'url':
      return '^https?://[^\\s<>"\\u0000-\\u001f\\u007f\\ud800-\\udfff]+$';
    case 'language':
      return '^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$';
    case 'currency':
      return '^[A-Z]{3}$';
    case 'sha256':
      return '^[0-9a-f]{64}$';
  }
}

const position = {
  type: 'array',
  prefixItems: [
    { type: 'number', minimum: -180, maximum: 180 },
    { type: 'number', minimum: -90, maximum: 90 },
  ],
  items: false,
  minItems: 2,
} as const;
const listOf = (items: unknown, minItems: number) => ({ type: 'array', items, minItems });
const shape = (type: string, coordinates: unknown) => ({
  type: 'object',
  additionalProperties: false,
  required: ['type', 'coordinates'],
  properties: { type: { const: type }, coordinates },
});
const line = listOf(position, 2);
const polygon = listOf(listOf(position, 4), 1);

/** A GeoJSON geometry, longitude first. */
const geometrySchema = {
  oneOf: [
    shape('Point', position),
    shape('LineString', line),
    shape('Polygon', polygon),
    shape('MultiPoint', listOf(position, 1)),
    shape('MultiLineString', listOf(line, 1)),
    shape('MultiPolygon', listOf({ type: 'array', items: listOf(position, 4) }, 1)),
  ],
};
