import { brotliCompress, type BrotliOptions, brotliCompressSync, constants, gzip, gzipSync } from 'node:zlib';
import { promisify } from 'node:util';

export type Encoding = 'br' | 'gzip' | 'identity';

/** The best encoding that the reader accepts. */
export function chooseEncoding(accepted: string | string[] | undefined): Encoding {
  const text = String(accepted ?? '').toLowerCase();
  if (accepts(text, 'br')) return 'br';
  return accepts(text, 'gzip') ? 'gzip' : 'identity';
}

function accepts(text: string, encoding: string): boolean {
  if (!text.includes(encoding)) return false;
  return text.split(',').some((part) => {
    const [name, weight = ''] = part.split(';').map((word) => word.trim());
    return name === encoding && !/^q=0(\.0*)?$/.test(weight);
  });
}

const isText =
  /^(text\/|image\/svg|font\/(ttf|otf)|application\/(javascript|json|manifest|xml|atom|rss|ld\+json|wasm))/;

export function isCompressible(contentType: string | undefined, bytes: number): boolean {
  return bytes > 860 && contentType !== undefined && isText.test(contentType);
}

/** Level 5: half the bytes of level 1 for a few milliseconds, once for each page. */
const brotliLevel: BrotliOptions = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };
const brotliAsync = promisify<Buffer, BrotliOptions, Buffer>(brotliCompress);
const gzipAsync = promisify<Buffer, Buffer>(gzip);

export async function compress(body: Buffer, encoding: Exclude<Encoding, 'identity'>): Promise<Buffer> {
  return encoding === 'br' ? brotliAsync(body, brotliLevel) : gzipAsync(body);
}

export function compressNow(body: Buffer, encoding: Exclude<Encoding, 'identity'>): Buffer {
  return encoding === 'br' ? brotliCompressSync(body, brotliLevel) : gzipSync(body);
}
