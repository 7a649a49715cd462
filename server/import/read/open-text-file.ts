import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { isBlank, type SheetRow } from '@/domain/import/cell';
import type { Delimiter, Encoding, FileQuestion } from '@/domain/import/file-questions';
import { isTotalRow } from '@/domain/import/layout';
import { findDelimiter } from './delimiter';
import { findEncoding, oneByteEncodings, sampleEncodings } from './encoding';
import type { ReadingLimits } from './limits';
import type { OpenedSheet, OpenOptions } from './open-file';
import { unreadable } from './unreadable';

const consideredBytes = 64 * 1024;

/** A CSV or other delimited text, in any of our encodings. */
export async function openTextFile(
  path: string,
  size: number,
  { encoding: saidEncoding, delimiter: saidDelimiter }: OpenOptions,
  limits: ReadingLimits,
): Promise<OpenedSheet> {
  const found = await findEncoding(path, limits);
  const encoding = found.encoding ?? saidEncoding ?? oneByteEncodings[0];
  const delimiting = findDelimiter(await readStart(path, encoding, found.markBytes));
  const delimiter = saidDelimiter ?? delimiting.delimiter;
  const questions: FileQuestion[] = [];
  if (found.encoding === null && !saidEncoding) {
    questions.push({ about: 'encoding', options: await sampleEncodings(path) });
  }
  if (delimiting.options.length > 0 && !saidDelimiter) {
    questions.push({ about: 'delimiter', options: delimiting.options });
  }
  let done = 0;
  return {
    format: 'csv',
    encoding,
    delimiter,
    sheets: [],
    sheet: null,
    questions,
    progress: () => ({ done, all: size }),
    rows: () =>
      readRows(
        { path, encoding, delimiter, skipBytes: found.markBytes, isSaid: delimiting.isSaid, limits },
        (bytes) => {
          done = bytes;
        },
      ),
  };
}

async function readStart(path: string, encoding: Encoding, skipBytes: number): Promise<string> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(consideredBytes), 0, consideredBytes, skipBytes);
    return new TextDecoder(encoding).decode(buffer.subarray(0, bytesRead), { stream: true });
  } finally {
    await file.close();
  }
}

interface TextToRead {
  readonly path: string;
  readonly encoding: Encoding;
  readonly delimiter: Delimiter;
  readonly skipBytes: number;
  readonly isSaid: boolean;
  readonly limits: ReadingLimits;
}

async function* readRows(text: TextToRead, report: (bytes: number) => void): AsyncGenerator<SheetRow, void, undefined> {
  const { limits } = text;
  const ending = { last: '' };
  const parser = parse({
    delimiter: text.delimiter,
    relax_column_count: true,
    // A quote inside an unquoted cell is the cell's own: 5" pipe, ООО "Мост".
    relax_quotes: true,
    skip_empty_lines: false,
    max_record_size: limits.rowCharacters,
    record_delimiter: ['\r\n', '\n', '\r'],
  });
  const decoded = Readable.from(decode(text, report, ending), { objectMode: true });
  // Either end of the pipe that breaks ends the other.
  decoded.on('error', (error) => parser.destroy(error));
  parser.on('close', () => decoded.destroy());
  decoded.pipe(parser);

  let rowNumber = 0;
  const widths = new Set<number>();
  let last: SheetRow | null = null;
  try {
    for await (const record of parser) {
      rowNumber += 1;
      const cells = record as readonly string[]; // no columns were named, so a record is its cells
      if (text.isSaid && rowNumber === 1) continue;
      if (cells.length > limits.columns)
        throw unreadable('too-many-columns', { rowNumber, found: cells.length, most: limits.columns });
      if (last) {
        if (last.cells.some((cell) => !isBlank(cell))) widths.add(last.cells.length);
        yield last;
      }
      last = { rowNumber, cells };
    }
  } catch (error) {
    throw asUnreadable(error, rowNumber + 1);
  }
  if (!last) return;
  if (!/[\r\n]$/.test(ending.last) && isNarrower(last, widths)) throw unreadable('cut-short', { rowNumber });
  yield last;
}

/**
 * Where all rows are as wide as each other, a last one without a line end that is narrower was cut in its middle. A total at the
 * foot of a table that people made is no such row.
 */
function isNarrower({ cells }: SheetRow, widths: ReadonlySet<number>): boolean {
  const [width = 0, ...others] = widths;
  return others.length === 0 && cells.length < width && !isTotalRow(cells);
}

function asUnreadable(error: unknown, rowNumber: number): unknown {
  if (!(error instanceof CsvError)) return error;
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') return unreadable('unclosed-quote', { rowNumber });
  if (error.code === 'CSV_MAX_RECORD_SIZE') return unreadable('row-too-long', { rowNumber });
  return unreadable('damaged', { rowNumber });
}

async function* decode(
  { path, encoding, skipBytes }: TextToRead,
  report: (bytes: number) => void,
  ending: { last: string },
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  let bytes = skipBytes;
  for await (const chunk of createReadStream(path, { start: skipBytes, highWaterMark: 256 * 1024 })) {
    const piece = chunk as Buffer; // no encoding was set
    bytes += piece.length;
    report(bytes);
    const words = decoder.decode(piece, { stream: true });
    if (words) {
      ending.last = words.slice(-1);
      yield words;
    }
  }
  const rest = decoder.decode();
  if (rest) {
    ending.last = rest.slice(-1);
    yield rest;
  }
}
