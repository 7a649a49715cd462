import { Readable } from 'node:stream';
import { connection } from 'next/server';
import { type Archive, currentArchive } from '@/server/export/kept-archive';
import { unlessTooMany } from '../answers';

/** Everything that is public in one archive. Its length and hash are known once it has been made. */
export async function GET(request: Request): Promise<Response> {
  await connection();
  return unlessTooMany(async () => {
    const archive = await currentArchive();
    if (isKnownTo(request, archive)) return new Response(null, { status: 304, headers: headersOf(archive) });
    const bytes = Readable.toWeb(archive.open()) as ReadableStream<Uint8Array>; // Node's own type of the same stream
    return new Response(bytes, { headers: headersOf(archive) });
  });
}

/** Has the archive made where it is not there yet, and does not wait for it: so the service asks when a day begins. */
export async function HEAD(): Promise<Response> {
  await connection();
  return unlessTooMany(async () => new Response(null, { headers: headersOf(await currentArchive()) }));
}

const isKnownTo = (request: Request, { name, whole }: Archive) =>
  whole !== null && request.headers.get('if-none-match') === `"${name}"`;

function headersOf({ name, whole }: Archive): HeadersInit {
  return {
    'content-type': 'application/zip',
    'content-disposition': `attachment; filename="${name.replace(/-\d+-\d+$/, '')}.zip"`,
    link: '</data/datapackage.json>; rel="describedby"; type="application/json", </en/methodology#licence>; rel="license"',
    'cache-control': 'public, no-cache',
    'x-accel-buffering': 'no',
    ...(whole && {
      // The front makes it the length of the answer: see `server/http/page-guard.ts`.
      'cornerstone-bytes': String(whole.bytes),
      etag: `"${name}"`,
      'repr-digest': `sha-256=:${Buffer.from(whole.sha256, 'hex').toString('base64')}:`,
    }),
  };
}
