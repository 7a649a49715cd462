import 'server-only';
import { createRequire } from 'node:module';
import { Readable } from 'node:stream';
import type pg from 'pg';
import { quoted, readTables, type Table } from '../backup/catalogue';
import { openLongConnection } from '../backup/long-connection';
import type { Report } from '../embedded/explained';
import { appliedMigrations, type Migration } from '../embedded/migrate';
import type { ArchiveFolder } from './archive-folder';
import { type RecordFacts, recordFile, rowsFile } from './archive-manifest';
import { recordReadme } from './record-readme';
import { type PublicTable, publicTables } from './public-tables';

/** Writes the public record into `record/`, as it is at one moment, while the service goes on. */
export async function writeRecord(databaseUrl: string, folder: ArchiveFolder, report: Report): Promise<RecordFacts> {
  const client = await openLongConnection(databaseUrl);
  try {
    await client.query('begin transaction isolation level repeatable read read only');
    await client.query(`set local timezone = 'UTC'`);
    await client.query(`set local search_path = public`);
    const { rows: migrations } = await client.query<Migration>(appliedMigrations);
    const columnsOf = new Map((await readTables(client)).map((table) => [table.name, table]));
    const tables: RecordFacts['tables'] = [];
    for (const table of publicTables) {
      tables.push(await writeTable(client, folder, table, columnsOf.get(table.name), report));
    }
    const facts: RecordFacts = {
      format: 1,
      madeBy: `cornerstone ${ownVersion()}`,
      migrations: [...migrations],
      head: await readHead(client),
      tables,
    };
    await client.query('commit');
    await folder.write(recordFile, `${JSON.stringify(facts, null, 2)}\n`);
    await folder.write('record/README.md', recordReadme(facts));
    return facts;
  } finally {
    client.end().catch(() => {});
  }
}

async function writeTable(
  client: pg.Client,
  folder: ArchiveFolder,
  table: PublicTable,
  known: Table | undefined,
  report: Report,
): Promise<RecordFacts['tables'][number]> {
  if (!known) throw new Error(`The database has no table ${table.name}`);
  const columns = publicColumns(table, known);
  const chosen = columns.map((column) => `${table.instead[column] ?? quoted(column)} as ${quoted(column)}`).join(', ');
  const query = `select row_to_json(r)::text as line from (select ${chosen} from ${table.from} as t) as r
    order by ${table.order}`;
  let rows = 0;
  const lines = async function* () {
    for await (const batch of batches(client, query)) {
      rows += batch.length;
      yield `${batch.join('\n')}\n`;
    }
  };
  await folder.write(rowsFile(table.name), Readable.from(lines()));
  if (rows >= 100_000) report(`  ${table.name}: ${rows} rows`);
  return { name: table.name, columns: [...columns], rows };
}

export const publicColumns = ({ only, leftOut }: PublicTable, { columns }: Table): readonly string[] =>
  columns.filter((column) => (only ? only.includes(column) : !leftOut.includes(column)));

/** A few thousand lines at a time: no table is ever held whole. */
async function* batches(client: pg.Client, query: string): AsyncGenerator<readonly string[]> {
  await client.query(`declare of_the_archive no scroll cursor for ${query}`);
  for (;;) {
    const { rows } = await client.query<{ line: string }>('fetch 2000 from of_the_archive');
    if (rows.length === 0) break;
    yield rows.map(({ line }) => line);
  }
  await client.query('close of_the_archive');
}

async function readHead(client: pg.Client): Promise<RecordFacts['head']> {
  const { rows } = await client.query<{ count: string; last: string | null }>(
    `select revision_count::text as count, to_json(last_published_at) #>> '{}' as last from record_head`,
  );
  return { revisionCount: Number(rows[0]?.count ?? 0), lastPublishedAt: rows[0]?.last ?? null };
}

export function ownVersion(): string {
  const { version } = createRequire(import.meta.url)('../../package.json') as { version: string }; // our own file
  return version;
}
