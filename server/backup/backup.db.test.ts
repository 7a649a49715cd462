import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import * as tar from 'tar';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { env, settle } from '@/server/env';
import { localStore } from '@/server/evidence/local-store';
import { aPhoto } from '@/test/evidence-files';
import { keptBy } from '@/test/kept-evidence';
import { aPerson } from '@/test/people';
import { adding, aProject, aReport, published, theGround } from '@/test/record';
import { databaseUrlIn, onServer, templateName } from '@/test/start-database';
import { fileOf, type Manifest, manifestFile } from './manifest';
import { restoreBackup } from './restore-backup';
import { writeBackup } from './write-backup';

const serverUrl = inject('serverUrl');
const databaseUrl = env.DATABASE_URL ?? '';
const silent = () => {};
const store = () => localStore(join(folder, 'data', 'evidence'));
const made: string[] = [];
let folder = '';
let backup = '';
let manifest: Manifest;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backup-test-'));
  backup = join(folder, 'record.tar.gz');
  settle({ CORNERSTONE_DATA_DIR: join(folder, 'data') });
  const photo = await keptBy(await aPerson(), await aPhoto({ width: 900, height: 600 }));
  const evidence = [{ hash: photo, caption: 'The bridge' }];
  const source = { publisher: 'Ministry', title: 'Photos', titleBasis: 'headline', evidence };
  await published(...theGround, aProject(), aReport(), adding('source', 'photos', source));
  manifest = await writeBackup(databaseUrl, store(), backup, silent);
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  for (const name of made) await onServer(serverUrl, `drop database if exists ${name} with (force)`);
});

async function aDatabase({ template = 'template0' } = {}): Promise<string> {
  const name = `backup_test_${made.length}_${process.pid}`;
  made.push(name);
  await onServer(
    serverUrl,
    `drop database if exists ${name} with (force)`,
    `create database ${name} template ${template}`,
  );
  return databaseUrlIn(serverUrl, name);
}

/** What a database holds, table by table. */
async function contentOf(url: string): Promise<Manifest['tables']> {
  const file = join(folder, `content-${Math.random()}.tar.gz`);
  return (await writeBackup(url, store(), file, silent)).tables;
}

/** The backup with one table's text changed, and a manifest that says so. */
async function tampered(table: string, change: (text: string) => string): Promise<string> {
  const work = await mkdtemp(join(folder, 'tampered-'));
  await tar.extract({ file: backup, cwd: work });
  const text = change(await readFile(join(work, fileOf(table)), 'utf8'));
  await writeFile(join(work, fileOf(table)), text);
  const sha256 = createHash('sha256').update(text).digest('hex');
  const tables = manifest.tables.map((each) =>
    each.name === table ? { ...each, sha256, rows: text.split('\n').length - 1 } : each,
  );
  await writeFile(join(work, manifestFile), JSON.stringify({ ...manifest, tables }));
  const file = join(work, 'tampered.tar.gz');
  await tar.create({ file, cwd: work, gzip: true }, [manifestFile, 'tables', 'evidence']);
  return file;
}

// A restore makes every table anew; on a busy machine that takes its time.
describe('a backup', { timeout: 120_000 }, () => {
  test('restored into an empty database holds the same, to the byte', async () => {
    const empty = await aDatabase();
    await restoreBackup(empty, store(), backup, { replace: false }, silent);
    expect(await contentOf(empty)).toEqual(manifest.tables);
  });

  test('restored into a migrated database without a record holds the same', async () => {
    const migrated = await aDatabase({ template: templateName });
    await restoreBackup(migrated, store(), backup, { replace: false }, silent);
    expect(await contentOf(migrated)).toEqual(manifest.tables);
  });

  test('holds every file of evidence, as it was sent and as it is served, and puts each back into an empty store', async () => {
    expect(manifest.evidence).toHaveLength(3);
    const other = localStore(join(folder, 'another-store'));
    await restoreBackup(await aDatabase(), other, backup, { replace: false }, silent);
    for (const hash of manifest.evidence) expect(await other.get(hash)).toEqual(await store().get(hash));
  });

  test('says when the store lacks files that the record names', async () => {
    const said: string[] = [];
    const other = localStore(join(folder, 'an-empty-store'));
    const { evidence } = await writeBackup(databaseUrl, other, join(folder, 'lacking.tar.gz'), (line) =>
      said.push(line),
    );
    expect(evidence).toEqual([]);
    expect(said).toEqual([expect.stringContaining('lacks 3 of the 3 files of evidence')]);
  });

  test('whose evidence was changed is not used', async () => {
    const work = await mkdtemp(join(folder, 'forged-'));
    await tar.extract({ file: backup, cwd: work });
    await writeFile(join(work, 'evidence', manifest.evidence[0] ?? ''), 'another picture');
    const forged = join(work, 'forged.tar.gz');
    await tar.create({ file: forged, cwd: work, gzip: true }, [manifestFile, 'tables', 'evidence']);
    await expect(restoreBackup(await aDatabase(), store(), forged, { replace: false }, silent)).rejects.toThrow(
      'was changed or is damaged',
    );
  });

  test('of a record that began before a rule was made is restored, and the rule holds from then on', async () => {
    const old = await aDatabase();
    await restoreBackup(old, store(), backup, { replace: false }, silent);
    // As a migration leaves what was published before it.
    const rule = `alter table revision add constraint a_later_rule check (reason_kind <> 'first_publication') not valid`;
    await onDatabase(old, rule);
    const file = join(folder, 'before-a-rule.tar.gz');
    const { tables } = await writeBackup(old, store(), file, silent);

    await restoreBackup(old, store(), file, { replace: true }, silent);
    expect(await contentOf(old)).toEqual(tables);
    const again = `insert into revision select (jsonb_populate_record(r, '{"sequence": 999999}')).* from revision r limit 1`;
    await expect(onDatabase(old, again)).rejects.toThrow('a_later_rule');
  });

  test('leaves what the database refuses in force', async () => {
    const empty = await aDatabase();
    await restoreBackup(empty, store(), backup, { replace: false }, silent);
    const change = `update project_version set title = 'other'`;
    await expect(onDatabase(empty, change)).rejects.toThrow();
    await expect(onDatabase(empty, 'truncate project_version cascade')).rejects.toThrow();
  });

  test('does not replace a record unless it is told to', async () => {
    const used = await aDatabase();
    await restoreBackup(used, store(), backup, { replace: false }, silent);
    await expect(restoreBackup(used, store(), backup, { replace: false }, silent)).rejects.toThrow(
      'holds a record already',
    );
    await restoreBackup(used, store(), backup, { replace: true }, silent);
    expect(await contentOf(used)).toEqual(manifest.tables);
  });

  test('that breaks a reference changes nothing', async () => {
    const used = await aDatabase();
    await restoreBackup(used, store(), backup, { replace: false }, silent);
    const broken = await tampered('project', () => '');
    await expect(restoreBackup(used, store(), broken, { replace: true }, silent)).rejects.toThrow(
      'Nothing was changed',
    );
    expect(await contentOf(used)).toEqual(manifest.tables);
  });

  test('does not overwrite a file', async () => {
    await expect(writeBackup(databaseUrl, store(), backup, silent)).rejects.toThrow('exists already');
  });
});

async function onDatabase(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
