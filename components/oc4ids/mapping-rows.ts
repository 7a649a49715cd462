import type { MappedKind } from '@/domain/oc4ids/mapping';
import { mapping } from '@/domain/oc4ids/mapping';
import { ownName } from '@/domain/oc4ids/own';

/** Messages from their root, as next-intl hands them out. */
export type Words = (key: string, values?: Record<string, string>) => string;

export interface MappingRow {
  readonly field: string;
  readonly label: string;
  /** Paths of the standard. */
  readonly standard: readonly string[];
  /** Paths within our own object. */
  readonly ours: readonly string[];
  /** Why it has no place in a package, where it has none. */
  readonly absent: string | null;
}

/** Where each field of a kind stands, in a reader's words: the page and docs/oc4ids.md say the same. */
export function mappingRows(kind: MappedKind, t: Words): readonly MappingRow[] {
  return Object.entries(mapping[kind]).map(([field, paths]) => ({
    field,
    label: labelOf(kind, field, t),
    standard: paths.filter((path) => !isOurs(path)),
    ours: paths.filter(isOurs),
    absent: paths.length === 0 ? t(`oc4ids.absent.${kind}.${field}`) : null,
  }));
}

/** Every path that begins with our name or has it at some level. */
export const isOurs = (path: string): boolean => path.split('.').includes(ownName);

function labelOf(kind: MappedKind, field: string, t: Words): string {
  const [name = '', inner] = field.split('.');
  const key = `record.${kind}.fields.${name}`;
  return inner ? `${t(`${key}.label`)}: ${t(`${key}.fields.${inner}.label`)}` : t(`${key}.label`);
}
