import type { ReactNode } from 'react';
import type { FormValues } from '@/domain/form/form-values';
import type { RecordKind } from '@/domain/record/kinds';
import type { ChangeAction } from '@/domain/submission/change';
import type { ReasonKind } from '@/domain/vocabulary';

/** One record as typed. */
export interface TypedRecord {
  readonly kind: RecordKind;
  /** Empty: made from what the record says. */
  readonly slug: string;
  /** Its identifier in the draft, when it stands there already. */
  readonly replaces: string | null;
  readonly action: ChangeAction;
  readonly baseVersion: number | null;
  readonly reasonKind: ReasonKind;
  readonly reason: string;
  /** The answer to warnings. */
  readonly answer: string;
  /** A withdrawal: what says nothing without it is withdrawn with it. */
  readonly withOwned?: boolean;
  readonly values: FormValues;
}

/** What a form sends: the record it is for, and those that were added on the way. */
export interface TypedForm {
  /** The draft it belongs to; null begins one. */
  readonly submissionId: string | null;
  readonly rowVersion: number | null;
  /** Made when the form was drawn, so that a form sent twice is one submission. */
  readonly idempotencyKey: string;
  /** Records that were added on the way, kept in the draft, and then not wanted. */
  readonly removed: readonly { readonly kind: RecordKind; readonly slug: string }[];
  readonly intent: 'save' | 'submit';
  readonly records: readonly TypedRecord[];
}

/** What came of it. The typed text itself stays in the browser. */
export type FormAnswer =
  /** The form leaves by itself, once it has forgotten what it kept on this device. */
  { readonly kind: 'done'; readonly goTo: string } | FormRefusal;

export interface FormRefusal {
  readonly kind: 'refused';
  readonly message: string;
  /** Where to read more: the submission that was sent already, or the record that was published meanwhile. */
  readonly link?: { readonly href: string; readonly label: string };
  /** By record, in the order sent: sentences by path; `answer` asks for an answer to warnings. */
  readonly findings: readonly RecordFindings[];
  /** Set when the draft was kept in spite of the refusal. */
  readonly kept?: { readonly submissionId: string; readonly rowVersion: number; readonly slugs: readonly string[] };
  /** Records that were published anew, with the three values of each field that differs. */
  readonly meanwhile?: readonly Meanwhile[];
}

export interface RecordFindings {
  readonly errors: Readonly<Record<string, readonly string[]>>;
  readonly warnings: Readonly<Record<string, readonly string[]>>;
}

export interface Meanwhile {
  readonly kind: RecordKind;
  readonly slug: string;
  readonly currentVersion: number;
  readonly fields: readonly {
    readonly label: string;
    readonly base: ReactNode;
    readonly current: ReactNode;
    readonly yours: ReactNode;
  }[];
}

export type SendForm = (typed: TypedForm) => Promise<FormAnswer>;
