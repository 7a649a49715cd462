import { type Delimiter, delimiters, type FileOption, isDelimiter } from '@/domain/import/file-questions';

export interface FoundDelimiter {
  /** The likeliest. */
  readonly delimiter: Delimiter;
  /** Others that fit as well, with the first cells that each would make; empty where one is plainly right. */
  readonly options: readonly FileOption[];
  /** `sep=;` in the first line, as Excel writes it: no row of the table. */
  readonly isSaid: boolean;
}

const consideredLines = 40;

/** What parts the cells of a row: what parts most lines into the same number of them. */
export function findDelimiter(start: string): FoundDelimiter {
  const said = /^sep=(.)\r?\n/i.exec(start)?.[1];
  if (said && isDelimiter(said)) return { delimiter: said, options: [], isSaid: true };
  const rated = delimiters
    .map((delimiter) => ({ delimiter, counts: countsOf(start, delimiter) }))
    .map(({ delimiter, counts }) => ({ delimiter, ...rate(counts) }))
    .sort((one, other) => other.share - one.share || other.cells - one.cells);
  const [best, ...others] = rated;
  if (!best || best.share === 0) return { delimiter: ',', options: [], isSaid: false };
  const equals = others.filter(({ share, cells }) => share >= best.share && cells >= best.cells);
  const options = equals.length === 0 ? [] : [best, ...equals].map(({ delimiter }) => option(start, delimiter));
  return { delimiter: best.delimiter, options, isSaid: false };
}

/** Delimiters outside quotes in each of the first lines, the last of which may be cut. */
function countsOf(text: string, delimiter: Delimiter): readonly number[] {
  const counts: number[] = [];
  let count = 0;
  let isQuoted = false;
  let isEmpty = true;
  for (const sign of text) {
    if (sign === '"') isQuoted = !isQuoted;
    else if (!isQuoted && sign === delimiter) count += 1;
    else if (!isQuoted && (sign === '\n' || sign === '\r')) {
      if (!isEmpty) counts.push(count);
      if (counts.length >= consideredLines) return counts;
      count = 0;
      isEmpty = true;
      continue;
    }
    isEmpty = false;
  }
  return isEmpty || counts.length > 0 ? counts : [count];
}

/** The commonest number of delimiters in a line that has any, and the share of lines that have it. */
function rate(counts: readonly number[]): { share: number; cells: number } {
  const times = new Map<number, number>();
  for (const count of counts) if (count > 0) times.set(count, (times.get(count) ?? 0) + 1);
  const [cells = 0, lines = 0] = [...times].sort(([, one], [, other]) => other - one)[0] ?? [];
  return { share: counts.length === 0 ? 0 : lines / counts.length, cells };
}

function option(start: string, delimiter: Delimiter): FileOption {
  const lines = start.split(/\r\n|\r|\n/).filter((line) => line.includes(delimiter));
  return { value: delimiter, sample: lines.slice(0, 2).map((line) => line.split(delimiter).slice(0, 6).join(' │ ')) };
}
