import { isRecordKind, type RecordKind } from '@/domain/record/kinds';

type Asked = string | readonly string[] | undefined;

/** The first of what an address asks under one name, trimmed; empty when it asks nothing. */
export const textIn = (asked: Asked): string =>
  (Array.isArray(asked) ? (asked[0] ?? '') : ((asked as string | undefined) ?? '')).trim();

/** A page from 1; anything else is the first. */
export function pageIn(asked: Asked): number {
  const page = Number(textIn(asked));
  return Number.isInteger(page) && page >= 1 && page <= 100_000 ? page : 1;
}

export function kindIn(asked: Asked): RecordKind | null {
  const kind = textIn(asked);
  return isRecordKind(kind) ? kind : null;
}
