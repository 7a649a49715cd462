import { createReadStream } from 'node:fs';
import type { Encoding } from '@/domain/import/file-questions';
import type { ReadingLimits } from './limits';
import { unreadable } from './unreadable';

export interface FoundEncoding {
  /** Null where the bytes are those of a one-byte alphabet, and only a person can tell which. */
  readonly encoding: Encoding | null;
  /** Bytes of a mark at the beginning that says the encoding and is no text. */
  readonly markBytes: number;
}

/** The alphabets in which offices of the region save text without saying which it is. */
export const oneByteEncodings = ['windows-1251', 'windows-1254'] as const;

/**
 * Reads the whole file once: a mark decides; else zeros at every second byte are UTF-16; else it is UTF-8 if every byte of it
 * is. On the way it refuses what no table is: zero bytes, and lines without an end.
 */
export async function findEncoding(path: string, limits: ReadingLimits): Promise<FoundEncoding> {
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  const line: MeasuredLine = { bytes: 0, number: 1, isAfterReturn: false };
  let found: FoundEncoding | null = null;
  let isUtf8 = true;
  for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 })) {
    const bytes = chunk as Buffer; // no encoding was set
    found ??= markOf(bytes) ?? utf16Of(bytes) ?? { encoding: null, markBytes: 0 };
    const isWide = found.encoding === 'utf-16le' || found.encoding === 'utf-16be';
    const zero = isWide ? -1 : bytes.indexOf(0);
    measureLines(zero === -1 ? bytes : bytes.subarray(0, zero), line, limits.rowCharacters * (isWide ? 2 : 4));
    if (zero !== -1) throw unreadable('nul-bytes', { rowNumber: line.number });
    if (isUtf8 && !isWide) {
      try {
        utf8.decode(bytes, { stream: true });
      } catch {
        isUtf8 = false;
      }
    }
  }
  if (!found) throw unreadable('empty');
  if (found.encoding !== null && found.encoding !== 'utf-8') return found;
  if (isUtf8) {
    try {
      utf8.decode();
      return { encoding: 'utf-8', markBytes: found.markBytes };
    } catch {
      // The file was cut in the middle of a letter.
      if (found.encoding === 'utf-8') throw unreadable('cut-short');
    }
  }
  if (found.encoding === 'utf-8') throw unreadable('damaged');
  return found;
}

function markOf(bytes: Buffer): FoundEncoding | null {
  if (bytes.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf]))) return { encoding: 'utf-8', markBytes: 3 };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', markBytes: 2 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', markBytes: 2 };
  return null;
}

/** Commas, digits and line ends are one byte and a zero in UTF-16, on the same side each time. */
function utf16Of(bytes: Buffer): FoundEncoding | null {
  const start = bytes.subarray(0, 2048);
  const zeros = [0, 0];
  start.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  const least = Math.max(2, start.length / 20);
  if (odd >= least && even === 0) return { encoding: 'utf-16le', markBytes: 0 };
  if (even >= least && odd === 0) return { encoding: 'utf-16be', markBytes: 0 };
  return null;
}

const [lineFeed, carriageReturn] = [0x0a, 0x0d];

interface MeasuredLine {
  bytes: number;
  number: number;
  /** A line feed after it belongs to the same end. */
  isAfterReturn: boolean;
}

/** The longest line is found before anything is held of it. Each byte is looked at once for each of the two ends. */
function measureLines(bytes: Buffer, line: MeasuredLine, most: number): void {
  let from = 0;
  const next = { feed: bytes.indexOf(lineFeed), return: bytes.indexOf(carriageReturn) };
  while (from < bytes.length) {
    const isReturn = next.return !== -1 && (next.feed === -1 || next.return < next.feed);
    const end = isReturn ? next.return : next.feed;
    line.bytes += (end === -1 ? bytes.length : end) - from;
    if (line.bytes > most) throw unreadable('row-too-long', { rowNumber: line.number, most });
    if (end === -1) return;
    const isSameEnd = !isReturn && line.isAfterReturn && line.bytes === 0;
    if (!isSameEnd) line.number += 1;
    line.bytes = 0;
    line.isAfterReturn = isReturn;
    from = end + 1;
    if (isReturn) next.return = bytes.indexOf(carriageReturn, from);
    else next.feed = bytes.indexOf(lineFeed, from);
  }
}

/** The first lines that are not plain Latin, in each alphabet: who knows the language sees which is right. */
export async function sampleEncodings(
  path: string,
): Promise<readonly { value: Encoding; sample: readonly string[] }[]> {
  const telling: Buffer[] = [];
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of createReadStream(path, { end: 4 * 1024 * 1024 })) {
    const lines = splitLines(Buffer.concat([rest, chunk as Buffer]));
    rest = lines.pop() ?? Buffer.alloc(0);
    telling.push(...lines.filter(hasHighByte).slice(0, 3 - telling.length));
    if (telling.length >= 3) break;
  }
  if (telling.length < 3 && hasHighByte(rest)) telling.push(rest);
  return oneByteEncodings.map((value) => ({
    value,
    sample: telling.map((line) => new TextDecoder(value).decode(line).slice(0, 160).trim()),
  }));
}

function splitLines(bytes: Buffer): Buffer[] {
  const lines: Buffer[] = [];
  let from = 0;
  for (let at = bytes.indexOf(0x0a); at !== -1; at = bytes.indexOf(0x0a, from)) {
    lines.push(bytes.subarray(from, at));
    from = at + 1;
  }
  return [...lines, bytes.subarray(from)];
}

const hasHighByte = (bytes: Buffer) => bytes.some((byte) => byte > 0x7f);
