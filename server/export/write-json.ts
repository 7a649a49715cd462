import 'server-only';
import { Readable } from 'node:stream';
import type { FileAbout } from '@/domain/export/about';

/**
 * One JSON document: what the file is, its rows, and at the very end how many they are. A file that was cut is no JSON,
 * so that nobody takes it for a whole one.
 */
export function writeJson(lines: Readable, about: FileAbout): Readable {
  return Readable.from(documentOf(lines, about), { objectMode: false });
}

async function* documentOf(lines: Readable, about: FileAbout): AsyncGenerator<Buffer | string> {
  yield `{"metadata":${JSON.stringify(about)},\n"rows":[`;
  let rows = 0;
  // What ends a row is written when it is known whether another one follows.
  let begin = '\n';
  for await (const piece of lines) {
    // Byte by byte as it is: in UTF-8 no other character holds a line feed.
    const bytes = (piece as Buffer).toString('latin1');
    const isWhole = bytes.endsWith('\n');
    const inner = isWhole ? bytes.slice(0, -1) : bytes;
    yield Buffer.from(begin + inner.replaceAll('\n', ',\n'), 'latin1');
    rows += bytes.split('\n').length - 1;
    begin = isWhole ? ',\n' : '';
  }
  yield `\n],"rowCount":${rows}}\n`;
}
