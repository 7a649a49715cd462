import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { databaseUrlOf, readEmbedded } from '@/server/embedded/data-directory';
import { dataIn } from '@/server/embedded/initialise';
import { runningPostmaster } from '@/server/embedded/postmaster';
import { cleanEnvironment } from '@/tools/service';
import { insist } from './check';

export interface Journal {
  readonly begun: readonly string[];
  readonly acknowledged: readonly string[];
}

export interface Writers {
  /** Ends them in order and reads what they kept. */
  end(): Promise<Journal>;
}

let started = 0;

/** Two writers at once, each with a journal of its own; they go on when the database dies and comes back. */
export async function startWriters(checkout: string, data: string, folder: string): Promise<Writers> {
  const databaseUrl = embeddedUrl(data);
  const running = [1, 2].map(() => {
    started += 1;
    const name = `writer-${process.pid}-${started}`;
    const journal = join(folder, `${name}.journal`);
    const child = spawn(process.execPath, ['bin/run-ts', 'proof/writer.ts', databaseUrl, journal, name], {
      cwd: checkout,
      env: cleanEnvironment({ CORNERSTONE_DATA_DIR: data }),
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', (text: Buffer) => (said += text.toString()));
    return { child, journal, said: () => said };
  });
  for (const { child, journal, said } of running) await hasBegun(child, journal, said);
  return {
    async end() {
      for (const { child } of running) child.kill('SIGTERM');
      for (const { child } of running)
        if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
      const lines = running.flatMap(({ journal }) => readFileSync(journal, 'utf8').split('\n'));
      const refused = lines.find((line) => line.startsWith('refused'));
      insist(refused === undefined, `A writer was refused: ${refused}`);
      const after = (word: string) =>
        lines.flatMap((line) => (line.startsWith(`${word} `) ? line.slice(word.length + 1) : []));
      return { begun: after('begins'), acknowledged: after('acknowledged') };
    },
  };
}

async function hasBegun(child: ChildProcess, journal: string, said: () => string): Promise<void> {
  for (let waited = 0; !existsSync(journal) || !readFileSync(journal, 'utf8').includes('acknowledged'); waited += 50) {
    insist(child.exitCode === null && waited < 60_000, `A writer does not write: ${said()}`);
    await sleep(50);
  }
}

export function embeddedUrl(data: string): string {
  const embedded = readEmbedded(data);
  insist(embedded !== null, `${data} holds no embedded database`);
  return databaseUrlOf(embedded);
}

/** The number of the embedded PostgreSQL's first process; null when none runs. */
export function postgresqlOf(data: string): number | null {
  const embedded = readEmbedded(data);
  return (embedded && runningPostmaster(dataIn(embedded))?.pid) ?? null;
}

/** What of a journal the record lacks; throws when the history has a gap or a half publication. */
export async function missingFrom(data: string, { begun, acknowledged }: Journal): Promise<readonly string[]> {
  const client = await connectOnceItRecovered(data);
  try {
    const { rows } = await client.query<{ is_whole: boolean; says: string }>(`
      select count(*) = head.revision_count and count(*) = coalesce(max(sequence), 0) and count(distinct sequence) = count(*)
          and min(sequence) = 1 as is_whole,
        format('%s revisions, last %s, head %s', count(*), max(sequence), head.revision_count) as says
      from record_head head left join revision on true group by head.revision_count`);
    insist(rows[0]?.is_whole === true, `The history has a gap: ${rows[0]?.says}`);
    const halves = await client.query(`
      select r.slug from revision r full join source_version v on v.revision_id = r.id
      where (r.id is null or v.id is null) and coalesce(r.kind, 'source') = 'source'`);
    insist(halves.rowCount === 0, `${halves.rowCount} publications are half there`);
    const found = await client.query<{ slug: string }>('select slug from source_version where slug = any ($1)', [
      begun,
    ]);
    const there = new Set(found.rows.map(({ slug }) => slug));
    return acknowledged.filter((slug) => !there.has(slug));
  } finally {
    await client.end();
  }
}

/** The service can still have been called ready from before the kill while PostgreSQL replays what it had written. */
async function connectOnceItRecovered(data: string): Promise<pg.Client> {
  const patienceMs = 60_000;
  for (const givenUpAt = Date.now() + patienceMs; ; ) {
    const client = new pg.Client({ connectionString: embeddedUrl(data) });
    client.on('error', () => {}); // the next query fails too, and says why
    try {
      await client.connect();
      return client;
    } catch (error) {
      if (Date.now() > givenUpAt) throw error;
      await sleep(200);
    }
  }
}
