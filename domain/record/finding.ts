/** What is wrong with a field. Each code has a sentence in `messages/` (`finding.<code>`) that says how to fix it. */
export type FindingCode =
  | 'required'
  | 'not-text'
  | 'too-long'
  | 'not-an-address'
  | 'not-a-secure-address'
  | 'not-an-email'
  | 'not-a-language'
  | 'not-a-currency'
  | 'not-a-hash'
  | 'not-a-choice'
  | 'not-an-identifier'
  | 'not-a-date'
  | 'not-a-number'
  | 'ambiguous-number'
  | 'not-whole'
  | 'out-of-range'
  | 'not-an-amount'
  | 'not-a-geometry'
  | 'unknown-field'
  | 'unknown-record'
  | 'unknown-code'
  | 'refers-to-withdrawn'
  | 'leaves-without-owner'
  | 'still-referred-to'
  | 'already-taken'
  | 'refers-to-itself'
  | 'dates-out-of-order'
  | 'needs-reason'
  | 'needs-other'
  | 'needs-another'
  | 'not-both'
  | 'more-families-than-persons'
  | 'estimate-differs'
  | 'progress-fell'
  | 'spent-above-contracted'
  | 'date-in-future'
  | 'repeated'
  | 'pair-incomplete'
  | 'not-independent'
  | 'unknown-file'
  | 'not-a-photo'
  | 'needs-evidence'
  | 'still-documented'
  | 'outside-limits';

/** One thing to mend (error) or to answer for (warning), at a field. */
export interface Finding {
  readonly code: FindingCode;
  readonly severity: 'error' | 'warning';
  /** `places.0.placeSlug`, or the field alone. */
  readonly path: string;
  /** What the sentence fills in: `longest`, `least`, `most`, `other`, `found`, `kind`, `count`. */
  readonly words: Readonly<Record<string, string>>;
}

export const error = (code: FindingCode, path: string, words: Finding['words'] = {}): Finding => ({
  code,
  severity: 'error',
  path,
  words,
});

export const warning = (code: FindingCode, path: string, words: Finding['words'] = {}): Finding => ({
  ...error(code, path, words),
  severity: 'warning',
});
