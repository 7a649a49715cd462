import 'server-only';
import { Readable } from 'node:stream';

export interface Part {
  readonly name: string;
  /** Null for a field that is no file. */
  readonly fileName: string | null;
  /** Has to be read to its end before the next part. */
  readonly content: Readable;
}

const longestHead = 16 * 1024;

/** The body of a form is not what its header says: cut, or no form at all. */
export class BrokenForm extends Error {
  override readonly name = 'BrokenForm';
}

/**
 * The parts of a form one by one, as they arrive (RFC 7578): a form of hundreds of megabytes needs no more memory than a small one.
 *
 * @throws {BrokenForm} when the body ends before its last boundary.
 */
export async function* readParts(body: AsyncIterable<Uint8Array>, contentType: string): AsyncGenerator<Part> {
  const boundary = /^multipart\/form-data;.*boundary=(?:"([^"]+)"|([^;]+))/i.exec(contentType);
  if (!boundary) throw new BrokenForm('no boundary');
  const mark = Buffer.from(`\r\n--${boundary[1] ?? boundary[2]?.trim()}`, 'latin1');
  const source = body[Symbol.asyncIterator]();
  let held = Buffer.from('\r\n', 'latin1'); // the first boundary has no line before it
  let isPartRead = true;

  const more = async (): Promise<void> => {
    const { value, done } = await source.next();
    if (done) throw new BrokenForm('cut short');
    held = Buffer.concat([held, value]);
  };
  /** What stands before the next boundary, in pieces; the boundary itself is passed over. */
  async function* untilBoundary(): AsyncGenerator<Buffer> {
    for (;;) {
      const at = held.indexOf(mark);
      if (at >= 0) {
        const rest = held.subarray(0, at);
        held = held.subarray(at + mark.length);
        if (rest.length > 0) yield rest;
        isPartRead = true;
        return;
      }
      // The end of what is held may be the beginning of a boundary.
      const sure = Math.max(0, held.length - mark.length);
      if (sure > 0) {
        const piece = held.subarray(0, sure);
        held = held.subarray(sure);
        yield piece;
      }
      await more();
    }
  }

  for await (const _ of untilBoundary()) void _;
  for (;;) {
    while (held.length < 2) await more();
    if (held.subarray(0, 2).toString('latin1') === '--') return;
    let end = held.indexOf('\r\n\r\n');
    while (end < 0) {
      if (held.length > longestHead) throw new BrokenForm('a head without an end');
      await more();
      end = held.indexOf('\r\n\r\n');
    }
    const head = held.subarray(0, end).toString('utf8');
    held = held.subarray(end + 4);
    isPartRead = false;
    yield {
      name: /\bname="([^"]*)"/i.exec(head)?.[1] ?? '',
      fileName: /\bfilename="([^"]*)"/i.exec(head)?.[1] ?? null,
      content: Readable.from(untilBoundary(), { objectMode: false }),
    };
    if (!isPartRead) throw new BrokenForm('a part was not read');
  }
}

/** A short field as text; what is longer than a field may be is refused. */
export async function textOfPart({ content }: Part, longest: number): Promise<string> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of content) {
    length += (piece as Buffer).length; // the stream is one of bytes
    if (length > longest) throw new BrokenForm('a field is too long');
    pieces.push(piece as Buffer);
  }
  return Buffer.concat(pieces).toString('utf8');
}
