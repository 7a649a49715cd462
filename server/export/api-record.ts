import 'server-only';
import type { ListAnswer, RecordAnswer } from '@/domain/api/answers';
import type { ApiRefusal } from '@/domain/api/problem';
import { type ApiRoute, apiRoot } from '@/domain/api/route';
import { isOwnTable, kindOfTable, type OwnTable, type TableName } from '@/domain/export/tables';
import type { AddressParameters } from '@/domain/filter';
import { accept, refuse, type Result } from '@/domain/result';
import { baseUrl } from '../env';
import { readVersions } from '../published/history';
import type { PublicRecord } from '../published/record-at';
import { type Answered, askedOfApi, dayOfAnswer, pageOf } from './api-list';
import { readRow } from './read-page';

/** Tables whose rows are records, with an address each. */
export type TableOfRecords = Exclude<TableName, OwnTable>;

/** One record of a table: the row that its list has. */
export async function answerRecord(
  route: ApiRoute,
  table: TableOfRecords,
  slug: string,
  parameters: AddressParameters,
): Promise<Result<Answered<RecordAnswer>, ApiRefusal>> {
  const asked = askedOfApi(route, parameters);
  if (!asked.ok) return asked;
  const { record } = asked.value;
  const row = await readRow(record, table, slug);
  if (!row) return refuse(await whyNot(record, table, slug));
  return accept({ record, answer: { table, ...dayOfAnswer(record), row, history: historyOf(table, slug) } });
}

/** Every revision of one record, withdrawn or not: rows of the table of revisions. */
export async function answerHistory(
  route: ApiRoute,
  table: TableOfRecords,
  slug: string,
  parameters: AddressParameters,
): Promise<Result<Answered<ListAnswer>, ApiRefusal>> {
  const asked = askedOfApi(route, parameters);
  if (!asked.ok) return asked;
  const kind = kindOfTable[table];
  const versions = await readVersions(asked.value.record, { kind, slug });
  if (versions.length === 0) return refuse(unknownRecord(table, slug));
  return pageOf(asked.value, {
    table: 'revisions',
    filters: { kind, slug },
    path: `/${table}/${slug}/history`,
    named: {},
  });
}

export const hasRecords = (table: TableName): table is TableOfRecords => !isOwnTable(table);

const historyOf = (table: TableName, slug: string) => `${baseUrl()}${apiRoot}/${table}/${slug}/history`;

/** What was withdrawn is told apart from what never was. */
async function whyNot(record: PublicRecord, table: TableOfRecords, slug: string): Promise<ApiRefusal> {
  const [last] = await readVersions(record, { kind: kindOfTable[table], slug });
  if (last?.action !== 'withdraw') return unknownRecord(table, slug);
  return { kind: 'withdrawn-record', values: { slug, day: last.publishedOn, history: historyOf(table, slug) } };
}

const unknownRecord = (table: TableName, slug: string): ApiRefusal => ({
  kind: 'unknown-record',
  values: { table, slug, root: apiRoot },
  more: { parameter: 'slug', found: slug },
});
