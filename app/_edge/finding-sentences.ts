import { fieldLabel, type FormWords } from '@/components/forms/form-spec';
import type { RecordFindings } from '@/components/forms/form-state';
import type { Finding } from '@/domain/record/finding';
import type { RecordKind } from '@/domain/record/kinds';
import { records } from '@/domain/record/records';

/** Findings of one record as sentences by path, errors apart from warnings. */
export function findingSentences(kind: RecordKind, findings: readonly Finding[], words: FormWords): RecordFindings {
  const sorted: Record<Finding['severity'], Record<string, string[]>> = { error: {}, warning: {} };
  for (const finding of findings) {
    const at = sorted[finding.severity];
    at[finding.path] = [...(at[finding.path] ?? []), findingSentence(kind, finding, words)];
  }
  return { errors: sorted.error, warnings: sorted.warning };
}

/** One finding as a sentence that says how to mend it. */
export function findingSentence(kind: RecordKind, finding: Finding, words: FormWords): string {
  const { other, kind: about } = finding.words;
  // `other` is a field where the finding is about two of them, and a number elsewhere.
  const isField = other !== undefined && other in records[kind].fields;
  return words(`finding.${finding.code}`, {
    ...finding.words,
    ...(isField ? { other: fieldLabel(kind, other, words) } : {}),
    ...(about === undefined ? {} : { records: words(`record.${about}.plural`), count: Number(finding.words.count) }),
  });
}
