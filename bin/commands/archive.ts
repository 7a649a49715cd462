import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type ArchiveFolder, openArchiveFolder } from '@/server/archive/archive-folder';
import { loadRecord } from '@/server/archive/load-record';
import { writeEvidence } from '@/server/archive/write-evidence';
import { writeRecord } from '@/server/archive/write-record';
import { startCluster } from '@/server/embedded/cluster';
import { Explained } from '@/server/embedded/explained';
import { env, settle } from '@/server/env';
import { openStore } from '@/server/evidence/open-store';
import { buildIfStale } from '../build';
import { type Command, say } from '../command';
import { withDatabase } from '../database';
import { servePrivately } from '../private-pages';

export const archive: Command = {
  summary: 'Write the whole public record into a folder that needs no service.',
  help: `Usage: cornerstone archive <folder>

Writes everything that is public as it is at one moment: the pages in every language as files that open from a disk or
any web server, the tables, the evidence, and the record itself, from which "cornerstone load" builds it again. No
accounts, no drafts, and no number that is withheld are in it. Works while the service runs and while it does not. The
folder must be empty or not exist; it has its name only when everything is in it.

The pages are made from a database of their own, into which the record just written was loaded: so it is known that it
can be, and nothing else can get into them.`,
  async run(args) {
    const { positionals } = parseArgs({ args: [...args], options: {}, allowPositionals: true });
    const [target, ...more] = positionals;
    if (!target || more.length > 0) throw new Explained(archive.help);
    Object.assign(process.env, { NODE_ENV: 'production' });

    const folder = await openArchiveFolder(target);
    const undo = new Undo();
    undo.later(() => folder.discard());
    try {
      await buildIfStale(say);
      const { pages, files } = await withDatabase(say, (databaseUrl) => writeArchive(databaseUrl, folder, undo));
      say(`${target} holds ${pages} pages and ${files} files in all. Open index.html in it.`);
    } finally {
      await undo.now();
    }
  },
};

/** What was begun for this alone and is to be gone at the end, on Ctrl-C too: a database of its own, and half an archive. */
class Undo {
  readonly #acts: (() => Promise<void>)[] = [];
  #running: Promise<void> | null = null;

  constructor() {
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.once(name, () => {
        say('Stopping; no archive is left behind ...');
        void this.now().finally(() => process.exit(130));
      });
    }
  }

  later(act: () => Promise<void>): void {
    this.#acts.push(act);
  }

  now(): Promise<void> {
    return (this.#running ??= this.#all());
  }

  async #all(): Promise<void> {
    for (const act of this.#acts.reverse()) {
      await act().catch((error: unknown) => say(`While ending: ${String(error)}`));
    }
  }
}

async function writeArchive(
  databaseUrl: string,
  folder: ArchiveFolder,
  undo: Undo,
): Promise<{ pages: number; files: number }> {
  const asOf = new Date();
  say('Writing the record ...');
  const record = await writeRecord(databaseUrl, folder, say);
  const evidence = await writeEvidence(openStore(env), folder, say);

  say('Loading it again, into a database for this alone ...');
  const work = await mkdtemp(join(tmpdir(), 'cornerstone-archive-'));
  undo.later(() => rm(work, { recursive: true, force: true }));
  const quiet = () => {};
  const { databaseUrl: own, stop } = await startCluster(work, quiet);
  undo.later(stop);
  await loadRecord(own, null, { folder: folder.work, record }, quiet);
  settle({ DATABASE_URL: own });
  const served = await servePrivately();
  undo.later(() => served.close());
  const { writeSite } = await import('@/server/archive/write-site'); // asks with the database client, which is made above
  const facts = await writeSite(folder, { databaseUrl: own, served: served.address, record, evidence, asOf }, say);
  await folder.seal(facts);
  return { pages: facts.pages, files: folder.files().length };
}
