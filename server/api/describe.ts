import 'server-only';
import { openApiOf } from '@/domain/api/openapi';
import type { ApiWords } from '@/domain/api/route';
import { apiRoutesIn } from '@/domain/api/routes';
import type { ExportColumn } from '@/domain/export/column';
import { baseUrl } from '../env';
import { problemOf } from './problem';
import { apiWords } from './words';

/** The OpenAPI description of what is served, with its words. */
export const describeApi = () =>
  openApiOf({
    routes: apiRoutesIn(meaningOf),
    baseUrl: baseUrl(),
    words: wordsOf,
    problem: (refusal) => problemOf(refusal, baseUrl()),
  });

/** The words of a route or parameter; the title of its table stands in them. */
export const wordsOf = ({ key, values, table }: ApiWords) =>
  apiWords(key, { ...values, ...(table && { title: apiWords(`files.table.${table}.title`) }) });

const meaningOf = ({ meaning, facet }: ExportColumn) =>
  facet === 'value' ? apiWords(meaning) : apiWords(`columns.facet.${facet}`, { meaning: apiWords(meaning) });
