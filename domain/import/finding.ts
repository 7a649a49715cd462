import type { FindingCode } from '../record/finding';

/** What only reading a file can find. Each has a sentence in `messages/` (`import.reading.finding.<code>`) that says how to mend it. */
export const readingCodes = [
  'not-a-number',
  'other-decimal',
  'shortened-number',
  'rounded-number',
  'percent-here',
  'became-a-date',
  'not-a-date',
  'impossible-day',
  'month-or-day',
  'date-parts-disagree',
  'not-yes-or-no',
  'not-an-amount',
  'too-many-decimals',
  'amount-not-brought',
  'not-a-geometry',
  'not-a-choice',
  'unknown-code',
  'unknown-name',
  'several-so-called',
  'entries-differ',
  'withheld-entry',
  'withheld-word',
  'formula-error',
  'replaced-characters',
  'was-cut',
  'not-an-identifier',
  'identifier-without-scheme',
  'older-version',
  'too-few-cells',
  'too-many-cells',
  'appears-twice',
] as const;
export type ReadingCode = (typeof readingCodes)[number];

/** What a cell should hold: a few words in `messages/` (`import.reading.expected.<key>`). */
export const expectedKeys = [
  'text',
  'line',
  'address',
  'language',
  'currency',
  'hash',
  'choice',
  'code',
  'identifier',
  'date',
  'number',
  'whole-number',
  'amount',
  'yes-or-no',
  'geometry',
  'entries',
  'row',
] as const;
export type ExpectedKey = (typeof expectedKeys)[number];

export interface Expected {
  readonly key: ExpectedKey;
  /** `least`, `most`, `longest`, `example`, `choices`. */
  readonly words: Readonly<Record<string, string>>;
}

/**
 * One thing in one row of a file: to mend (error) or to answer for (warning). A code of `readingCodes` has its sentence
 * under `import.reading.finding`; every other is a finding of the record and has its own under `finding`.
 */
export interface RowFinding {
  readonly code: ReadingCode | FindingCode;
  /** Where the sentence stands. */
  readonly from: 'reading' | 'record';
  readonly severity: 'error' | 'warning';
  /** Header of our column, as in `columnsOf`; null where it is the row as a whole. */
  readonly column: string | null;
  /** Which column of the file, from 0; null where the file has none for it. */
  readonly position: number | null;
  /** The field of the record and where in it: `places.0.placeSlug`. */
  readonly path: string;
  /** What stands in the cell, at most 200 characters of it. */
  readonly found: string;
  readonly expected: Expected;
  /** What the sentence fills in besides `found`. */
  readonly words: Readonly<Record<string, string>>;
}

const longestFound = 200;

export const shortened = (text: string): string => {
  const plain = text.replace(/\p{Cc}+/gu, ' ').trim();
  // Half of a character that takes two places is none, and no database keeps it.
  return plain.length > longestFound ? `${plain.slice(0, longestFound - 1).replace(/\p{Cs}$/u, '')}…` : plain;
};
