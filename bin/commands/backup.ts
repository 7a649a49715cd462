import { parseArgs } from 'node:util';
import { writeBackup } from '@/server/backup/write-backup';
import { Explained } from '@/server/embedded/explained';
import { env } from '@/server/env';
import { openStore } from '@/server/evidence/open-store';
import { type Command, say } from '../command';
import { withDatabase } from '../database';

export const backup: Command = {
  summary: 'Write the whole record into one file.',
  help: `Usage: cornerstone backup <file>

Writes everything the database holds, as it is at one moment, and every file of evidence, into a gzipped tar file with a
manifest: readable by its owner only, because accounts are in it. Works while the service runs. An existing file is not
overwritten.`,
  async run(args) {
    const { positionals } = parseArgs({ args: [...args], options: {}, allowPositionals: true });
    const [file, ...more] = positionals;
    if (!file || more.length > 0) throw new Explained(backup.help);
    const { tables, evidence } = await withDatabase(say, (databaseUrl) =>
      writeBackup(databaseUrl, openStore(env), file, say),
    );
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    say(`${file} holds ${rows} rows of ${tables.length} tables and ${evidence.length} files of evidence.`);
  },
};
