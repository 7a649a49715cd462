import type { Content } from '../record/content';

/** One field whose value would change: before and after as content holds them; null is "not known". */
export interface FieldChange {
  readonly field: string;
  readonly before: Content[string];
  readonly after: Content[string];
}

/** Every field that differs, in the order of the definition. A new record differs in each field it knows. */
export function compareContents(
  fields: readonly string[],
  before: Content | null,
  after: Content,
): readonly FieldChange[] {
  return fields.flatMap((field) => {
    const was = before?.[field] ?? null;
    const is = after[field] ?? null;
    return isSame(was, is) ? [] : [{ field, before: was, after: is }];
  });
}

/** Equal as a reader would see it: an empty list is the same as none, and the order of keys does not matter. */
function isSame(one: unknown, other: unknown): boolean {
  return canonical(isEmpty(one) ? null : one) === canonical(isEmpty(other) ? null : other);
}

const isEmpty = (value: unknown) => Array.isArray(value) && value.length === 0;

/** JSON with keys in one order, so that equal contents are equal texts and have equal hashes. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value)
      .filter(([, each]) => each !== undefined)
      .sort(([one], [other]) => (one < other ? -1 : 1));
    return `{${entries.map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`).join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}
