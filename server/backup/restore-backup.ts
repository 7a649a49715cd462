import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { Explained, type Report } from '../embedded/explained';
import { migrate } from '../embedded/migrate';
import type { EvidenceStore } from '../evidence/store';
import { quoted, quotedList, readTables } from './catalogue';
import { openLongConnection } from './long-connection';
import { prepareTables } from './prepare-tables';
import { putAsideConstraints } from './constraints';
import type { Manifest } from './manifest';
import { type OpenBackup, openBackup } from './open-backup';

export interface RestoreOptions {
  /** Without it a database that holds records or people is left as it is. */
  readonly replace: boolean;
}

/** Puts a backup in place of what the database holds, or, when anything is not in order, changes nothing. */
export async function restoreBackup(
  databaseUrl: string,
  store: EvidenceStore,
  file: string,
  { replace }: RestoreOptions,
  report: Report,
): Promise<Manifest> {
  const backup = await openBackup(file);
  try {
    await prepareTables(databaseUrl, backup.manifest, 'backup');
    // Before the rows that name them; without those rows nobody sees them.
    for (const hash of backup.manifest.evidence) await store.put(await readFile(backup.evidenceFileOf(hash)));
    await putIn(databaseUrl, backup, replace, report);
    await migrate(databaseUrl);
    return backup.manifest;
  } finally {
    await backup.close();
  }
}

async function putIn(databaseUrl: string, backup: OpenBackup, replace: boolean, report: Report): Promise<void> {
  const client = await openLongConnection(databaseUrl);
  try {
    await client.query('begin');
    await client.query(`set local lock_timeout = '60s'`);
    await refuseToOverwrite(client, replace);
    await refuseOtherColumns(client, backup.manifest);

    const putBack = await putAsideConstraints(client);
    await client.query(`truncate ${backup.manifest.tables.map(({ name }) => `public.${quoted(name)}`).join(', ')}`);
    for (const table of backup.manifest.tables) await copyTable(client, backup, table, report);
    for (const { name, lastValue, isCalled } of backup.manifest.sequences) {
      await client.query('select setval(to_regclass($1), $2, $3)', [`public.${quoted(name)}`, lastValue, isCalled]);
    }
    await putBack();
    // Public pages that were kept are made anew.
    await client.query(`select pg_notify('record_published', 'restored')`);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => {});
    if (error instanceof pg.DatabaseError)
      throw new Explained(`Nothing was changed. PostgreSQL refused the backup: ${error.message}`);
    throw error;
  } finally {
    client.end().catch(() => {});
  }
}

async function copyTable(
  client: pg.Client,
  backup: OpenBackup,
  { name, columns, rows }: Manifest['tables'][number],
  report: Report,
): Promise<void> {
  const target = client.query(copyFrom(`copy public.${quoted(name)} (${quotedList(columns)}) from stdin`));
  await pipeline(createReadStream(backup.fileOf(name)), target);
  const { rows: counted } = await client.query<{ count: string }>(
    `select count(*)::text as count from public.${quoted(name)}`,
  );
  const count = Number(counted[0]?.count);
  if (count !== rows)
    throw new Explained(`Nothing was changed. Table ${name} holds ${count} rows after loading instead of ${rows}.`);
  if (rows >= 100_000) report(`  ${name}: ${rows} rows`);
}

async function refuseToOverwrite(client: pg.Client, replace: boolean): Promise<void> {
  if (replace) return;
  const { rows } = await client.query<{ isUsed: boolean }>(
    'select exists (select from record_head where revision_count > 0) or exists (select from app_user) as "isUsed"',
  );
  if (!rows[0]?.isUsed) return;
  throw new Explained(
    'The database holds a record already. Make a backup of it, then say --replace to put this one in its place.',
  );
}

async function refuseOtherColumns(client: pg.Client, { tables }: Manifest): Promise<void> {
  const here = new Map((await readTables(client)).map(({ name, columns }) => [name, [...columns].sort().join()]));
  for (const { name, columns } of tables) {
    if (here.get(name) !== [...columns].sort().join())
      throw new Explained(`Nothing was changed. Table ${name} has other columns than in the backup.`);
    here.delete(name);
  }
  if (here.size > 0)
    throw new Explained(`Nothing was changed. The backup lacks the tables ${[...here.keys()].join(', ')}.`);
}
