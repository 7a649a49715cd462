import { createWriteStream, existsSync } from 'node:fs';
import { mkdir, mkdtemp, open, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import * as tar from 'tar';
import { Explained, type Report } from '../embedded/explained';
import { appliedMigrations, type Migration } from '../embedded/migrate';
import { quoted, quotedList, readOrder, readSequences, readTables, type Table } from './catalogue';
import { openLongConnection } from './long-connection';
import { Digest } from './digest';
import type { EvidenceStore } from '../evidence/store';
import { evidenceFileOf, fileOf, type Manifest, manifestFile, type TableInBackup } from './manifest';

/** Writes the whole record into one file, as it is at one moment, while the service goes on. */
export async function writeBackup(
  databaseUrl: string,
  store: EvidenceStore,
  file: string,
  report: Report,
): Promise<Manifest> {
  const target = resolve(file);
  if (existsSync(target)) throw new Explained(`${target} exists already. Name another file.`);
  // Beside the target, so that the finished file only needs a new name: a file of that name is always a whole backup.
  const work = await mkdtemp(join(dirname(target), `.${basename(target)}-`)).catch((error: unknown) => {
    throw new Explained(`The backup cannot be written: ${String(error)}`);
  });
  try {
    const { hashes, ...copied } = await copyOut(databaseUrl, work, report);
    // After the rows: what they name is in the store already, and nothing there is ever changed.
    const manifest: Manifest = { ...copied, evidence: await copyEvidence(store, hashes, work, report) };
    await writeFile(join(work, manifestFile), `${JSON.stringify(manifest, null, 2)}\n`);
    const whole = join(work, 'backup.tar.gz');
    const names = [
      manifestFile,
      ...manifest.tables.map(({ name }) => fileOf(name)),
      ...manifest.evidence.map(evidenceFileOf),
    ];
    await tar.create({ file: whole, cwd: work, gzip: true, portable: true, mode: 0o600 }, names);
    await putSafely(whole, target);
    return manifest;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

type CopiedTables = Omit<Manifest, 'evidence'> & { readonly hashes: readonly string[] };

async function copyOut(databaseUrl: string, work: string, report: Report): Promise<CopiedTables> {
  const client = await openLongConnection(databaseUrl);
  try {
    await client.query('begin transaction isolation level repeatable read read only');
    const { rows: migrations } = await client.query<Migration>(appliedMigrations);
    await mkdir(join(work, 'tables'));
    const tables: TableInBackup[] = [];
    for (const table of await readTables(client)) tables.push(await copyTable(client, table, work, report));
    const sequences = await readSequences(client);
    const hashes = await readHashes(client, tables);
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
      hashes,
    };
  } finally {
    client.end().catch(() => {});
  }
}

/** Every file that a row names, as it was sent and as it is served. A database of an earlier release names none. */
async function readHashes(client: pg.ClientBase, tables: readonly TableInBackup[]): Promise<readonly string[]> {
  if (!tables.some(({ name }) => name === 'evidence_file')) return [];
  const { rows } = await client.query<{ hash: string }>(`
    select hash from evidence_file union select small_hash from evidence_file where small_hash is not null
    union select original_hash from evidence_file where original_hash is not null order by 1`);
  return rows.map(({ hash }) => hash);
}

/** The backup is of what there is. A file that is not in the store was taken away by the operator, or the store is another one. */
async function copyEvidence(
  store: EvidenceStore,
  hashes: readonly string[],
  work: string,
  report: Report,
): Promise<string[]> {
  const copied: string[] = [];
  await mkdir(join(work, 'evidence'));
  for (const hash of hashes) {
    const bytes = await store.get(hash);
    if (!bytes) continue;
    await writeFile(join(work, evidenceFileOf(hash)), bytes);
    copied.push(hash);
  }
  const missing = hashes.length - copied.length;
  if (missing > 0) {
    report(
      `The store lacks ${missing} of the ${hashes.length} files of evidence that the record names: they are not in this backup. ` +
        'If nobody took them away, look whether CORNERSTONE_DATA_DIR or CORNERSTONE_S3_* name the store of this record.',
    );
  }
  return copied;
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
