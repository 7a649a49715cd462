import type { RecordDefinition } from '../record/define';
import type { SingleField } from '../record/field';
import { isRecordKind, type RecordKind } from '../record/kinds';

export interface Mention {
  readonly kind: RecordKind;
  readonly slug: string;
}

/** Every record that this content refers to; of a draft, as far as it can be read. */
export function mentionsIn(definition: RecordDefinition, content: unknown): readonly Mention[] {
  const given = isObject(content) ? content : {};
  return Object.entries(definition.fields).flatMap(([name, field]) => {
    const value = given[name];
    if (field.type !== 'list') return mention(field, value, given);
    const rows: readonly unknown[] = Array.isArray(value) ? value : [];
    return rows.flatMap((row) =>
      isObject(row) ? Object.entries(field.fields).flatMap(([key, each]) => mention(each, row[key], row)) : [],
    );
  });
}

function mention(field: SingleField, value: unknown, beside: Readonly<Record<string, unknown>>): readonly Mention[] {
  if (typeof value !== 'string' || value === '') return [];
  if (field.type === 'reference') return [{ kind: field.to, slug: value }];
  const kind = field.type === 'record' ? beside[field.kindField] : null;
  return typeof kind === 'string' && isRecordKind(kind) ? [{ kind, slug: value }] : [];
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
