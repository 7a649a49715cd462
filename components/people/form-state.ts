/** What a form of people and passwords is told by its action. */
export interface FormState {
  /** Rises with every answer, so that the form is drawn anew with what was typed. */
  readonly attempt: number;
  /** Of the whole form. */
  readonly message: string | null;
  /** By field. */
  readonly errors: Readonly<Record<string, readonly string[]>>;
  /** What the person typed, passwords left out. */
  readonly typed: Readonly<Record<string, readonly string[]>>;
  /** What was done, when it was. */
  readonly done: string | null;
  /** A one-time link, or another secret, that was made: shown once, kept nowhere. */
  readonly link: string | null;
}

export type FormAction = (previous: FormState, form: FormData) => Promise<FormState>;

export const untouched: FormState = { attempt: 0, message: null, errors: {}, typed: {}, done: null, link: null };
