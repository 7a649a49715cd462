import type { StoreUnavailable, UploadRefused } from './evidence/upload';
import type { FileRefused } from './import/file-refused';
import type { NotPermitted } from './permission';
import type { Finding } from './record/finding';
import type { RecordKind } from './record/kinds';
import type { StepNotOpen } from './submission/process';

/**
 * Everything the service refuses, in one list.
 *
 * A Problem is an expected answer: the person can read it and act on it, so it is returned, never thrown. Its sentence
 * stands in `messages/` under `problem.<kind>`. Bugs and outages are thrown as Errors and end at the error page.
 */
export type Problem =
  | NotPermitted
  | StepNotOpen
  | UploadRefused
  | StoreUnavailable
  | FileRefused
  | {
      readonly kind: 'not-found';
      readonly what: 'submission' | 'record' | 'person' | 'link' | 'token' | 'webhook' | 'import';
    }
  /** Somebody saved the submission after it was opened. */
  | { readonly kind: 'stale-submission' }
  /** What was reviewed is not what is there now. */
  | { readonly kind: 'stale-approval' }
  /** Records that were published anew after the change was begun. */
  | { readonly kind: 'stale-records'; readonly records: readonly StaleRecord[] }
  | { readonly kind: 'empty-submission' }
  | { readonly kind: 'key-of-other-content' }
  /** The first request with this key is still being worked on. */
  | { readonly kind: 'key-in-use' }
  | { readonly kind: 'invalid-changes'; readonly changes: readonly ChangeFindings[] }
  | { readonly kind: 'invalid-form'; readonly findings: readonly Finding[] }
  | { readonly kind: 'note-needed' }
  | { readonly kind: 'too-many-attempts'; readonly retryAfterSeconds: number }
  | { readonly kind: 'wrong-credentials' }
  | { readonly kind: 'weak-password'; readonly shortest: number }
  | { readonly kind: 'email-taken' }
  | { readonly kind: 'link-spent' }
  | { readonly kind: 'last-administrator' }
  /** Nobody can look through more of them. */
  | { readonly kind: 'too-many-tokens'; readonly most: number }
  /** Files that a person has brought and neither proposed nor dropped. */
  | { readonly kind: 'too-many-imports'; readonly most: number }
  /** The run has gone on since the page was opened: its columns were mapped anew, or it ended. */
  | { readonly kind: 'import-moved-on' }
  | { readonly kind: 'import-incomplete'; readonly columns: string }
  | { readonly kind: 'import-needs-answer'; readonly count: number }
  | { readonly kind: 'import-needs-choice'; readonly count: number }
  | { readonly kind: 'too-many-changes'; readonly most: number }
  | { readonly kind: 'not-undoable'; readonly because: 'not-published' | 'undone-already' | 'nothing-left' }
  /** Records that were published anew after the submission that would be undone. */
  | { readonly kind: 'changed-since'; readonly count: number; readonly records: readonly RecordName[] };

export interface RecordName {
  readonly recordKind: RecordKind;
  readonly slug: string;
}

export interface StaleRecord {
  readonly recordKind: RecordKind;
  readonly slug: string;
  readonly yours: number | null;
  readonly current: number | null;
}

export interface ChangeFindings {
  readonly recordKind: RecordKind;
  readonly slug: string;
  readonly findings: readonly Finding[];
}

export function httpStatusOf(problem: Problem): 400 | 403 | 404 | 409 | 422 | 429 | 503 | 507 {
  switch (problem.kind) {
    case 'not-permitted':
      return 403;
    case 'not-found':
    case 'link-spent':
      return 404;
    case 'stale-submission':
    case 'stale-approval':
    case 'stale-records':
    case 'step-not-open':
    case 'email-taken':
    case 'last-administrator':
    case 'import-moved-on':
    case 'not-undoable':
    case 'changed-since':
    case 'too-many-tokens':
    case 'too-many-imports':
    case 'key-in-use':
      return 409;
    case 'too-many-attempts':
      return 429;
    case 'upload-refused':
    case 'file-refused':
    case 'empty-submission':
    case 'key-of-other-content':
    case 'invalid-changes':
    case 'invalid-form':
    case 'note-needed':
    case 'weak-password':
    case 'import-incomplete':
    case 'import-needs-answer':
    case 'import-needs-choice':
    case 'too-many-changes':
      return 422;
    case 'wrong-credentials':
      return 403;
    case 'store-unavailable':
      return problem.because === 'full' ? 507 : 503;
  }
}
