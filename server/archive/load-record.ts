import 'server-only';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { evidencePath, type Variant } from '@/domain/evidence/upload';
import { quoted, quotedList, readTables } from '../backup/catalogue';
import { openLongConnection } from '../backup/long-connection';
import { prepareTables } from '../backup/prepare-tables';
import { Explained, type Report } from '../embedded/explained';
import { migrate } from '../embedded/migrate';
import { hashOfBytes } from '../evidence/hash-of-bytes';
import type { EvidenceStore } from '../evidence/store';
import { type RecordFacts, rowsFile } from './archive-manifest';
import { linesOf } from './lines';
import { type OpenArchive, openArchive } from './open-archive';
import { makePlaceholders, placeholderId } from './placeholders';
import { publicTables } from './public-tables';
import { publicColumns } from './write-record';

/** Rebuilds the record of an archive in a database that holds none, or, when anything is not in order, changes nothing. */
export async function loadArchive(
  databaseUrl: string,
  store: EvidenceStore | null,
  folder: string,
  report: Report,
): Promise<OpenArchive> {
  const archive = await openArchive(folder, report);
  await loadRecord(databaseUrl, store, archive, report);
  return archive;
}

/** The same for an archive that was checked, or is just being written. */
export async function loadRecord(
  databaseUrl: string,
  store: EvidenceStore | null,
  { folder, record }: Pick<OpenArchive, 'folder' | 'record'>,
  report: Report,
): Promise<void> {
  await prepareTables(databaseUrl, record, 'archive');
  // Before the rows that name them; without those rows nobody sees them.
  if (store) await keepEvidence(store, folder, report);
  await putIn(databaseUrl, folder, record, report);
  await migrate(databaseUrl);
}

/** Files that the operator had taken away are not in the archive; the record goes on naming them. */
async function keepEvidence(store: EvidenceStore, folder: string, report: Report): Promise<void> {
  let missing = 0;
  const keep = async (hash: string, named: string, variant: Variant) => {
    const bytes = await readFile(join(folder, evidencePath(named, variant))).catch(() => null);
    if (!bytes) missing += 1;
    else if (hashOfBytes(bytes) === hash) await store.put(bytes);
    else throw new Explained(`Nothing was changed. The evidence ${named} is not what its name says.`);
  };
  for await (const line of linesOf(createReadStream(join(folder, rowsFile('evidence_file')), 'utf8'))) {
    const { hash, small_hash: small } = JSON.parse(line) as { hash: string; small_hash: string | null }; // ours, by its hash
    await keep(hash, hash, small ? 'large.jpg' : 'document.pdf');
    if (small) await keep(small, hash, 'small.jpg');
  }
  if (missing > 0) report(`The archive lacks ${missing} files of evidence that its record names.`);
}

async function putIn(databaseUrl: string, folder: string, record: RecordFacts, report: Report): Promise<void> {
  const client = await openLongConnection(databaseUrl);
  try {
    await client.query('begin');
    await client.query(`set local lock_timeout = '60s'`);
    await client.query(`set local timezone = 'UTC'`);
    await refuseToOverwrite(client);
    await refuseOtherTables(client, record);

    const putBack = await putAsideLaterRules(client);
    await readNames(client, folder, record);
    await makePlaceholders(client);
    for (const table of record.tables) await loadTable(client, folder, table, report);
    await putBack();
    await client.query('update record_head set revision_count = $1, last_published_at = $2', [
      record.head.revisionCount,
      record.head.lastPublishedAt,
    ]);
    await refuseWhatDoesNotFit(client);
    await client.query(`
      insert into audit_event (id, verb, subject, details)
      select gen_random_uuid(), 'record.loaded', 'record', jsonb_build_object('revisions', revision_count) from record_head`);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => {});
    if (error instanceof pg.DatabaseError)
      throw new Explained(`Nothing was changed. PostgreSQL refused the archive: ${error.message}`);
    throw error;
  } finally {
    client.end().catch(() => {});
  }
}

/** Who publishes at the same time waits for the head, and then finds the record in place. */
async function refuseToOverwrite(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ isUsed: boolean }>(
    'select revision_count > 0 as "isUsed" from record_head where id = 1 for update',
  );
  if (!rows[0]?.isUsed) return;
  throw new Explained(
    'The database holds a record already, and nothing was changed. An archive is loaded into an empty one: an empty ' +
      'CORNERSTONE_DATA_DIR, or a new database in DATABASE_URL.',
  );
}

async function refuseOtherTables(client: pg.Client, { tables }: RecordFacts): Promise<void> {
  const here = new Map((await readTables(client)).map((table) => [table.name, table]));
  for (const table of publicTables) {
    const known = here.get(table.name);
    if (!known) continue; // made by a later release than the archive
    const given = tables.find(({ name }) => name === table.name);
    if (!given) throw new Explained(`Nothing was changed. The archive lacks the table ${table.name}.`);
    if ([...publicColumns(table, known)].sort().join() !== [...given.columns].sort().join())
      throw new Explained(`Nothing was changed. Table ${table.name} has other columns than in the archive.`);
  }
  const unknown = tables.find(({ name }) => !publicTables.some((table) => table.name === name));
  if (unknown)
    throw new Explained(`Nothing was changed. The archive has a table ${unknown.name} that is not known here.`);
}

