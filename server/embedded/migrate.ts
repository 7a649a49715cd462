import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { Explained } from './explained';
import { codeOf } from './processes';

/** One migration of this release, as Prisma knows it: its checksum is the sha256 of its SQL. */
export interface Migration {
  readonly name: string;
  readonly checksum: string;
}

const project = fileURLToPath(new URL('../..', import.meta.url));
const migrationsFolder = join(project, 'prisma', 'migrations');

/** The migrations of this release, in the order in which they are applied. */
export function readMigrations(): readonly Migration[] {
  return readdirSync(migrationsFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({ name, checksum: checksumOf(join(migrationsFolder, name, 'migration.sql')) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/**
 * Applies the migrations of this release that the database lacks. Prisma's command line takes a second or two to say
 * that there are none, so it is asked only when there are.
 */
export async function migrate(databaseUrl: string, migrations = readMigrations()): Promise<{ applied: number }> {
  const before = await readApplied(databaseUrl);
  const missing = missingFrom(before, migrations);
  if (missing.length > 0) await deployThese(databaseUrl, migrations);
  return { applied: missing.length };
}

/** Prisma applies all that a folder holds, so the first few of them are given to it in a folder of their own. */
async function deployThese(databaseUrl: string, migrations: readonly Migration[]): Promise<void> {
  if (migrations.length === readMigrations().length) return deploy(databaseUrl, migrationsFolder);
  const some = mkdtempSync(join(tmpdir(), 'cornerstone-migrations-'));
  try {
    for (const name of ['migration_lock.toml', ...migrations.map((migration) => migration.name)]) {
      cpSync(join(migrationsFolder, name), join(some, name), { recursive: true });
    }
    await deploy(databaseUrl, some);
  } finally {
    rmSync(some, { recursive: true });
  }
}

/** The migrations that were applied and finished; none for an empty database. */
export async function readApplied(databaseUrl: string): Promise<readonly Migration[]> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 });
  client.on('error', () => {}); // the query fails too, and says why
  try {
    await client.connect();
    const { rows } = await client.query<Migration>(appliedMigrations);
    return rows;
  } catch (error) {
    const noSuchTable = '42P01';
    if (codeOf(error) === noSuchTable) return [];
    throw error;
  } finally {
    client.end().catch(() => {});
  }
}

export const appliedMigrations = `
  select migration_name as name, checksum
  from _prisma_migrations
  where finished_at is not null and rolled_back_at is null
  order by migration_name`;

/** @throws {Explained} when the database was made by a later release, or one of its migrations was changed since. */
export function missingFrom(applied: readonly Migration[], migrations: readonly Migration[]): readonly Migration[] {
  const known = new Map(migrations.map(({ name, checksum }) => [name, checksum]));
  for (const { name, checksum } of applied) {
    const ours = known.get(name);
    if (ours === undefined) {
      throw new Explained(
        `The database holds the migration ${name}, which this release does not know: a later release made it.`,
      );
    }
    if (ours !== checksum)
      throw new Explained(`The migration ${name} was changed after it was applied to this database.`);
  }
  const done = new Set(applied.map(({ name }) => name));
  return migrations.filter(({ name }) => !done.has(name));
}

function deploy(databaseUrl: string, folder: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const prisma = spawn(process.execPath, [join(project, 'tools', 'prisma.mjs'), 'migrate', 'deploy'], {
      env: { ...process.env, DATABASE_URL: databaseUrl, PRISMA_MIGRATIONS_FOLDER: folder },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    for (const stream of [prisma.stdout, prisma.stderr]) stream.on('data', (text: Buffer) => (said += text.toString()));
    prisma.once('error', reject);
    prisma.once('close', (status) => {
      if (status === 0) resolve();
      else reject(new Explained(`The migrations could not be applied. Prisma said:\n${said.trim()}`));
    });
  });
}

function checksumOf(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}
