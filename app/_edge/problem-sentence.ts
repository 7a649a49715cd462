import type { Problem } from '@/domain/problem';
import type { FormWords } from '@/components/forms/form-spec';

/** Any problem as a sentence that says what the person can do next. `records` names what was published meanwhile. */
export function problemSentence(problem: Problem, words: FormWords, records: readonly string[] = []): string {
  switch (problem.kind) {
    case 'not-permitted':
      return words(`problem.not-permitted-because.${problem.because}`);
    case 'step-not-open':
      return words('problem.step-not-open', { from: problem.from });
    case 'not-found':
      return words('problem.not-found', { what: problem.what });
    case 'upload-refused':
      return words(`problem.upload-refused-because.${problem.because}`, { found: problem.found, most: problem.most });
    case 'store-unavailable':
      return words(`problem.store-unavailable-because.${problem.because}`);
    case 'file-refused':
      return words(`import.reading.refused.${problem.because}`, {
        found: problem.found,
        most: problem.most,
        row: problem.rowNumber ?? '',
      });
    case 'stale-records':
      return words('problem.stale-records', {
        records: (records.length > 0 ? records : problem.records.map(({ slug }) => slug)).join(', '),
      });
    case 'too-many-attempts':
      return words('problem.too-many-attempts', { minutes: Math.ceil(problem.retryAfterSeconds / 60) });
    case 'weak-password':
      return words('problem.weak-password', { shortest: problem.shortest });
    case 'import-incomplete':
      return words('problem.import-incomplete', { columns: problem.columns });
    case 'import-needs-answer':
    case 'import-needs-choice':
      return words(`problem.${problem.kind}`, { count: problem.count });
    case 'too-many-changes':
      return words('problem.too-many-changes', { most: problem.most });
    case 'not-undoable':
      return words(`problem.not-undoable-because.${problem.because}`);
    case 'changed-since':
      return words('problem.changed-since', {
        count: problem.count,
        records: (records.length > 0 ? records : problem.records.map(({ slug }) => slug)).join(', '),
      });
    default:
      return words(`problem.${problem.kind}`);
  }
}
