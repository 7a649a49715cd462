import { Readable } from 'node:stream';
import { getTranslations } from 'next-intl/server';
import { connection } from 'next/server';
import { isTableName, type TableName } from '@/domain/export/tables';
import type { AddressParameters } from '@/domain/filter';
import { defaultLocale } from '@/i18n/locales';
import { TooManyFiles } from '@/server/export/copy-out';
import { nameFile, streamTable } from '@/server/export/table-file';
import { type AskedTable, askedTable } from '@/app/_public/asked-record';
import { explainFilter } from '@/app/_public/explain-filter';

export async function GET(request: Request, context: RouteContext<'/data/[file]'>): Promise<Response> {
  await connection();
  return answer(request, context, async (table, { record, filters }) => {
    const lines = await streamTable(record, table, filters);
    // Readable.toWeb passes on back-pressure, and a reader who goes away.
    return Readable.toWeb(lines) as ReadableStream<Uint8Array>; // Node's own type of the same stream
  });
}

export async function HEAD(request: Request, context: RouteContext<'/data/[file]'>): Promise<Response> {
  await connection();
  return answer(request, context, async () => null);
}

async function answer(
  request: Request,
  { params }: RouteContext<'/data/[file]'>,
  bodyOf: (table: TableName, asked: AskedTable) => Promise<ReadableStream<Uint8Array> | null>,
): Promise<Response> {
  const t = await getTranslations({ locale: defaultLocale, namespace: 'files' });
  const { file } = await params;
  const table = file.endsWith('.csv') ? file.slice(0, -'.csv'.length) : '';
  if (!isTableName(table)) return inWords(404, t('refused.unknownTable', { file }));

  const asked = await askedTable(table, parametersOf(request.url));
  if (!asked.ok) return inWords(400, explainFilter(asked.problem, t));
  try {
    return new Response(await bodyOf(table, asked.value), { headers: headersOf(table, asked.value) });
  } catch (error) {
    if (error instanceof TooManyFiles) return inWords(503, t('refused.tooManyFiles'), { 'retry-after': '10' });
    throw error;
  }
}

function headersOf(table: TableName, { record, filters }: AskedTable): HeadersInit {
  const page = `/${defaultLocale}`;
  return {
    'content-type': 'text/csv; charset=utf-8; header=present',
    'content-disposition': `attachment; filename="${nameFile(record, table, filters)}"`,
    'cache-control': 'public, s-maxage=2',
    link: `<${page}/methodology#licence>; rel="license", <${page}/data/${table}>; rel="describedby"`,
    'x-accel-buffering': 'no',
  };
}

function inWords(status: number, sentence: string, headers: HeadersInit = {}): Response {
  return new Response(`${sentence}\n`, {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', ...headers },
  });
}

/** A parameter that is given twice stays visible as two. */
function parametersOf(url: string): AddressParameters {
  const query = new URL(url).searchParams;
  return Object.fromEntries([...new Set(query.keys())].map((name) => [name, query.getAll(name)]));
}
