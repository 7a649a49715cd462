import { parseArgs } from 'node:util';
import { restoreBackup } from '@/server/backup/restore-backup';
import { Explained } from '@/server/embedded/explained';
import { env } from '@/server/env';
import { openStore } from '@/server/evidence/open-store';
import { type Command, say } from '../command';
import { withDatabase } from '../database';

export const restore: Command = {
  summary: 'Put a backup in place of what the database holds.',
  help: `Usage: cornerstone restore <file> [--replace]

Checks the file first, then puts everything in one transaction into an empty database, or changes nothing. Works while
the service runs; its pages show the restored record within five seconds.

  --replace   do it although the database holds a record; what it holds is lost, so make a backup first`,
  async run(args) {
    const { positionals, values } = parseArgs({
      args: [...args],
      options: { replace: { type: 'boolean', default: false } },
      allowPositionals: true,
    });
    const [file, ...more] = positionals;
    if (!file || more.length > 0) throw new Explained(restore.help);
    const { madeAt, tables, evidence } = await withDatabase(say, (databaseUrl) =>
      restoreBackup(databaseUrl, openStore(env), file, values, say),
    );
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    say(
      `The record of ${madeAt} is in place: ${rows} rows of ${tables.length} tables and ${evidence.length} files of evidence.`,
    );
  },
};
