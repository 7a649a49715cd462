import 'server-only';
import type { Readable } from 'node:stream';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { env } from '../env';
import { prepareConnection } from '../prepare-connection';
import { cutWhenNotRead } from './cut-when-not-read';

/** Files may take long; pages must not wait for them, so they have connections of their own, and few. */
const limits = { connections: 4, waitMs: 10_000, statementMs: 30 * 60_000, idleMs: 30_000, readerMs: 30_000 };

// The development server reloads modules without closing connections; one pool is kept across reloads.
const kept = globalThis as { cornerstoneExportPool?: pg.Pool };

function openPool(): pg.Pool {
  const pool = new pg.Pool({
    connectionString: env.DATABASE_URL,
    max: limits.connections,
    connectionTimeoutMillis: limits.waitMs,
    statement_timeout: limits.statementMs,
    idleTimeoutMillis: limits.idleMs,
    allowExitOnIdle: true,
    onConnect: prepareConnection,
  });
  // A connection that breaks while idle is replaced on the next use; unhandled, its error would end the process.
  pool.on('error', () => {});
  return pool;
}

export async function closeExportPool(): Promise<void> {
  await kept.cornerstoneExportPool?.end();
  delete kept.cornerstoneExportPool;
}

export interface CopyOptions {
  readonly before?: string | null;
  /** Lines of cells, or lines of one JSON object each. */
  readonly form?: 'csv' | 'ndjson';
  /** See `holdSnapshot`. */
  readonly snapshot?: string | null;
  readonly readerMs?: number;
}

const copies: Readonly<Record<NonNullable<CopyOptions['form']>, (query: string) => string>> = {
  csv: (query) => `copy (${query}) to stdout (format csv)`,
  // JSON holds no control character as such, so with these two nothing is ever quoted: each line is the object itself.
  ndjson: (query) =>
    `copy (select row_to_json(r) from (${query}) r) to stdout (format csv, quote E'\\x01', delimiter E'\\x02')`,
};

/** All connections are busy with other files. */
export class TooManyFiles extends Error {
  override readonly name = 'TooManyFiles';
}

export interface Snapshot {
  readonly id: string;
  /** Asked of the record as the snapshot has it. */
  readonly ask: (query: string) => Promise<unknown[]>;
  readonly release: () => Promise<void>;
}

/** The record as it is at this moment, for as long as it is held: several files of it belong together. */
export async function holdSnapshot(): Promise<Snapshot> {
  const client = await connect();
  const ask = async (query: string) => (await client.query<Record<string, unknown>>(query)).rows;
  const release = () =>
    client.query('commit').then(
      () => client.release(),
      () => client.release(true),
    );
  try {
    await client.query('begin isolation level repeatable read read only');
    const { rows } = await client.query<{ id: string }>('select pg_export_snapshot() as id');
    return { id: rows[0]?.id ?? '', ask, release };
  } catch (error) {
    client.release(true);
    throw error;
  }
}

async function connect(): Promise<pg.PoolClient> {
  const pool = (kept.cornerstoneExportPool ??= openPool());
  return pool.connect().catch((error: unknown) => {
    if (error instanceof Error && /timeout exceeded when trying to connect/.test(error.message))
      throw new TooManyFiles();
    throw error;
  });
}

/**
 * The rows of a query as PostgreSQL writes them, in pieces of what the network brings: nothing is held back. Who stops
 * reading stops the query, and is cut after half a minute in which they took nothing: there are few connections, and
 * others wait for them; who destroys the stream ends it. What is to be set before, such as the day asked for, is set
 * for this query alone.
 *
 * @throws {TooManyFiles} when no connection is free for ten seconds.
 */
export async function copyOut(
  query: string,
  { before = null, form = 'csv', snapshot = null, readerMs = limits.readerMs }: CopyOptions = {},
): Promise<Readable> {
  const client = await connect();
  const begin = snapshot
    ? `begin isolation level repeatable read read only; set transaction snapshot ${pg.escapeLiteral(snapshot)}; ${before ?? ''}`
    : before && `begin read only; ${before}`;
  if (begin) {
    await client.query(begin).catch((error: unknown) => {
      client.release(true);
      throw error;
    });
  }
  const rows = client.query(copyTo(copies[form](query)));
  cutWhenNotRead(rows, readerMs);
  let isReleased = false;
  const onConnectionError = (error: Error) => rows.destroy(error);
  const release = (isBroken: boolean) => {
    if (isReleased) return;
    isReleased = true;
    if (isBroken) client.on('error', () => {});
    client.off('error', onConnectionError);
    // A connection in the middle of a copy cannot be used again; closing it makes PostgreSQL give the query up.
    client.release(isBroken);
  };
  client.on('error', onConnectionError);
  rows.once('end', () => {
    if (!begin) return release(false);
    client.query('commit').then(
      () => release(false),
      () => release(true),
    );
  });
  // Not once: a connection that is closed under a stream that was cut tells it so a second time.
  rows.on('error', () => release(true));
  rows.once('close', () => {
    if (!rows.readableEnded) release(true);
  });
  return rows;
}
