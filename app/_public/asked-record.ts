import { drawAt } from '@/components/layout/read-at';
import type { FilterValues } from '@/domain/export/filters';
import type { TableName } from '@/domain/export/tables';
import type { AddressParameters, FilterProblem } from '@/domain/filter';
import { readPast } from '@/domain/past';
import { accept, type Result } from '@/domain/result';
import { today } from '@/server/clock';
import { readFileFilters } from '@/server/export/table-file';
import { type PublicRecord, recordAt } from '@/server/published/record-at';

export interface AskedRecord {
  readonly record: PublicRecord;
  /** What the address asks beside the day. */
  readonly rest: AddressParameters;
}

/**
 * The record of the day that an address asks for: now, what it said on a day, or what had happened by one. The links of
 * the page being drawn lead to the same day.
 */
export function askedRecord(asked: AddressParameters): Result<AskedRecord, FilterProblem> {
  const read = readPast(asked, today());
  if (!read.ok) return read;
  const { past, rest } = read.value;
  drawAt(past);
  return accept({ record: recordAt(past), rest });
}

export interface AskedTable {
  readonly record: PublicRecord;
  readonly filters: FilterValues;
}

/** The same, with the filter of a table: what pages and files take alike. */
export async function askedTable(
  table: TableName,
  parameters: AddressParameters,
): Promise<Result<AskedTable, FilterProblem>> {
  const asked = askedRecord(parameters);
  if (!asked.ok) return asked;
  const { record, rest } = asked.value;
  const filters = await readFileFilters(record, table, rest);
  return filters.ok ? accept({ record, filters: filters.value }) : filters;
}
