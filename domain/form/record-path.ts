import { isRecordKind, type RecordKind } from '../record/kinds';

/** A kind in addresses: with hyphens, as everything there. */
export const kindInPath = (kind: RecordKind): string => kind.replaceAll('_', '-');

export function kindFromPath(text: string): RecordKind | null {
  const kind = text.replaceAll('-', '_');
  return isRecordKind(kind) && kindInPath(kind) === text ? kind : null;
}

export const recordPath = (kind: RecordKind, slug: string): string => `${kindInPath(kind)}/${slug}`;
