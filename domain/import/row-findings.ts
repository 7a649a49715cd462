import { type Expected, type ReadingCode, type RowFinding, shortened } from './finding';
import type { RowReader } from './read-row';

export const expectedIdentifier: Expected = { key: 'identifier', words: { kind: '' } };
export const entriesExpected: Expected = { key: 'entries', words: {} };

/** What is wrong in a cell, at our column and where the file has it. */
export function findingAt(
  { mapping }: RowReader,
  column: string,
  found: string,
  { code, words }: { readonly code: ReadingCode; readonly words: Readonly<Record<string, string>> },
  expected: Expected,
): RowFinding {
  const position = mapping.indexOf(column);
  return {
    code,
    from: 'reading',
    severity: 'error',
    column,
    position: position === -1 ? null : position,
    path: column,
    found: shortened(found),
    expected,
    words,
  };
}
