import { decodePDFRawStream, PDFContext, PDFDict, PDFName, PDFRawStream } from '@cantoo/pdf-lib';

/** What the compressed lists of objects of one document may unpack to: a real one has a few MiB of them. */
const mostDecodedBytes = 48 * 1024 * 1024;

let decodedBytes = 0;

/**
 * The library unpacks lists of objects into memory without an end, so that fifteen MiB may become fifteen thousand. Every one
 * of its decoders asks the same method for room; from now on that method keeps count.
 */
export function boundDecoding(): void {
  const context = PDFContext.create();
  const stream = PDFRawStream.of(
    PDFDict.fromMapWithContext(new Map([[PDFName.of('Filter'), PDFName.of('FlateDecode')]]), context),
    new Uint8Array([0x78, 0x9c, 0x03, 0x00, 0x00, 0x00, 0x00, 0x01]),
  );
  const decoder: unknown = Object.getPrototypeOf(Object.getPrototypeOf(decodePDFRawStream(stream)));
  if (!isDecoder(decoder)) throw new Error('The PDF library has no decoder of the shape that is bounded here');
  const { ensureBuffer } = decoder;
  decoder.ensureBuffer = function (this: Decoder, requested: number) {
    const before = this.buffer.byteLength;
    const buffer = ensureBuffer.call(this, Math.min(requested, mostDecodedBytes + 1));
    decodedBytes += buffer.byteLength - before;
    if (requested > mostDecodedBytes) decodedBytes = Math.max(decodedBytes, requested);
    if (isOverBound()) throw new Error('A document unpacks to more than it may');
    return buffer;
  };
}

/** The library takes every error for an object that it cannot read, so the error alone does not tell. */
export const isOverBound = (): boolean => decodedBytes > mostDecodedBytes;

interface Decoder {
  readonly buffer: Uint8Array;
  ensureBuffer(requested: number): Uint8Array;
}

const isDecoder = (found: unknown): found is Decoder =>
  typeof found === 'object' && found !== null && 'ensureBuffer' in found && typeof found.ensureBuffer === 'function';
