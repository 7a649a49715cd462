import { parseArgs } from 'node:util';
import { keepRunning } from '@/server/embedded/keep-running';
import { migrate, readMigrations } from '@/server/embedded/migrate';
import { findsLettersOfEveryAlphabet } from '@/server/embedded/search-check';
import { baseUrl, env } from '@/server/env';
import { deliverWebhooks } from '@/server/webhooks/deliver';
import { buildIfStale, generateClientIfStale } from '../build';
import { type Command, say } from '../command';
import { openDatabase, takeDataDirectory } from '../database';
import { inviteFirstAdministrator, loadStarterFactsIfEmpty } from '../first-start';
import { openFront, servePages } from '../serve';
import { prepareShutdown, type Shutdown } from '../shutdown';

export const start: Command = {
  summary: 'Build if needed, bring up the database, and serve the pages.',
  help: `Usage: cornerstone start [--dev]

Builds the pages if they changed, brings up the database, applies migrations, loads the starter facts into an empty
record, and serves. Ctrl-C or SIGTERM stops everything in order.

  --dev   serve the pages from their sources and show changes at once; nothing is kept in a cache`,
  async run(args) {
    const { values } = parseArgs({ args: [...args], options: { dev: { type: 'boolean', default: false } } });
    Object.assign(process.env, { NODE_ENV: values.dev ? 'development' : 'production' });

    const shutdown = prepareShutdown(say);
    try {
      await bringUp(values.dev, shutdown);
    } catch (error) {
      if (shutdown.signal.aborted) return; // what was under way fails when the service is told to stop
      await shutdown.now();
      throw error;
    }
  },
};

async function bringUp(isDevelopment: boolean, shutdown: Shutdown): Promise<void> {
  const lock = takeDataDirectory(`serving ${baseUrl()}`);
  shutdown.later(() => lock.release());
  const front = await openFront(isDevelopment);
  const closeFront = () => front.close(20_000);
  shutdown.later(closeFront);

  if (isDevelopment) await generateClientIfStale(say, shutdown.signal);
  else await buildIfStale(say, shutdown.signal);

  const { databaseUrl, cluster } = await openDatabase(say);
  // Undone in reverse: first the pages are closed, then the watch over the database, then the database.
  if (cluster) shutdown.later(() => cluster.stop());
  if (cluster) shutdown.later(keepRunning(cluster, say));
  shutdown.later(closeFront);

  const migrations = readMigrations();
  const { applied } = await migrate(databaseUrl, migrations);
  if (applied > 0) say(`${applied} migrations applied.`);
  if (!(await findsLettersOfEveryAlphabet(databaseUrl))) {
    say(
      'Search will be weak: this PostgreSQL was made with a locale that knows no letters outside the Latin alphabet.',
    );
  }
  await loadStarterFactsIfEmpty(databaseUrl, say);
  const invitation = await inviteFirstAdministrator();

  await servePages({ front, isDevelopment, databaseUrl, migrations });
  const webhooks = deliverWebhooks({
    databaseUrl,
    mayBePrivate: env.CORNERSTONE_WEBHOOKS_PRIVATE === 'yes',
    report: say,
  });
  shutdown.later(() => webhooks.stop());
  say(`Serving ${baseUrl()}`);
  if (invitation) say(invitation);
}
