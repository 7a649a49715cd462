import 'server-only';
import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { FilterValues } from '@/domain/export/filters';
import type { TableName } from '@/domain/export/tables';
import { Prisma } from '@/prisma/generated/client/client';
import { countColumn } from '../published/project-row';
import type { PublicRecord } from '../published/record-at';
import { aboutFile, columnsInWords } from './describe-file';
import { selectTable } from './select-table';
import { recordOf, streamTable } from './table-file';

/** Up to so many rows the CSV is read through for its hash; of larger ones the archive's list of files tells it. */
const cheapRows = 50_000;

/** What stands beside a file: what it is, its columns in words, how many rows, and by what its CSV is known to be whole. */
export async function readSidecar(record: PublicRecord, table: TableName, filters: FilterValues) {
  const rowCount = await countRows(record, table, filters);
  return {
    ...aboutFile(record, table, filters),
    rowCount,
    csv: rowCount <= cheapRows ? await measureCsv(record, table, filters) : null,
    columns: columnsInWords(table).map(({ header, meaning, type, unit }) => ({ name: header, type, unit, meaning })),
  };
}

const counted = z.tuple([z.object({ count: countColumn })]);

export async function countRows(record: PublicRecord, table: TableName, filters: FilterValues): Promise<number> {
  const query = Prisma.sql`select count(*) as count from (${selectTable(record, table, filters)}) as counted`;
  return counted.parse(await recordOf(record, table, filters).query(query))[0].count;
}

async function measureCsv(record: PublicRecord, table: TableName, filters: FilterValues) {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const piece of await streamTable(record, table, filters)) {
    hash.update(piece as Buffer);
    bytes += (piece as Buffer).length;
  }
  return { bytes, sha256: hash.digest('hex') };
}
