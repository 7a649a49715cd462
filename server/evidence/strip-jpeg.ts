/** Segments that change how the pixels are read: everything a JPEG needs, its density, its colour profile, Adobe's colours. */
const isNeeded = (marker: number) =>
  !(marker === 0xfe || (marker >= 0xe0 && marker <= 0xef)) || [0xe0, 0xe2, 0xee].includes(marker);

/**
 * A JPEG without what it says of itself: camera, place, date, thumbnail, comments. Its pixels stay to the bit. Null when its
 * segments cannot be followed.
 */
export function stripJpeg(bytes: Uint8Array): Buffer | null {
  const source = Buffer.from(bytes);
  if (source.length < 4 || source.readUInt16BE(0) !== 0xffd8) return null;
  const kept: Buffer[] = [source.subarray(0, 2)];
  let at = 2;
  while (at + 4 <= source.length) {
    if (source[at] !== 0xff) return null;
    const marker = source.readUInt8(at + 1);
    if (marker === 0xff) {
      at += 1; // a filling byte
      continue;
    }
    const end = at + 2 + source.readUInt16BE(at + 2);
    if (end > source.length) return null;
    // APP0 may hold a thumbnail behind its first 16 bytes, or in a second APP0 of its own.
    if (marker === 0xe0) kept.push(...plainHead(source.subarray(at, end)));
    else if (isNeeded(marker)) kept.push(source.subarray(at, end));
    at = end;
    if (marker === 0xda) {
      // From here on the pixels, up to the end of the picture; what stands behind it is no part of it.
      const last = source.lastIndexOf(Buffer.from([0xff, 0xd9]));
      if (last < at) return null;
      kept.push(source.subarray(at, last + 2));
      return Buffer.concat(kept);
    }
  }
  return null;
}

function plainHead(segment: Buffer): Buffer[] {
  if (segment.length < 18 || segment.toString('latin1', 4, 9) !== 'JFIF\0') return [];
  const head = Buffer.from(segment.subarray(0, 18));
  head.writeUInt16BE(16, 2);
  head.writeUInt16BE(0, 16); // no thumbnail
  return [head];
}
