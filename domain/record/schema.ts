import * as z from 'zod';
import { readDateSpan, writeDateSpan } from '../calendar';
import { accept, refuse, type Result } from '../result';
import type { Content } from './content';
import type { RecordDefinition } from './define';
import type { Field, ListField, SingleField, TextField } from './field';
import { error, type Finding, type FindingCode } from './finding';
import { isPublicIdentifier } from './identifier';

/**
 * Reads what a form, a file or a draft says into content that may be published: every field there, texts trimmed and in
 * one Unicode form, dates in their one spelling, unknown as null. Refuses with every finding at once.
 */
export function readContent(definition: RecordDefinition, raw: unknown): Result<Content, readonly Finding[]> {
  const read = schemaOf(definition).safeParse(raw);
  if (!read.success) return refuse(read.error.issues.flatMap(findingsOf));
  const findings = definition.check(read.data as Content).filter(({ severity }) => severity === 'error');
  return findings.length > 0 ? refuse(findings) : accept(read.data as Content); // the schema built is the type's
}

const schemas = new WeakMap<RecordDefinition, z.ZodType>();

function schemaOf(definition: RecordDefinition): z.ZodType {
  const known = schemas.get(definition);
  if (known) return known;
  const schema = z.strictObject(
    Object.fromEntries(Object.entries(definition.fields).map(([name, field]) => [name, fieldSchema(field)])),
  );
  schemas.set(definition, schema);
  return schema;
}

function fieldSchema(field: Field): z.ZodType {
  return field.type === 'list' ? listSchema(field) : singleSchema(field);
}

function listSchema(field: ListField): z.ZodType {
  const row = z.strictObject(
    Object.fromEntries(Object.entries(field.fields).map(([name, each]) => [name, singleSchema(each)])),
  );
  const rows = z.array(row, { error: 'required' }).max(500, { error: 'too-long' });
  return field.isRequired ? rows.min(1, { error: 'required' }) : z.preprocess((value) => value ?? [], rows);
}

/** Empty text is "not known", whatever the field: null, or refused where the field is required. */
function singleSchema(field: SingleField): z.ZodType {
  const emptyIsNull = (value: unknown) => {
    const trimmed = typeof value === 'string' ? value.normalize('NFC').trim() : value;
    return trimmed === '' || trimmed === undefined ? null : trimmed;
  };
  const known = valueSchema(field);
  return z.preprocess(
    emptyIsNull,
    field.isRequired
      ? z
          .unknown()
          .refine((value): boolean => value !== null, { error: 'required', abort: true })
          .pipe(known)
      : z.union([z.null(), known], { error: (issue) => innermost(issue) }),
  );
}

/** A union hides why its second arm refused; the first arm is null, so only the second's reason is of use. */
function innermost(issue: { errors?: readonly (readonly { message: string }[])[] }): string {
  return issue.errors?.[1]?.[0]?.message ?? 'required';
}

function valueSchema(field: SingleField): z.ZodType {
  switch (field.type) {
    case 'text':
      return textSchema(field);
    case 'choice':
      return z.enum(field.values as readonly [string, ...string[]], { error: 'not-a-choice' });
    case 'code':
      return z.string({ error: 'unknown-code' }).regex(/^[a-z0-9]+(?:_[a-z0-9]+)*$/, { error: 'unknown-code' });
    case 'reference':
    case 'record':
      return z.string({ error: 'not-an-identifier' }).refine(isPublicIdentifier, { error: 'not-an-identifier' });
    case 'date':
      return z.string({ error: 'not-a-date' }).transform((found, context) => {
        const span = readDateSpan(found);
        if (span.ok) return writeDateSpan(span.value);
        context.addIssue({ code: 'custom', message: `not-a-date|found=${found}` });
        return z.NEVER;
      });
    case 'number': {
      const range = `out-of-range|least=${field.least}|most=${field.most}`;
      const bounded = z
        .number({ error: 'not-a-number' })
        .min(field.least, { error: range })
        .max(field.most, { error: range });
      return field.isWhole ? bounded.int({ error: 'not-whole' }) : bounded.transform(asKept);
    }
    case 'money':
      return z.string({ error: 'not-an-amount' }).regex(/^(0|[1-9]\d{0,17})$/, { error: 'not-an-amount' });
    case 'yes-no':
      return z.boolean({ error: 'not-a-choice' });
    case 'geometry':
      return geometrySchema;
  }
}

/** To the four decimals that the database keeps, so that revision, page and file hold the same number. */
const asKept = (value: number) => Number(value.toFixed(4)) + 0;

/** No half of a surrogate pair: such text cannot be written as UTF-8. */
const isWellFormed = (value: string) => !/\p{Surrogate}/u.test(value);

function textSchema(field: TextField): z.ZodType {
  const base = z
    .string({ error: 'not-text' })
    .max(field.longest, { error: `too-long|longest=${field.longest}` })
    // Control characters and lone surrogates look like nothing, and break files; a paragraph may hold line ends.
    .refine((value) => isWellFormed(value) && !/[\u0000-\u0008\u000b-\u001f\u007f]/.test(value), { error: 'not-text' })
    .refine((value) => field.form === 'paragraphs' || !value.includes('\n'), { error: 'not-text' });
  switch (field.form) {
    case 'line':
    case 'paragraphs':
      return base;
    case 'url':
      return base.regex(/^https?:\/\/[^\s<>"]+$/, { error: 'not-an-address' });
    case 'language':
      return base.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, { error: 'not-a-language' });
    case 'currency':
      return base.regex(/^[A-Z]{3}$/, { error: 'not-a-currency' });
    case 'sha256':
      return base.regex(/^[0-9a-f]{64}$/, { error: 'not-a-hash' });
  }
}

const position = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);
const geometryError = { error: 'not-a-geometry' } as const;
const geometrySchema = z.discriminatedUnion(
  'type',
  [
    z.strictObject({ type: z.literal('Point'), coordinates: position }),
    z.strictObject({ type: z.literal('LineString'), coordinates: z.array(position).min(2) }),
    z.strictObject({ type: z.literal('Polygon'), coordinates: z.array(z.array(position).min(4)).min(1) }),
    z.strictObject({ type: z.literal('MultiPoint'), coordinates: z.array(position).min(1) }),
    z.strictObject({ type: z.literal('MultiLineString'), coordinates: z.array(z.array(position).min(2)).min(1) }),
    z.strictObject({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(z.array(position).min(4))).min(1) }),
  ],
  geometryError,
);

/** `too-long|longest=300` at a path, as a finding. An unknown key is its own finding, at its own path. */
function findingsOf(issue: z.core.$ZodIssue): readonly Finding[] {
  const path = issue.path.join('.');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => error('unknown-field', path ? `${path}.${key}` : key));
  }
  const [code = 'required', ...words] = issue.message.split('|');
  const known = /^[a-z-]+$/.test(code) ? (code as FindingCode) : 'not-text'; // only our own codes are written as messages
  return [error(known, path, Object.fromEntries(words.map((word) => word.split('=', 2) as [string, string])))];
}
