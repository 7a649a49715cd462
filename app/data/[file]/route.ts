import { Readable } from 'node:stream';
import { connection } from 'next/server';
import { type Format, formatsOf, isFormat } from '@/domain/export/formats';
import { isTableName, type TableName } from '@/domain/export/tables';
import { aboutFile } from '@/server/export/describe-file';
import { csvOnTheWeb } from '@/server/export/descriptions';
import { fileHeaders } from '@/server/export/file-headers';
import { openFile } from '@/server/export/open-file';
import { readSidecar } from '@/server/export/sidecar';
import { streamTable } from '@/server/export/table-file';
import { type AskedTable, askedTable } from '@/app/_public/asked-record';
import { asJson, noSuchFile, parametersOf, refusedFilter, unlessTooMany } from '../answers';
import { askedTags } from '../asked-tags';

export async function GET(request: Request, context: RouteContext<'/data/[file]'>): Promise<Response> {
  await connection();
  return answer(request, context, async (table, format, { record, filters }, hasTags) => {
    const bytes = hasTags
      ? await streamTable(record, table, filters, { hasTags })
      : await openFile(record, table, filters, format);
    // Readable.toWeb passes on back-pressure, and a reader who goes away.
    return Readable.toWeb(bytes) as ReadableStream<Uint8Array>; // Node's own type of the same stream
  });
}

export async function HEAD(request: Request, context: RouteContext<'/data/[file]'>): Promise<Response> {
  await connection();
  return answer(request, context, async () => null);
}

type BodyOf = (
  table: TableName,
  format: Format,
  asked: AskedTable,
  hasTags: boolean,
) => Promise<ReadableStream<Uint8Array> | null>;

/** `projects.csv`, or what stands beside it: `projects.metadata.json`, `projects.csv-metadata.json`. */
async function answer(request: Request, { params }: RouteContext<'/data/[file]'>, bodyOf: BodyOf): Promise<Response> {
  const { file } = await params;
  const [table = '', ...endings] = file.split('.');
  const ending = endings.join('.');
  const isFile = isTableName(table) && isFormat(ending) && formatsOf(table).includes(ending);
  if (!isTableName(table) || !(isFile || ending === 'metadata.json' || ending === 'csv-metadata.json'))
    return noSuchFile(file);

  const tags = askedTags(table, ending, parametersOf(request.url));
  if (!tags.ok) return refusedFilter(tags.problem);
  const { hasTags, rest } = tags.value;
  const asked = await askedTable(table, rest);
  if (!asked.ok) return refusedFilter(asked.problem);
  const { record, filters } = asked.value;
  return unlessTooMany(async () => {
    if (ending === 'metadata.json') return asJson(await readSidecar(record, table, filters));
    const about = aboutFile(record, table, filters);
    if (!isFormat(ending)) return asJson(csvOnTheWeb(about, about.addresses.csv ?? ''), 'application/csvm+json');
    return new Response(await bodyOf(table, ending, asked.value, hasTags), {
      headers: fileHeaders(about, ending, hasTags),
    });
  });
}