/**
 * What was published before a rule was made need not keep it: CHECKs that are NOT VALID, and the rule that who verified is
 * named. Everything else that the database refuses, it refuses here too.
 */
async function putAsideLaterRules(client: pg.Client): Promise<() => Promise<void>> {
  const { rows: checks } = await client.query<{ table: string; name: string; definition: string }>(`
    select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(oid) as definition
    from pg_constraint
    where contype = 'c' and not convalidated and connamespace = 'public'::regnamespace order by 1, 2`);
  const { rows: triggers } = await client.query<{ table: string; name: string }>(`
    select tgrelid::regclass::text as table, tgname as name from pg_trigger
    where tgname = 'who_verified_is_named' order by 1`);
  for (const { table, name } of checks) await client.query(`alter table ${table} drop constraint ${quoted(name)}`);
  for (const { table, name } of triggers) await client.query(`alter table ${table} disable trigger ${quoted(name)}`);
  return async () => {
    await client.query('set constraints all immediate');
    for (const { table, name, definition } of checks) {
      await client.query(`alter table ${table} add constraint ${quoted(name)} ${definition}`);
    }
    for (const { table, name } of triggers) await client.query(`alter table ${table} enable trigger ${quoted(name)}`);
  };
}

/** The agreed names come before the revisions, whose accounts they decide. */
async function readNames(client: pg.Client, folder: string, record: RecordFacts): Promise<void> {
  await client.query(
    'create temporary table named (revision_id uuid primary key, submitted_by_name text, approved_by_name text) on commit drop',
  );
  const table = record.tables.find(({ name }) => name === 'revision_name');
  if (!table) return;
  for await (const rows of batchesOf(join(folder, rowsFile(table.name)))) {
    await client.query('insert into named select * from json_populate_recordset(null::named, $1::json)', [rows]);
  }
}

/** What an archive does not say of a row, and the database wants. */
const given: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  revision: {
    submitted_by_id: placeholderId('submitted', '(select n.submitted_by_name from named n where n.revision_id = r.id)'),
    approved_by_id: placeholderId('approved', '(select n.approved_by_name from named n where n.revision_id = r.id)'),
  },
  submission: {
    title: `'Published before the record was loaded from its archive'`,
    state: `'approved'`,
    content_hash: `'not in the archive'`,
    author_id: placeholderId('submitted', 'null'),
    reviewer_id: placeholderId('approved', 'null'),
    created_at: 'r.decided_at',
    updated_at: 'r.decided_at',
    submitted_at: 'r.decided_at',
  },
  evidence_file: { uploaded_by_id: placeholderId('submitted', 'null') },
};

async function loadTable(
  client: pg.Client,
  folder: string,
  { name, columns, rows }: RecordFacts['tables'][number],
  report: Report,
): Promise<void> {
  const more = Object.entries(given[name] ?? {});
  const statement = `insert into public.${quoted(name)} (${quotedList([...columns, ...more.map(([column]) => column)])})
    select ${[...columns.map((column) => `r.${quoted(column)}`), ...more.map(([, value]) => value)].join(', ')}
    from json_populate_recordset(null::public.${quoted(name)}, $1::json) as r`;
  let loaded = 0;
  for await (const batch of batchesOf(join(folder, rowsFile(name)))) {
    loaded += (await client.query(statement, [batch])).rowCount ?? 0;
  }
  if (loaded !== rows)
    throw new Explained(`Nothing was changed. Table ${name} has ${loaded} rows in the archive instead of ${rows}.`);
  if (rows >= 100_000) report(`  ${name}: ${rows} rows`);
}

/** What the database cannot refuse row by row: gaps, and a head, a version or a count that stands alone. */
async function refuseWhatDoesNotFit(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ because: string }>(`
    select 'its revisions are not numbered from one without gaps' as because
    from (select count(*) as count, coalesce(min(sequence), 1) as first, coalesce(max(sequence), 0) as last from revision) r, record_head h
    where r.first <> 1 or r.last <> r.count or r.last <> h.revision_count
    union all
    select 'its head is not of its last revision' from record_head
    where last_published_at is distinct from (select max(published_at) from revision)
    union all
    select 'a count stands in it without a decision on what is shown' where exists (
      select from resettlement_version v where not exists (select from resettlement_disclosure d where d.version_id = v.id))`);
  const { rows: kinds } = await client.query<{ table: string }>(
    `select c.relname as table from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname ~ '_version$'`,
  );
  const versions = kinds
    .map(({ table }) => `select revision_id, published_at from public.${quoted(table)}`)
    .join(' union all ');
  const { rows: alone } = await client.query<{ because: string }>(`
    select 'its revisions and its versions do not belong together' as because
    where (select count(*) from revision) <> (select count(*) from (${versions}) v join revision r on r.id = v.revision_id and r.published_at = v.published_at)`);
  const [wrong] = [...rows, ...alone];
  if (wrong) throw new Explained(`Nothing was changed. The archive cannot be loaded: ${wrong.because}.`);
}

/** JSON lists of some thousand lines each, for PostgreSQL to read: no number goes through JavaScript. */
async function* batchesOf(file: string): AsyncGenerator<string> {
  let lines: string[] = [];
  for await (const line of linesOf(createReadStream(file, 'utf8'))) {
    lines.push(line);
    if (lines.length < 1000) continue;
    yield `[${lines.join(',')}]`;
    lines = [];
  }
  if (lines.length > 0) yield `[${lines.join(',')}]`;
}
