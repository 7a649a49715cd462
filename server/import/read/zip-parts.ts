import type { Readable } from 'node:stream';
import yauzl from 'yauzl';
import { scanXml, MalformedXml, type XmlEvents } from './xml-events';
import type { ReadingLimits } from './limits';
import { Unreadable, unreadable } from './unreadable';

/** The parts of a workbook by name. Nothing is unpacked before its declared size has been looked at. */
export interface ZipParts {
  readonly names: ReadonlySet<string>;
  readonly sizeOf: (name: string) => number;
  /** Reads a part piece by piece, as fast as its texts are taken; never more than its declared size. */
  readonly pieces: (name: string) => AsyncGenerator<string>;
  readonly close: () => void;
}

export async function openZip(path: string, limits: ReadingLimits): Promise<ZipParts> {
  const zip = await yauzl.openPromise(path, { autoClose: false, validateEntrySizes: true }).catch(() => {
    throw unreadable('damaged');
  });
  const entries = new Map<string, yauzl.Entry>();
  try {
    if (zip.entryCount > limits.parts) {
      throw unreadable('too-many-parts', { found: zip.entryCount, most: limits.parts });
    }
    for await (const entry of zip.eachEntry()) {
      refuseBomb(entry, limits);
      entries.set(entry.fileName.replace(/^\//, ''), entry);
    }
  } catch (error) {
    zip.close();
    throw error instanceof Unreadable ? error : unreadable('damaged');
  }
  return {
    names: new Set(entries.keys()),
    sizeOf: (name) => entries.get(name)?.uncompressedSize ?? 0,
    pieces: (name) => readPieces(zip, entries.get(name)),
    close: () => zip.close(),
  };
}

function refuseBomb(entry: yauzl.Entry, limits: ReadingLimits): void {
  if (entry.isEncrypted()) throw unreadable('encrypted');
  const { uncompressedSize, compressedSize } = entry;
  const isDense = uncompressedSize > limits.ratioFromBytes && uncompressedSize > compressedSize * limits.unpackingRatio;
  if (uncompressedSize > limits.unpackedBytes || isDense) {
    throw unreadable('unpacks-too-large', {
      found: megabytes(uncompressedSize),
      most: megabytes(limits.unpackedBytes),
    });
  }
}

const megabytes = (bytes: number): number => Math.round(bytes / 1024 / 1024);

async function* readPieces(zip: yauzl.ZipFile, entry: yauzl.Entry | undefined): AsyncGenerator<string> {
  if (!entry) throw unreadable('damaged');
  const decoder = new TextDecoder('utf-8');
  let stream: Readable | null = null;
  try {
    stream = await zip.openReadStreamPromise(entry);
    for await (const chunk of stream) yield decoder.decode(chunk as Buffer, { stream: true }); // no encoding was set
    const rest = decoder.decode();
    if (rest) yield rest;
  } catch {
    // Bytes that do not unpack, that are more or fewer than declared, or whose sum is wrong.
    throw unreadable('damaged');
  } finally {
    stream?.destroy();
  }
}

/** Reads a whole part through its events, unless it is larger than it may be. */
export async function readPart(parts: ZipParts, name: string, mostBytes: number, events: XmlEvents): Promise<void> {
  const size = parts.sizeOf(name);
  if (size > mostBytes) throw unreadable('unpacks-too-large', { found: megabytes(size), most: megabytes(mostBytes) });
  const scanner = scanXml(events);
  try {
    for await (const piece of parts.pieces(name)) scanner.push(piece);
    scanner.end();
  } catch (error) {
    throw error instanceof MalformedXml ? unreadable('damaged') : error;
  }
}
