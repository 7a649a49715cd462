import { inflateSync } from 'node:zlib';
import { PDFArray, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import { stripJpeg } from './strip-jpeg';

const mostUnpackedBytes = 64 * 1024 * 1024;

/**
 * A picture in a document without what it says of itself; any other stream as it is. Null when it is a picture that cannot be
 * followed, and so might hold anything.
 */
export function stripPicture(stream: PDFRawStream): PDFRawStream | null {
  const filters = filtersOf(stream);
  const last = filters.at(-1);
  if (last === 'JPXDecode') {
    const stripped = filters.length === 1 ? stripJpeg2000(Buffer.from(stream.contents)) : null;
    return stripped && PDFRawStream.of(stream.dict, stripped);
  }
  if (last !== 'DCTDecode' && last !== 'DCT') return stream;
  const jpeg = unpacked(stream, filters);
  const stripped = jpeg && stripJpeg(jpeg);
  if (!stripped) return null;
  if (filters.length > 1) {
    stream.dict.set(PDFName.of('Filter'), PDFName.of('DCTDecode'));
    stream.dict.delete(PDFName.of('DecodeParms'));
  }
  return PDFRawStream.of(stream.dict, stripped);
}

function unpacked(stream: PDFRawStream, filters: readonly string[]): Uint8Array | null {
  if (filters.length === 1) return stream.contents;
  if (filters.length !== 2 || !['FlateDecode', 'Fl'].includes(filters[0] ?? '')) return null;
  try {
    return inflateSync(stream.contents, { maxOutputLength: mostUnpackedBytes });
  } catch {
    return null;
  }
}

function filtersOf({ dict }: PDFRawStream): readonly string[] {
  const found = dict.lookup(PDFName.of('Filter'));
  if (found instanceof PDFName) return [found.decodeText()];
  if (!(found instanceof PDFArray)) return [];
  return found.asArray().map((_, index) => found.lookup(index, PDFName).decodeText());
}

/** JPEG 2000 is a row of boxes; those of words and of anybody's own are left out. A bare picture has none. */
function stripJpeg2000(bytes: Buffer): Buffer | null {
  if (bytes.length >= 2 && bytes.readUInt16BE(0) === 0xff4f) return bytes;
  const kept: Buffer[] = [];
  let at = 0;
  while (at + 8 <= bytes.length) {
    const stated = bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    const length =
      stated === 0
        ? bytes.length - at
        : stated === 1 && at + 16 <= bytes.length
          ? Number(bytes.readBigUInt64BE(at + 8))
          : stated;
    if (length < 8 || at + length > bytes.length) return null;
    if (!['xml ', 'uuid', 'uinf'].includes(type)) kept.push(bytes.subarray(at, at + length));
    at += length;
  }
  return at === bytes.length && kept.length > 0 ? Buffer.concat(kept) : null;
}
