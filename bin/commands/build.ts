import { parseArgs } from 'node:util';
import { buildIfStale } from '../build';
import { type Command, say } from '../command';

export const build: Command = {
  summary: 'Build the pages, if they changed since they were last built.',
  help: `Usage: cornerstone build

Generates the database client and builds the pages, each only when its sources changed since. "cornerstone start" does
it too. No database is needed.`,
  async run(args) {
    parseArgs({ args: [...args], options: {} });
    const built = await buildIfStale(say);
    if (!built) say('The pages are built already.');
  },
};
