import 'server-only';
import * as z from 'zod';
import type { FilterValues } from '@/domain/export/filters';
import type { TableName } from '@/domain/export/tables';
import { countColumn } from '../published/project-row';
import type { PublicRecord } from '../published/record-at';
import { selectCount } from './select-table';
import { recordOf } from './table-file';

/** How many rows a filter leaves: what a page of the list says above it, and how many lines its file has. */
export async function countRows(record: PublicRecord, table: TableName, filters: FilterValues): Promise<number> {
  const rows = await recordOf(record, table, filters).query(selectCount(record, table, filters));
  const [row] = z.tuple([z.object({ count: countColumn })]).parse(rows);
  return row.count;
}
