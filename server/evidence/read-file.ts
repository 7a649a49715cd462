import 'server-only';
import { mediaTypeOf, type Variant } from '@/domain/evidence/upload';
import { env } from '../env';
import { openStore } from './open-store';

/** A row of `evidence_file`, as far as it says what is served. */
export interface ServedRow {
  readonly hash: string;
  readonly mediaType: string;
  readonly smallHash: string | null;
}

/** The bytes of a variant. Null where the file has no such variant, or is no longer in the store. */
export async function readVariant({ hash, mediaType, smallHash }: ServedRow, variant: Variant): Promise<Buffer | null> {
  if (mediaTypeOf[variant] !== mediaType) return null;
  const wanted = variant === 'small.jpg' ? smallHash : hash;
  return wanted ? openStore(env).get(wanted) : null;
}

/** A photo is shown, a document is saved; neither is ever run, framed or taken for something else. */
export function answerFile(bytes: Buffer, hash: string, variant: Variant, cacheControl: string): Response {
  const name = `${hash.slice(0, 16)}-${variant}`;
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': mediaTypeOf[variant],
      'content-length': String(bytes.length),
      'content-disposition': `${variant === 'document.pdf' ? 'attachment' : 'inline'}; filename="${name}"`,
      'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': cacheControl,
    },
  });
}

export const noFile = (): Response =>
  new Response('There is no such file.\n', {
    status: 404,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  });
