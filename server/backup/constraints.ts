import type pg from 'pg';
import { quoted } from './catalogue';

/**
 * Takes away, inside the transaction, what would refuse a whole record that arrives table by table: foreign keys, the
 * triggers that keep what is published, and CHECKs that rows from before them need not pass (NOT VALID). The returned
 * function puts them back; PostgreSQL then checks every foreign key over all rows that must pass it. All other CHECKs,
 * unique and exclusion constraints hold all the time.
 */
export async function putAsideConstraints(client: pg.ClientBase): Promise<() => Promise<void>> {
  const constraints = await readConstraints(client);
  const triggers = await readTriggers(client);
  for (const { table, name } of constraints) await client.query(`alter table ${table} drop constraint ${quoted(name)}`);
  for (const { table, name } of triggers) await client.query(`alter table ${table} disable trigger ${quoted(name)}`);

  return async () => {
    await client.query('set constraints all immediate');
    for (const { table, name, definition } of constraints) {
      await client.query(`alter table ${table} add constraint ${quoted(name)} ${definition}`);
    }
    for (const { table, name, mode } of triggers)
      await client.query(`alter table ${table} enable ${mode} trigger ${quoted(name)}`);
  };
}

interface Constraint {
  readonly table: string;
  readonly name: string;
  readonly definition: string;
}

async function readConstraints(client: pg.ClientBase): Promise<readonly Constraint[]> {
  const { rows } = await client.query<Constraint>(`
    select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(oid) as definition
    from pg_constraint
    where (contype = 'f' or (contype = 'c' and not convalidated)) and connamespace = 'public'::regnamespace
    order by 1, 2`);
  return rows;
}

interface Trigger {
  readonly table: string;
  readonly name: string;
  readonly mode: string;
}

async function readTriggers(client: pg.ClientBase): Promise<readonly Trigger[]> {
  const { rows } = await client.query<Trigger>(`
    select tgrelid::regclass::text as table, tgname as name,
      case tgenabled when 'A' then 'always' when 'R' then 'replica' else '' end as mode
    from pg_trigger join pg_class on pg_class.oid = tgrelid
    where not tgisinternal and tgenabled <> 'D' and relnamespace = 'public'::regnamespace
    order by 1, 2`);
  return rows;
}
