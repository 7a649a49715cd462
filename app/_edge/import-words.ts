import type { FormWords } from '@/components/forms/form-spec';
import type { RowFinding } from '@/domain/import/finding';
import type { FindingCode } from '@/domain/record/finding';
import type { RecordKind } from '@/domain/record/kinds';
import { findingSentences } from './finding-sentences';

/** What is wrong with a row, in a sentence that says how to mend it. */
export function rowSentence(kind: RecordKind, finding: RowFinding, words: FormWords): string {
  const { code, from, severity, path, found } = finding;
  if (from === 'reading') return words(`import.reading.finding.${code}`, { found, ...finding.words });
  const ofRecord = { code: code as FindingCode, severity, path, words: { found, ...finding.words } }; // a finding of the record has a code of the record
  const { errors, warnings } = findingSentences(kind, [ofRecord], words);
  return [...Object.values(errors), ...Object.values(warnings)].flat().join(' ');
}

/** What should stand in the cell, in a few words. */
export const expectedWords = ({ expected }: Pick<RowFinding, 'expected'>, words: FormWords): string =>
  words(`import.reading.expected.${expected.key}`, expected.words);
