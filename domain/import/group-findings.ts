import type { RowFinding } from './finding';

export interface NumberedFinding extends RowFinding {
  readonly rowNumber: number;
}

/** Findings that one sentence says and one deed mends. */
export interface FindingGroup {
  readonly code: RowFinding['code'];
  readonly from: RowFinding['from'];
  readonly severity: RowFinding['severity'];
  readonly column: string | null;
  readonly position: number | null;
  readonly expected: RowFinding['expected'];
  readonly rows: number;
  /** The first of them, to show where. */
  readonly examples: readonly NumberedFinding[];
  /** What was found, the most frequent first: forty rows of one unknown code are one thing to mend. */
  readonly found: readonly { readonly text: string; readonly rows: number }[];
  /** How many different texts there are, of which `found` shows some. */
  readonly differentFound: number;
}

const shownExamples = 5;
const shownFound = 10;
/** A file of a million wrong cells is told in bounded memory. */
const mostDifferentFound = 1000;

interface Gathered {
  readonly first: NumberedFinding;
  readonly rowNumbers: { count: number; last: number };
  readonly examples: NumberedFinding[];
  readonly found: Map<string, number>;
}

/** Gathers findings as rows are read, in memory that does not grow with the file. */
export interface FindingGatherer {
  readonly groups: Map<string, Gathered>;
}

export const startGathering = (): FindingGatherer => ({ groups: new Map() });

export function gather({ groups }: FindingGatherer, finding: NumberedFinding): void {
  const key = keyOf(finding);
  const known = groups.get(key) ?? {
    first: finding,
    rowNumbers: { count: 0, last: -1 },
    examples: [],
    found: new Map<string, number>(),
  };
  groups.set(key, known);
  if (known.rowNumbers.last !== finding.rowNumber) {
    known.rowNumbers.count += 1;
    known.rowNumbers.last = finding.rowNumber;
  }
  if (known.examples.length < shownExamples) known.examples.push(finding);
  if (known.found.has(finding.found) || known.found.size < mostDifferentFound) {
    known.found.set(finding.found, (known.found.get(finding.found) ?? 0) + 1);
  }
}

/** Errors before warnings, what stops most rows first. */
export function gatheredGroups({ groups }: FindingGatherer): readonly FindingGroup[] {
  return [...groups.values()]
    .map(({ first, rowNumbers, examples, found }): FindingGroup => {
      const { code, from, severity, column, position, expected } = first;
      const counts = [...found].sort(([, one], [, other]) => other - one);
      return {
        code,
        from,
        severity,
        column,
        position,
        expected,
        rows: rowNumbers.count,
        examples,
        found: counts.slice(0, shownFound).map(([text, rows]) => ({ text, rows })),
        differentFound: found.size,
      };
    })
    .sort((one, other) => weight(other) - weight(one) || other.rows - one.rows);
}

export function groupFindings(findings: Iterable<NumberedFinding>): readonly FindingGroup[] {
  const gatherer = startGathering();
  for (const finding of findings) gather(gatherer, finding);
  return gatheredGroups(gatherer);
}

const weight = ({ severity }: FindingGroup) => (severity === 'error' ? 1 : 0);

const keyOf = ({ code, from, severity, column, position }: RowFinding): string =>
  [from, code, severity, column ?? '', position ?? ''].join(' ');
