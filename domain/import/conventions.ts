import type { FileCell } from './cell';
import { dayOfSerial, isSerial, numericDate } from './date-cell';
import { decimalReadings } from './number-cell';

/** How a file writes numbers and days. Asked where the file does not prove it; never guessed silently. */
export interface Conventions {
  readonly decimal: '.' | ',';
  /** Between thousands. Spaces and apostrophes are understood in every convention. */
  readonly grouping: '' | ',' | '.' | ' ' | "'";
  readonly dayOrder: 'day-first' | 'month-first' | 'year-first';
  /** From when a text file counts days that it writes as plain numbers (45000); null where it has none. */
  readonly serialDays: '1900' | '1904' | null;
}

/** What Cornerstone writes, and what a file follows in which nothing says otherwise. */
export const ownConventions: Conventions = { decimal: '.', grouping: '', dayOrder: 'day-first', serialDays: null };

export type Asked = 'decimal' | 'dayOrder' | 'serialDays';

export interface Sample {
  readonly rowNumber: number;
  /** Column of the file, from 0. */
  readonly position: number;
  readonly found: string;
}

export interface Reading extends Sample {
  readonly readAs: string;
}

export interface ConventionOption {
  readonly value: string;
  /** What cells of the file would then mean. */
  readonly readings: readonly Reading[];
}

export interface ConventionQuestion {
  readonly about: Asked;
  readonly options: readonly ConventionOption[];
  /** The file has cells of both: whichever is chosen, some will be findings. */
  readonly isContradiction: boolean;
}

export interface ConventionProof extends Sample {
  readonly about: Asked;
  readonly value: string;
}

export interface ConventionsFound {
  /** Whole, as far as no question is open: what is not proven and not asked makes no difference in this file. */
  readonly conventions: Conventions;
  readonly proofs: readonly ConventionProof[];
  readonly questions: readonly ConventionQuestion[];
}

export interface ColumnSample extends Sample {
  readonly what: 'number' | 'date';
}

const shownReadings = 3;

/** What the cells of a file say so far. Fed cell by cell, so that a million rows need no more memory than one. */
export interface ConventionEvidence {
  readonly decimal: Evidence<Conventions['decimal']>;
  readonly dayOrder: Evidence<Conventions['dayOrder']>;
  readonly serials: Sample[];
  hasGrouping: boolean;
}

interface Evidence<Value extends string> {
  readonly values: readonly Value[];
  readonly possible: Set<Value>;
  /** The first cell that excludes the others, by what it allows. */
  readonly proofs: Map<string, Sample>;
  /** Cells that two conventions read differently, by the two. */
  readonly differing: Map<string, Sample[]>;
  readonly readingsOf: (found: string) => Readonly<Record<Value, string | null>>;
}

export const startEvidence = (): ConventionEvidence => ({
  decimal: evidenceOf(['.', ','], decimalReadings),
  dayOrder: evidenceOf(
    ['day-first', 'month-first', 'year-first'],
    (found) => numericDate(found) ?? { 'day-first': null, 'month-first': null, 'year-first': null },
  ),
  serials: [],
  hasGrouping: false,
});

const evidenceOf = <Value extends string>(
  values: readonly Value[],
  readingsOf: Evidence<Value>['readingsOf'],
): Evidence<Value> => ({ values, possible: new Set(values), proofs: new Map(), differing: new Map(), readingsOf });

/** Takes one cell of a mapped column of numbers or dates into account. What a spreadsheet typed needs no convention. */
export function noteCell(
  evidence: ConventionEvidence,
  what: ColumnSample['what'],
  cell: FileCell | undefined,
  at: Omit<Sample, 'found'>,
): void {
  if (typeof cell !== 'string' || cell === '') return;
  // A list in one cell: no number and no date has a semicolon.
  for (const entry of cell.split(';')) noteText(evidence, what, { ...at, found: entry.trim() });
}

function noteText(evidence: ConventionEvidence, what: ColumnSample['what'], sample: Sample): void {
  if (what === 'date') {
    if (isSerial(sample.found) && evidence.serials.length < shownReadings) evidence.serials.push(sample);
    return note(evidence.dayOrder, sample);
  }
  if (/[.,]\d{3}/.test(sample.found)) evidence.hasGrouping = true;
  note(evidence.decimal, sample);
}

function note<Value extends string>(
  { values, possible, proofs, differing, readingsOf }: Evidence<Value>,
  sample: Sample,
) {
  const readings = readingsOf(sample.found);
  const allowed = values.filter((value) => readings[value] !== null);
  if (allowed.length === 0) return;
  if (allowed.length < values.length) {
    const key = allowed.join(' ');
    if (!proofs.has(key)) proofs.set(key, sample);
    for (const value of values) if (!allowed.includes(value)) possible.delete(value);
  }
  allowed.forEach((one, position) => {
    for (const other of allowed.slice(position + 1)) {
      if (readings[one] === readings[other]) continue;
      const key = `${one} ${other}`;
      const known = differing.get(key) ?? [];
      if (known.length < shownReadings) differing.set(key, [...known, sample]);
    }
  });
}

