import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startCluster } from '@/server/embedded/cluster';
import { migrate } from '@/server/embedded/migrate';

/** The migrated, empty database that every test file gets a copy of. */
export const templateName = 'cornerstone_template';

declare module 'vitest' {
  interface ProvidedContext {
    serverUrl: string;
  }
}

/** A PostgreSQL for the tests alone (or the one of `TEST_DATABASE_URL`), with one migrated database as a template. */
export default async function start(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL;
  const folder = mkdtempSync(join(tmpdir(), 'cornerstone-test-'));
  const cluster = given ? null : await startCluster(folder, () => {});
  const serverUrl = given ?? cluster?.databaseUrl ?? '';

  await onServer(serverUrl, `drop database if exists ${templateName} with (force)`, `create database ${templateName}`);
  await migrate(databaseUrlIn(serverUrl, templateName));
  project.provide('serverUrl', serverUrl);

  return async () => {
    await cluster?.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}

export function databaseUrlIn(serverUrl: string, database: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  return url.href;
}

export async function onServer(serverUrl: string, ...statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrlIn(serverUrl, 'postgres') });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}
