import { parseArgs } from 'node:util';
import { migrate as applyMigrations } from '@/server/embedded/migrate';
import { type Command, say } from '../command';
import { withDatabase } from '../database';

export const migrate: Command = {
  summary: 'Apply the migrations that the database lacks.',
  help: `Usage: cornerstone migrate

Applies the migrations of this release that the database lacks. "cornerstone start" does it too.`,
  async run(args) {
    parseArgs({ args: [...args], options: {} });
    const { applied } = await withDatabase(say, (databaseUrl) => applyMigrations(databaseUrl));
    say(applied === 0 ? 'The database is up to date.' : `${applied} migrations applied.`);
  },
};