export interface Origin {
  /** Headers and order of columns are ours: then numbers are written as we write them, unless a cell says otherwise. */
  readonly isOwnFile: boolean;
}

/** What the file proves, and what has to be asked. Answers given before are passed to `withAnswers`. */
export function concludeConventions(
  evidence: ConventionEvidence,
  { isOwnFile }: Origin = { isOwnFile: false },
): ConventionsFound {
  const decimal = conclude('decimal', evidence.decimal, isOwnFile ? '.' : null);
  const dayOrder = conclude('dayOrder', evidence.dayOrder, null);
  const mark = decimal.value ?? ownConventions.decimal;
  const conventions: Conventions = {
    decimal: mark,
    grouping: decimal.proofs.length > 0 && !isOwnFile && evidence.hasGrouping ? otherMark(mark) : '',
    dayOrder: dayOrder.value ?? ownConventions.dayOrder,
    serialDays: null,
  };
  return {
    conventions,
    proofs: [...decimal.proofs, ...dayOrder.proofs],
    questions: [...decimal.questions, ...dayOrder.questions, ...serialQuestion(evidence.serials)],
  };
}

interface Concluded<Value extends string> {
  readonly value: Value | null;
  readonly proofs: readonly ConventionProof[];
  readonly questions: readonly ConventionQuestion[];
}

function conclude<Value extends string>(
  about: Asked,
  evidence: Evidence<Value>,
  presumed: Value | null,
): Concluded<Value> {
  const { values, possible, proofs, differing, readingsOf } = evidence;
  const remaining = values.filter((value) => possible.has(value) && (presumed === null || value === presumed));
  const options = remaining.length > 0 ? remaining : values;
  const open = [...differing].flatMap(([pair, samples]) =>
    pair.split(' ').every((value) => options.some((each) => each === value)) ? samples : [],
  );
  const isContradiction = remaining.length === 0;
  if (!isContradiction && (remaining.length === 1 || open.length === 0)) {
    const [value = null] = remaining;
    const isProven = value !== null && proofs.size > 0;
    const [first] = [...proofs.values()];
    return { value, proofs: isProven && first ? [{ about, value, ...first }] : [], questions: [] };
  }
  const shown = unique(isContradiction ? [...proofs.values(), ...open] : open).slice(0, shownReadings + 1);
  const question = {
    about,
    isContradiction,
    options: options.map((value) => ({
      value,
      readings: shown.flatMap((sample) => {
        const readAs = readingsOf(sample.found)[value];
        return readAs === null ? [] : [{ ...sample, readAs }];
      }),
    })),
  };
  return { value: null, proofs: [], questions: [question] };
}

/** Two systems of counting days are four years apart, and a text file does not say which it has. */
function serialQuestion(serials: readonly Sample[]): readonly ConventionQuestion[] {
  if (serials.length === 0) return [];
  const options = (['1900', '1904'] as const).map((value) => ({
    value,
    readings: serials.flatMap((sample) => {
      const readAs = dayOfSerial(Number(sample.found), value);
      return readAs ? [{ ...sample, readAs }] : [];
    }),
  }));
  return [{ about: 'serialDays', options, isContradiction: false }];
}

/** The conventions with what a person answered; null while a question is open. */
export function withAnswers(
  { conventions, questions }: ConventionsFound,
  answers: Readonly<Partial<Record<Asked, string>>>,
): Conventions | null {
  let answered = conventions;
  for (const { about, options } of questions) {
    const answer = answers[about];
    if (!options.some(({ value }) => value === answer)) return null;
    if (about === 'decimal') {
      const decimal = answer === ',' ? ',' : '.';
      answered = { ...answered, decimal, grouping: otherMark(decimal) };
    }
    if (about === 'dayOrder') answered = { ...answered, dayOrder: answer as Conventions['dayOrder'] }; // one of the options
    if (about === 'serialDays') answered = { ...answered, serialDays: answer === '1904' ? '1904' : '1900' };
  }
  return answered;
}

/** The same for cells at hand. */
export function findAmbiguities(samples: Iterable<ColumnSample>, origin?: Origin): ConventionsFound {
  const evidence = startEvidence();
  for (const { what, found, rowNumber, position } of samples) noteCell(evidence, what, found, { rowNumber, position });
  return concludeConventions(evidence, origin);
}

const otherMark = (decimal: Conventions['decimal']): ',' | '.' => (decimal === '.' ? ',' : '.');

function unique(samples: readonly Sample[]): readonly Sample[] {
  return [...new Map(samples.map((sample) => [sample.found, sample])).values()];
}
