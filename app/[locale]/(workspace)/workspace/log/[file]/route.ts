import { Readable } from 'node:stream';
import { getTranslations } from 'next-intl/server';
import { connection } from 'next/server';
import { problemSentence } from '@/app/_edge/problem-sentence';
import { httpStatusOf } from '@/domain/problem';
import { today } from '@/server/clock';
import { TooManyFiles } from '@/server/export/copy-out';
import { requireActor } from '@/server/session';
import { streamLog } from '@/server/workspace/log';
import { readLogFilter } from '../log-filter';

export async function GET(
  request: Request,
  { params }: RouteContext<'/[locale]/workspace/log/[file]'>,
): Promise<Response> {
  await connection();
  const actor = await requireActor();
  const t = await getTranslations();
  if ((await params).file !== 'log.csv') return inWords(404, t('errors.notFoundTitle'));

  const { filter, ignored } = readLogFilter(Object.fromEntries(new URL(request.url).searchParams));
  if (ignored.length > 0) return inWords(400, t('log.refused', { values: ignored.join(', ') }));
  try {
    const lines = await streamLog(actor, filter);
    if (!lines.ok) return inWords(httpStatusOf(lines.problem), problemSentence(lines.problem, t));
    const body = Readable.toWeb(lines.value) as ReadableStream<Uint8Array>; // Node's own type of the same stream
    return new Response(body, {
      headers: {
        'content-type': 'text/csv; charset=utf-8; header=present',
        'content-disposition': `attachment; filename="log-${today()}.csv"`,
        'cache-control': 'no-store',
      },
    });
  } catch (error) {
    if (error instanceof TooManyFiles) return inWords(503, t('files.refused.tooManyFiles'));
    throw error;
  }
}

function inWords(status: number, sentence: string): Response {
  return new Response(`${sentence}\n`, {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  });
}
