import 'server-only';
import { once } from 'node:events';
import { pipeline, Readable } from 'node:stream';
import { comparedDays } from '@/domain/compared-days';
import { filtersOf, type FilterValues, readFilters } from '@/domain/export/filters';
import { hxlRow } from '@/domain/export/hxl';
import { columnsOf, type TableName } from '@/domain/export/tables';
import type { AddressParameters, FilterProblem } from '@/domain/filter';
import { isPast } from '@/domain/past';
import { accept, refuse, type Result } from '@/domain/result';
import { goToSql, type PublicRecord, recordAsOf } from '../published/record-at';
import { copyOut } from './copy-out';
import { headerLine, tagLine, withCrLf } from './csv-lines';
import { cells, type Face, values } from './face';
import { inline } from './inline';
import { findUnknownReference, readKnownCodes } from './known-values';
import { selectTable } from './select-table';

/** Which rows a file is asked for: the filter of its address, or what in it does not exist. */
export async function readFileFilters(
  record: PublicRecord,
  table: TableName,
  parameters: AddressParameters,
): Promise<Result<FilterValues, FilterProblem>> {
  const rules = filtersOf[table];
  const read = readFilters(rules, parameters, await readKnownCodes(record));
  if (!read.ok) return read;
  const unknown = await findUnknownReference(record, rules, read.value);
  if (unknown) return refuse(unknown);
  if (table !== 'changes') return accept(read.value);
  const days = comparedDays(read.value, record.publishedUpTo);
  return days.ok ? accept({ ...read.value, ...days.value }) : days;
}

/**
 * A table as CSV, streamed from the database as fast as it is read and no faster. Answers once the first rows are there
 * or it is sure that there are none, so that a query that fails is an error and not half a file.
 */
export async function streamTable(
  record: PublicRecord,
  table: TableName,
  filters: FilterValues,
  { snapshot = null, hasTags = false }: { readonly snapshot?: string | null; readonly hasTags?: boolean } = {},
): Promise<Readable> {
  const rows = await begunCopy(record, table, filters, cells, snapshot);
  const lines = withCrLf();
  lines.push(headerLine(columnsOf(table)));
  if (hasTags) lines.push(tagLine(hxlRow(table, filters)));
  // What goes wrong later destroys the lines too, and so cuts the answer: a reader sees that the file is not whole.
  pipeline(rows, lines, () => {});
  return lines;
}

/**
 * The same rows as values, one JSON object a line (NDJSON), as `domain/export/row.ts` describes them. What JSON, XLSX,
 * GeoJSON and Parquet are made of.
 */
export async function streamRows(
  record: PublicRecord,
  table: TableName,
  filters: FilterValues,
  snapshot: string | null = null,
): Promise<Readable> {
  return begunCopy(record, table, filters, values, snapshot);
}

async function begunCopy(
  record: PublicRecord,
  table: TableName,
  filters: FilterValues,
  face: Face,
  snapshot: string | null,
): Promise<Readable> {
  const { past } = recordOf(record, table, filters);
  const rows = await copyOut(inline(selectTable(record, table, filters, face)), {
    before: isPast(past) ? inline(goToSql(past)) : null,
    form: face.name === 'cells' ? 'csv' : 'ndjson',
    snapshot,
  });
  await Promise.race([once(rows, 'readable'), once(rows, 'end')]);
  return rows;
}

/** As its page: two days that are compared are told of by the later one. */
export function recordOf(record: PublicRecord, table: TableName, filters: FilterValues): PublicRecord {
  if (table !== 'changes') return record;
  const days = comparedDays(filters, record.publishedUpTo);
  return days.ok ? recordAsOf(record, days.value.to) : record;
}
