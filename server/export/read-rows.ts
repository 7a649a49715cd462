import 'server-only';
import type { Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import type { Row } from '@/domain/export/row';

/** The rows of NDJSON lines, as many at a time as came in one piece: nothing is held but a line that is not whole yet. */
export async function* readRows(lines: Readable): AsyncGenerator<readonly Row[]> {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  for await (const piece of lines) {
    const whole = (rest + decoder.write(piece as Buffer)).split('\n');
    rest = whole.pop() ?? '';
    if (whole.length > 0) yield whole.map((line) => JSON.parse(line) as Row); // the database wrote it from the table's own columns
  }
  if (rest !== '') throw new Error('The rows ended in the middle of one.');
}
