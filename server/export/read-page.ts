import 'server-only';
import * as z from 'zod';
import type { FilterValues } from '@/domain/export/filters';
import type { Row } from '@/domain/export/row';
import { isOwnTable, type OwnTable, type TableName } from '@/domain/export/tables';
import { accept, refuse, type Result } from '@/domain/result';
import { Prisma } from '@/prisma/generated/client/client';
import type { PublicRecord } from '../published/record-at';
import { values } from './face';
import type { After, PageOf } from './page-of';
import { selectTable } from './select-table';
import { recordOf } from './table-file';

export interface RowPage {
  readonly rows: readonly Row[];
  /** What the next page is asked with; null when this is the last. */
  readonly next: string | null;
}

export interface UnknownCursor {
  readonly kind: 'unknown-cursor';
  readonly found: string;
}

/**
 * Some rows of a table in the order of its file. The cursor names the last row that was given, so that a publication
 * between two pages neither repeats a row nor leaves one out; only where that very row is gone and the order is worked
 * out (`inOrder`), the pages go on by its position.
 */
export async function readPage(
  record: PublicRecord,
  table: TableName,
  filters: FilterValues,
  asked: { readonly after: string | null; readonly limit: number },
): Promise<Result<RowPage, UnknownCursor>> {
  const after = asked.after === null ? null : readCursor(table, asked.after);
  if (asked.after !== null && !after) return refuse({ kind: 'unknown-cursor', found: asked.after });
  // One more than asked for tells whether there is a next page.
  const found = rowsFound.parse(
    await recordOf(record, table, filters).query(pageSql(record, table, filters, { after, limit: asked.limit + 1 })),
  );
  const rows = found.slice(0, asked.limit).map(({ row }) => row as Row); // the query makes rows of the table's own columns
  const last = rows.at(-1);
  const position = (after?.position ?? 0) + rows.length;
  const next = last && found.length > asked.limit ? writeCursor(table, { key: keyOf(table, last), position }) : null;
  return accept({ rows, next });
}

/** One record of a table, as its list has it; null where the record has none of that name. */
export async function readRow(
  record: PublicRecord,
  table: Exclude<TableName, OwnTable>,
  slug: string,
): Promise<Row | null> {
  const [found] = rowsFound.parse(
    await record.query(pageSql(record, table, {}, { limit: 1, after: null, only: slug })),
  );
  return found ? (found.row as Row) : null; // as above
}

const rowsFound = z.array(z.object({ row: z.record(z.string(), z.unknown()) }));

/** Tables whose order is worked out from what they hold: by which columns a row is known. */
const inOrder: Partial<Record<TableName, readonly string[]>> = {
  late: ['slug'],
  slippage: ['kind', 'slug'],
  totals: ['place_slug', 'kind', 'population_group', 'event', 'counted'],
  quality: ['measure', 'kind', 'field', 'slug'],
  changes: ['kind', 'slug'],
};

function pageSql(record: PublicRecord, table: TableName, filters: FilterValues, page: PageOf): Prisma.Sql {
  const known = inOrder[table];
  if (!known)
    return Prisma.sql`select row_to_json(r) as row from (${selectTable(record, table, filters, values, page)}) r`;
  const key = Prisma.sql`jsonb_build_array(${Prisma.join(
    known.map((header) => Prisma.sql`r.${Prisma.raw(`"${header}"`)}`),
    ', ',
  )})`;
  const { after, limit } = page;
  return Prisma.sql`
    with numbered as materialized (
      select row_number() over () as n, ${key} as key, row_to_json(r) as row
      from (${selectTable(record, table, filters, values)}) r
    )
    select row from numbered
    ${after ? Prisma.sql`where n > coalesce((select n from numbered where key = ${after.key}::jsonb), ${after.position})` : Prisma.empty}
    order by n limit ${limit}`;
}

function keyOf(table: TableName, row: Row): string | number {
  const known = inOrder[table];
  if (known) return JSON.stringify(known.map((header) => row[header] ?? null));
  return isOwnTable(table) ? Number(row.sequence) : String(row.slug);
}

const writeCursor = (table: TableName, { key, position }: After) =>
  Buffer.from(JSON.stringify([table, key, position]), 'utf8').toString('base64url');

function readCursor(table: TableName, text: string): After | null {
  const read = z.tuple([z.literal(table), keyFor(table), z.int().nonnegative()]).safeParse(jsonIn(text));
  return read.success ? { key: read.data[1], position: read.data[2] } : null;
}

function keyFor(table: TableName): z.ZodType<string | number> {
  if (inOrder[table]) return z.string().refine((text) => knownBy.safeParse(jsonOf(text)).success);
  return isOwnTable(table) ? z.int() : storable;
}

/** Anybody may write a cursor: the database keeps no NUL and no half of a letter in text. */
const storable = z.string().regex(/^[^\0\p{Cs}]*$/u);
const knownBy = z.array(z.union([storable, z.int(), z.null()]));

const jsonIn = (base64url: string): unknown => jsonOf(Buffer.from(base64url, 'base64url').toString('utf8'));

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
