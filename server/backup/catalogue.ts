import type pg from 'pg';

export interface Table {
  readonly name: string;
  /** Without generated columns, which make themselves. */
  readonly columns: readonly string[];
}

/** Every table of the record: all of the schema but Prisma's own list of migrations. */
export async function readTables(client: pg.ClientBase): Promise<readonly Table[]> {
  const { rows } = await client.query<Table>(`
    select relname as name, array_agg(attname::text order by attnum) as columns
    from pg_class join pg_attribute on attrelid = pg_class.oid
    where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> '_prisma_migrations'
      and attnum > 0 and not attisdropped and attgenerated = ''
    group by relname
    order by relname`);
  return rows;
}

/** The columns of the primary key, so that a table is always written in the same order; all columns where there is none. */
export async function readOrder(client: pg.ClientBase, { name, columns }: Table): Promise<readonly string[]> {
  const { rows } = await client.query<{ column: string }>(
    `select attname::text as column
     from pg_index cross join unnest(indkey) with ordinality as key (number, position)
     join pg_attribute on attrelid = indrelid and attnum = key.number
     where indrelid = to_regclass($1) and indisprimary
     order by key.position`,
    [`public.${quoted(name)}`],
  );
  return rows.length > 0 ? rows.map(({ column }) => column) : columns;
}

export async function readSequences(
  client: pg.ClientBase,
): Promise<{ name: string; lastValue: string; isCalled: boolean }[]> {
  const { rows } = await client.query<{ name: string }>(
    `select sequencename as name from pg_sequences where schemaname = 'public' order by sequencename`,
  );
  const read = rows.map(async ({ name }) => {
    const found = await client.query<{ lastValue: string; isCalled: boolean }>(
      `select last_value::text as "lastValue", is_called as "isCalled" from public.${quoted(name)}`,
    );
    return { name, lastValue: found.rows[0]?.lastValue ?? '1', isCalled: found.rows[0]?.isCalled ?? false };
  });
  return Promise.all(read);
}

export const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
export const quotedList = (names: readonly string[]) => names.map(quoted).join(', ');
