import { type Content, rowsOf } from '../record/content';
import { accept, refuse, type Result } from '../result';
import { cellText, type FileCell, isBlank } from './cell';
import type { RowReader } from './read-row';

interface RowOfFile {
  readonly reader: RowReader;
  readonly cells: readonly FileCell[];
  readonly before: Content | null;
}

/**
 * The public file of counts of people withholds small ones: the cell is blank, and `families_status`, `persons_status` or
 * `breakdown_status` says `withheld`. Such a blank is no "not known": what is published stays. See
 * docs/decisions/0009-small-counts-are-withheld.md for what is withheld with a count.
 */
export function isWithheld(row: RowOfFile, field: string): boolean {
  if (row.reader.table !== 'resettlement' || !isBlank(cellOf(row, headers[field] ?? field))) return false;
  const total = statusIs(row, 'families_status') || statusIs(row, 'persons_status');
  const part = statusIs(row, 'breakdown_status');
  switch (field) {
    case 'families':
      return statusIs(row, 'families_status');
    case 'persons':
      return statusIs(row, 'persons_status');
    case 'personsPerFamily':
      return total;
    case 'note':
      return total || part;
    default:
      return false;
  }
}

const headers: Readonly<Record<string, string>> = { personsPerFamily: 'persons_per_family' };

export interface KeptPart {
  readonly at: number;
  readonly key: string;
  readonly value: unknown;
}

/**
 * Of a withheld breakdown the parts are in the file and their counts are not. Each count stays that of the published part of
 * the same sex and ages in the same place; a part that was changed or moved has none to keep, and must bring its own.
 */
export function keptParts(
  row: RowOfFile,
  list: string,
  count: number,
  textIn: (key: string, at: number) => string,
): Result<readonly KeptPart[], { readonly key: string }> {
  if (row.reader.table !== 'resettlement' || list !== 'breakdown' || !statusIs(row, 'breakdown_status'))
    return accept([]);
  const published = row.before ? rowsOf(row.before, list) : [];
  const kept: KeptPart[] = [];
  for (let at = 0; at < count; at += 1) {
    if (textIn('persons', at).trim() !== '') continue;
    const same = published[at];
    const isSame =
      same !== undefined &&
      ['sex', 'ageFrom', 'ageTo'].every(
        (key) => textIn(key, at).trim() === (same[key] === null ? '' : String(same[key])),
      );
    if (!isSame) return refuse({ key: 'persons' });
    kept.push({ at, key: 'persons', value: same.persons });
  }
  return accept(kept);
}

const cellOf = ({ reader, cells }: RowOfFile, header: string): FileCell | undefined =>
  cells[reader.mapping.indexOf(header)];

const statusIs = (row: RowOfFile, header: string): boolean =>
  cellText(cellOf(row, header)).trim().toLowerCase() === 'withheld';
