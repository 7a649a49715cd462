import type { RecordDefinition } from '../record/define';
import type { SingleField } from '../record/field';
import type { RecordKind } from '../record/kinds';

export interface Mention {
  readonly kind: RecordKind;
  readonly slug: string;
}

/** Every record that this content refers to; of a draft, as far as it can be read. */
export function mentionsIn(definition: RecordDefinition, content: unknown): readonly Mention[] {
  const given = isObject(content) ? content : {};
  return Object.entries(definition.fields).flatMap(([name, field]) => {
    const value = given[name];
    if (field.type !== 'list') return mention(field, value);
    const rows: readonly unknown[] = Array.isArray(value) ? value : [];
    return rows.flatMap((row) =>
      isObject(row) ? Object.entries(field.fields).flatMap(([key, each]) => mention(each, row[key])) : [],
    );
  });
}

const mention = (field: SingleField, value: unknown): readonly Mention[] =>
  field.type === 'reference' && typeof value === 'string' && value !== '' ? [{ kind: field.to, slug: value }] : [];

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
