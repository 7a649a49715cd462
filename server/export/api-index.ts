import 'server-only';
import type { IndexAnswer } from '@/domain/api/answers';
import type { ApiRefusal } from '@/domain/api/problem';
import { type ApiRoute, apiRoot } from '@/domain/api/route';
import type { AddressParameters } from '@/domain/filter';
import { filterQuery } from '@/domain/export/filters';
import { pastQuery } from '@/domain/past';
import { accept, type Result } from '@/domain/result';
import { apiWords } from '../api/words';
import { baseUrl } from '../env';
import { readTableStates } from '../published/data-tables';
import { type Answered, askedOfApi, dayOfAnswer } from './api-list';

/** What there is: every table with its size, its last change and its address in the same past. */
export async function answerIndex(
  route: ApiRoute,
  parameters: AddressParameters,
): Promise<Result<Answered<IndexAnswer>, ApiRefusal>> {
  const asked = askedOfApi(route, parameters);
  if (!asked.ok) return asked;
  const { record } = asked.value;
  const at = (address: string) => `${baseUrl()}${address}`;
  const tables = (await readTableStates(record)).map(({ name, rowCount, changedAt }) => ({
    table: name,
    title: apiWords(`files.table.${name}.title`),
    holds: apiWords(`files.table.${name}.holds`),
    rows: rowCount,
    changedAt: changedAt?.toISOString() ?? null,
    href: at(`${apiRoot}/${name}${filterQuery(pastQuery(record.past))}`),
  }));
  return accept({
    record,
    answer: {
      name: apiWords('site.name'),
      version: 'v1',
      ...dayOfAnswer(record),
      openapi: at(`${apiRoot}/openapi.json`),
      documentation: at('/en/data/api'),
      licence: at('/en/methodology#licence'),
      tables,
    },
  });
}
