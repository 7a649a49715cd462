import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startCluster } from '@/server/embedded/cluster';
import { migrate } from '@/server/embedded/migrate';
import { fillSynthetic, type Size } from './synthetic';

export interface DatabaseServer {
  readonly version: string;
  /** Makes a database with synthetic data, in place of one that an earlier run left. */
  makeDatabase(name: string, size: Size): Promise<string>;
  /** Drops the databases; ends the server when it is ours. */
  stop(): Promise<void>;
}

/** A PostgreSQL for the bench alone: the embedded one, or that of `BENCH_DATABASE_URL`, which names a superuser. */
export async function openServer(report: (line: string) => void): Promise<DatabaseServer> {
  const given = process.env.BENCH_DATABASE_URL;
  const folder = mkdtempSync(join(tmpdir(), 'cornerstone-bench-'));
  const cluster = given ? null : await startCluster(folder, report);
  const serverUrl = given ?? cluster?.databaseUrl ?? '';
  const made: string[] = [];
  const [found] = await onServer<{ version: string }>(serverUrl, `select current_setting('server_version') as version`);

  return {
    version: `${found?.version ?? 'unknown'}, ${given ? 'given' : 'embedded'}`,
    async makeDatabase(name, size) {
      await onServer(serverUrl, `drop database if exists ${name} with (force)`);
      await onServer(
        serverUrl,
        `create database ${name} template template0 encoding 'UTF8' lc_collate 'C.UTF-8' lc_ctype 'C.UTF-8'`,
      );
      made.push(name);
      await migrate(urlIn(serverUrl, name));
      await fillSynthetic(urlIn(serverUrl, name), size);
      return urlIn(serverUrl, name);
    },
    async stop() {
      if (given) for (const name of made) await onServer(serverUrl, `drop database if exists ${name} with (force)`);
      await cluster?.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function onServer<Row extends pg.QueryResultRow>(serverUrl: string, statement: string): Promise<readonly Row[]> {
  const client = new pg.Client({ connectionString: urlIn(serverUrl, 'postgres') });
  await client.connect();
  try {
    return (await client.query<Row>(statement)).rows;
  } finally {
    await client.end();
  }
}

function urlIn(serverUrl: string, database: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  return url.href;
}
