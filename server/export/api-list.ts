import 'server-only';
import type { ListAnswer } from '@/domain/api/answers';
import type { ApiRefusal } from '@/domain/api/problem';
import { type Question, notACursor, readQuestion, refusalOf } from '@/domain/api/read-question';
import { type ApiRoute, apiRoot } from '@/domain/api/route';
import { filterQuery, type FilterValues } from '@/domain/export/filters';
import type { TableName } from '@/domain/export/tables';
import type { AddressParameters } from '@/domain/filter';
import { pastQuery, readPast } from '@/domain/past';
import { accept, refuse, type Result } from '@/domain/result';
import { today } from '../clock';
import { baseUrl } from '../env';
import { type PublicRecord, recordAt } from '../published/record-at';
import { countRows } from './count-rows';
import { readPage } from './read-page';
import { readFileFilters } from './table-file';

/** An answer, and the record it is of. */
export interface Answered<Answer> {
  readonly record: PublicRecord;
  readonly answer: Answer;
}

/** What an address asks beside its filter: which rows, of the record of which day. */
export interface AskedRecord extends Question {
  readonly record: PublicRecord;
}

export function askedOfApi(route: ApiRoute, parameters: AddressParameters): Result<AskedRecord, ApiRefusal> {
  const question = readQuestion(route, parameters);
  if (!question.ok) return question;
  const read = readPast(question.value.rest, today());
  if (!read.ok) return refuse(refusalOf(read.problem));
  return accept({ ...question.value, record: recordAt(read.value.past), rest: read.value.rest });
}

/** A page of a table, with the filter that its page and its files take. */
export async function answerList(
  route: ApiRoute,
  table: TableName,
  parameters: AddressParameters,
): Promise<Result<Answered<ListAnswer>, ApiRefusal>> {
  const asked = askedOfApi(route, parameters);
  if (!asked.ok) return asked;
  const filters = await readFileFilters(asked.value.record, table, asked.value.rest);
  if (!filters.ok) return refuse(refusalOf(filters.problem));
  return pageOf(asked.value, { table, filters: filters.value, path: `/${table}`, named: filters.value });
}

interface AskedPage {
  readonly table: TableName;
  readonly filters: FilterValues;
  /** Below the root of the API. */
  readonly path: string;
  /** The filters that stand in the address; the others are in its path. */
  readonly named: FilterValues;
}

export async function pageOf(
  { record, limit, cursor }: AskedRecord,
  { table, filters, path, named }: AskedPage,
): Promise<Result<Answered<ListAnswer>, ApiRefusal>> {
  const [page, total] = await Promise.all([
    readPage(record, table, filters, { after: cursor, limit }),
    countRows(record, table, filters),
  ]);
  if (!page.ok) return refuse(notACursor(page.problem.found));
  const { rows, next } = page.value;
  const query = filterQuery({ ...named, ...pastQuery(record.past), limit, cursor: next });
  const answer = {
    table,
    ...dayOfAnswer(record),
    filters: { ...named },
    total,
    rows: [...rows],
    next: next && `${baseUrl()}${apiRoot}${path}${query}`,
  };
  return accept({ record, answer });
}

/** Which record an answer speaks of. */
export const dayOfAnswer = ({ day, past }: PublicRecord) => ({ day, asOf: past.asOf, until: past.until });
