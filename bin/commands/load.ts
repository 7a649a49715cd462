import { parseArgs } from 'node:util';
import { loadArchive } from '@/server/archive/load-record';
import { Explained } from '@/server/embedded/explained';
import { env } from '@/server/env';
import { openStore } from '@/server/evidence/open-store';
import { type Command, say } from '../command';
import { withDatabase } from '../database';

export const load: Command = {
  summary: 'Build the record of an archive again, in an empty database.',
  help: `Usage: cornerstone load <archive>

Checks the folder against its manifest first, then puts the whole record in one transaction into a database that holds
none, or changes nothing: the same identifiers, changes, figures and times. The record can then go on. Accounts are in no
archive, so people are added anew. Start with CORNERSTONE_STARTER=none, or load before the first start, so that no
starter facts are in the way.`,
  async run(args) {
    const { positionals } = parseArgs({ args: [...args], options: {}, allowPositionals: true });
    const [folder, ...more] = positionals;
    if (!folder || more.length > 0) throw new Explained(load.help);
    const { facts, record } = await withDatabase(say, (databaseUrl) =>
      loadArchive(databaseUrl, openStore(env), folder, say),
    );
    say(`The record of ${facts.madeAt} is in place: ${record.head.revisionCount} published changes.`);
  },
};
