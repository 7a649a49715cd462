import 'server-only';
import { StringDecoder } from 'node:string_decoder';
import type { Readable } from 'node:stream';

/**
 * The rows of a COPY in CSV that has one column of JSON: JSON written by PostgreSQL has no line end in it, so that each line
 * is a row, and only its quotes are doubled.
 */
export async function* linesOf(rows: Readable): AsyncGenerator<string, undefined> {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  for await (const piece of rows as AsyncIterable<Buffer>) {
    const [first = '', ...others] = decoder.write(piece).split('\n');
    const last = others.pop();
    if (last === undefined) {
      rest += first;
      continue;
    }
    yield cellOf(rest + first);
    for (const line of others) yield cellOf(line);
    rest = last;
  }
  if (rest !== '') yield cellOf(rest);
}

const cellOf = (line: string): string => (line.startsWith('"') ? line.slice(1, -1).replaceAll('""', '"') : line);
