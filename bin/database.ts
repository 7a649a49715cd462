import { resolve } from 'node:path';
import pg from 'pg';
import { type Cluster, startCluster } from '@/server/embedded/cluster';
import { databaseUrlOf, keptSecret, lockIn, makeDataDirectory, readEmbedded } from '@/server/embedded/data-directory';
import { Explained, type Report } from '@/server/embedded/explained';
import { dataIn } from '@/server/embedded/initialise';
import { type Lock, readHolder, takeLock } from '@/server/embedded/lock';
import { runningPostmaster } from '@/server/embedded/postmaster';
import { env, settle } from '@/server/env';
import { programFolder } from './command';

export interface Database {
  readonly databaseUrl: string;
  /** Null for a PostgreSQL that is not ours to start and stop. */
  readonly cluster: Cluster | null;
}

/** Takes the data directory for this process, or explains who has it. */
export function takeDataDirectory(says: string): Lock {
  const folder = ourDataDirectory();
  const lock = takeLock(lockIn(folder), says);
  if (lock.ok) return lock.value;
  const { pid, says: doing } = lock.problem;
  throw new Explained(
    `The data directory ${folder} is in use: process ${pid} is ${doing}. Stop it first, or name another in CORNERSTONE_DATA_DIR.`,
  );
}

/** The database of the settings, or the embedded one, brought up. The caller holds the data directory. */
export async function openDatabase(report: Report): Promise<Database> {
  const folder = ourDataDirectory();
  const given = env.DATABASE_URL;
  const cluster = given ? null : await startCluster(folder, report);
  const databaseUrl = cluster?.databaseUrl ?? given ?? '';
  if (given) await refuseOldServer(given);
  settle({
    DATABASE_URL: databaseUrl,
    CORNERSTONE_DATA_DIR: folder,
    NEXTAUTH_SECRET: env.NEXTAUTH_SECRET ?? keptSecret(folder),
  });
  return { databaseUrl, cluster };
}

/**
 * Does something with the database, whether the service runs or not: the embedded database of a running service is
 * used, one that does not run is started for as long as this takes.
 */
export async function withDatabase<Value>(
  report: Report,
  act: (databaseUrl: string) => Promise<Value>,
): Promise<Value> {
  const folder = ourDataDirectory();
  if (env.DATABASE_URL || readHolder(lockIn(folder))) {
    if (env.DATABASE_URL) await refuseOldServer(env.DATABASE_URL);
    const databaseUrl = env.DATABASE_URL ?? runningDatabase(folder);
    settle({
      DATABASE_URL: databaseUrl,
      CORNERSTONE_DATA_DIR: folder,
      NEXTAUTH_SECRET: env.NEXTAUTH_SECRET ?? keptSecret(folder),
    });
    return act(databaseUrl);
  }
  const lock = takeDataDirectory(`running "cornerstone ${process.argv.slice(2, 4).join(' ')}"`);
  try {
    const { databaseUrl, cluster } = await openDatabase(report);
    try {
      return await act(databaseUrl);
    } finally {
      await cluster?.stop();
    }
  } finally {
    lock.release();
  }
}

/** The default lies beside the program, wherever it is called from; a path that was given is read from where it was given. */
export function ourDataDirectory(): string {
  const given = process.env.CORNERSTONE_DATA_DIR;
  const folder = given ? resolve(given) : resolve(programFolder, '.cornerstone');
  makeDataDirectory(folder);
  return folder;
}

function runningDatabase(folder: string): string {
  const embedded = readEmbedded(folder);
  const postmaster = embedded && runningPostmaster(dataIn(embedded));
  if (!postmaster) throw new Explained('The service is just starting or stopping. Try again in a moment.');
  return databaseUrlOf({ ...embedded, port: postmaster.port || embedded.port });
}

async function refuseOldServer(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 });
  client.on('error', () => {}); // the query fails too, and says why
  try {
    await client.connect();
    const { rows } = await client.query<{ number: string; name: string }>(
      `select current_setting('server_version_num') as number, current_setting('server_version') as name`,
    );
    const server = rows[0];
    if (Number(server?.number) < 150_000)
      throw new Explained(`DATABASE_URL is PostgreSQL ${server?.name}; 15 or later is needed.`);
  } catch (error) {
    if (error instanceof Explained) throw error;
    throw new Explained(
      `The database of DATABASE_URL does not answer: ${error instanceof Error ? error.message : String(error)}`,
    );
  } finally {
    client.end().catch(() => {});
  }
}
