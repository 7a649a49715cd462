import { Readable } from 'node:stream';
import { getTranslations } from 'next-intl/server';
import { connection } from 'next/server';
import { rowSentence } from '@/app/_edge/import-words';
import { problemSentence } from '@/app/_edge/problem-sentence';
import { kindOfTable } from '@/domain/export/tables';
import { httpStatusOf } from '@/domain/problem';
import { requireActor } from '@/server/session';
import { failedFile } from '@/server/workspace/import/failed-file';
import { readRun } from '@/server/workspace/import/read-runs';

/** The rows that fail as they are in the file, with the reasons in a column of their own, to be mended and brought again. */
export async function GET(
  _request: Request,
  { params }: RouteContext<'/[locale]/workspace/import/[id]/failed'>,
): Promise<Response> {
  await connection();
  const actor = await requireActor();
  const t = await getTranslations();
  const run = await readRun(actor, (await params).id);
  if (!run.ok) return inWords(httpStatusOf(run.problem), problemSentence(run.problem, t));
  const { table, fileName } = run.value;
  if (!table) return inWords(404, t('errors.notFoundTitle'));
  const lines = await failedFile(run.value, t('workspace.import.reasonsHeader'), (finding) =>
    [finding.column ? `${finding.column}: ` : '', rowSentence(kindOfTable[table], finding, t)].join(''),
  );
  if (!lines.ok) return inWords(httpStatusOf(lines.problem), problemSentence(lines.problem, t));
  const body = Readable.toWeb(Readable.from(lines.value)) as ReadableStream<Uint8Array>; // Node's own type of the same stream
  const name = `${fileName.replace(/\.[a-z0-9]+$/i, '').replaceAll(/[^\p{L}\p{N}._ -]/gu, '-')}-failed.csv`;
  return new Response(body, {
    headers: {
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': `attachment; filename="failed.csv"; filename*=UTF-8''${encodeURIComponent(name)}`,
      'cache-control': 'private, no-store',
    },
  });
}

function inWords(status: number, sentence: string): Response {
  return new Response(`${sentence}\n`, {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'private, no-store' },
  });
}
