import 'server-only';
import { snakeCase } from '@/domain/export/column';
import { Prisma } from '@/prisma/generated/client/client';
import type { Transaction } from '../db';
import { inChunks } from './chunks';

/** A row to be written, by the names that its fields have here; the columns are the same in snake case. */
export type NewRow = Readonly<Record<string, unknown>>;

const rowsInOneStatement = 2000;

/**
 * Writes rows of one table, as JSON that PostgreSQL itself reads into the types of the columns: a hundred thousand rows are
 * fifty statements. What a row does not name is null, so a row names everything that is not.
 */
export async function writeRows(tx: Transaction, table: string, rows: readonly NewRow[]): Promise<void> {
  for (const some of inChunks(rows, rowsInOneStatement)) {
    const names = new Set<string>();
    for (const row of some) for (const name of Object.keys(row)) names.add(name);
    const named = Prisma.raw([...names].map((name) => `"${columnOf(name)}"`).join(', '));
    const json = JSON.stringify(some.map(asColumns));
    await tx.$executeRaw`
      insert into ${Prisma.raw(table)} (${named})
      select ${named} from json_populate_recordset(null::${Prisma.raw(table)}, ${json}::json)`;
  }
}

const columns = new Map<string, string>();

/** Rows are many and their names few: each is turned once. */
function columnOf(name: string): string {
  const known = columns.get(name);
  if (known) return known;
  const column = snakeCase(name);
  columns.set(name, column);
  return column;
}

const asColumns = (row: NewRow) =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [columnOf(name), value]));
