import { accept, refuse, type Result } from '../result';

const separator = '; ';

/**
 * A list in one cell: its entries in order, with `; ` between them. A semicolon within an entry is written `\;` and a
 * backslash `\\`; an entry that is not known is empty. An empty list is a blank cell, as is one whose only entry is not
 * known: how many entries it has is said by the other columns of the list, see `readListRows`.
 */
export const writeListCell = (entries: readonly (string | null)[]): string =>
  entries.map((entry) => (entry ?? '').replace(/[\\;]/g, '\\$&')).join(separator);

/** The entries of such a cell. One space after a semicolon belongs to it; a backslash before anything else is itself. */
export function readListCell(cell: string): readonly (string | null)[] {
  if (cell === '') return [];
  const entries: string[] = [];
  let entry = '';
  for (let at = 0; at < cell.length; at += 1) {
    const [sign, next] = [cell[at], cell[at + 1]];
    if (sign === '\\' && (next === '\\' || next === ';')) {
      entry += next;
      at += 1;
    } else if (sign === ';') {
      entries.push(entry);
      entry = '';
      if (next === ' ') at += 1;
    } else {
      entry += sign;
    }
  }
  return [...entries, entry].map((each) => (each === '' ? null : each));
}

export interface UnevenList {
  readonly kind: 'uneven-list';
  /** How many entries each column has that has any. */
  readonly counts: Readonly<Record<string, number>>;
}

/** The rows of a list out of its columns: the nth entries belong together, and a blank cell knows none of them. */
export function readListRows(
  cells: Readonly<Record<string, string>>,
): Result<readonly Readonly<Record<string, string | null>>[], UnevenList> {
  const columns = Object.entries(cells).map(([header, cell]) => [header, readListCell(cell)] as const);
  const counts = Object.fromEntries(
    columns.filter(([, entries]) => entries.length > 0).map(([header, entries]) => [header, entries.length]),
  );
  const [length = 0, ...others] = new Set(Object.values(counts));
  if (others.length > 0) return refuse({ kind: 'uneven-list', counts });
  return accept(
    Array.from({ length }, (_, index) =>
      Object.fromEntries(columns.map(([header, entries]) => [header, entries[index] ?? null])),
    ),
  );
}
