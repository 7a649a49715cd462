import { createWriteStream, existsSync } from 'node:fs';
import { mkdir, mkdtemp, open, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import * as tar from 'tar';
import { Explained, type Report } from '../embedded/explained';
import { appliedMigrations, type Migration } from '../embedded/migrate';
import { quoted, quotedList, readOrder, readSequences, readTables, type Table } from './catalogue';
import { Digest } from './digest';
import { fileOf, type Manifest, manifestFile, type TableInBackup } from './manifest';

/** Writes the whole record into one file, as it is at one moment, while the service goes on. */
export async function writeBackup(databaseUrl: string, file: string, report: Report): Promise<Manifest> {
  const target = resolve(file);
  if (existsSync(target)) throw new Explained(`${target} exists already. Name another file.`);
  // Beside the target, so that the finished file only needs a new name: a file of that name is always a whole backup.
  const work = await mkdtemp(join(dirname(target), `.${basename(target)}-`)).catch((error: unknown) => {
    throw new Explained(`The backup cannot be written: ${String(error)}`);
  });
  try {
    const manifest = await copyOut(databaseUrl, work, report);
    await writeFile(join(work, manifestFile), `${JSON.stringify(manifest, null, 2)}\n`);
    const whole = join(work, 'backup.tar.gz');
    const names = [manifestFile, ...manifest.tables.map(({ name }) => fileOf(name))];
    await tar.create({ file: whole, cwd: work, gzip: true, portable: true, mode: 0o600 }, names);
    await putSafely(whole, target);
    return manifest;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function copyOut(databaseUrl: string, work: string, report: Report): Promise<Manifest> {
  const client = new pg.Client({
    connectionString: databaseUrl,
    connectionTimeoutMillis: 10_000,
    statement_timeout: 0,
  });
  client.on('error', () => {}); // the statement under way fails too, and says why
  await client.connect();
  try {
    await client.query('begin transaction isolation level repeatable read read only');
    const { rows: migrations } = await client.query<Migration>(appliedMigrations);
    await mkdir(join(work, 'tables'));
    const tables: TableInBackup[] = [];
    for (const table of await readTables(client)) tables.push(await copyTable(client, table, work, report));
    const sequences = await readSequences(client);
    const { rows } = await client.query<{ version: string }>(`select current_setting('server_version') as version`);
    await client.query('commit');
    return {
      format: 1,
      madeAt: new Date().toISOString(),
      madeBy: `cornerstone ${ownVersion()}`,
      postgresql: rows[0]?.version ?? 'unknown',
      migrations: [...migrations],
      tables,
      sequences,
    };
  } finally {
    client.end().catch(() => {});
  }
}

async function copyTable(client: pg.Client, table: Table, work: string, report: Report): Promise<TableInBackup> {
  const order = quotedList(await readOrder(client, table));
  const rows = client.query(
    copyTo(`copy (select ${quotedList(table.columns)} from public.${quoted(table.name)} order by ${order}) to stdout`),
  );
  const digest = new Digest();
  await pipeline(rows, digest, createWriteStream(join(work, fileOf(table.name))));
  if (digest.rows >= 100_000) report(`  ${table.name}: ${digest.rows} rows`);
  return { name: table.name, columns: [...table.columns], rows: digest.rows, sha256: digest.sha256 };
}

/** On disk before it has its name, readable by its owner only: it holds the accounts of those who sign in. */
async function putSafely(whole: string, target: string): Promise<void> {
  const handle = await open(whole, 'r+');
  await handle.chmod(0o600);
  await handle.sync();
  await handle.close();
  await rename(whole, target);
}

function ownVersion(): string {
  const { version } = createRequire(import.meta.url)('../../package.json') as { version: string }; // our own file
  return version;
}
