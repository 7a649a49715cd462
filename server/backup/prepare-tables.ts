import { Explained } from '../embedded/explained';
import { migrate, readApplied, readMigrations } from '../embedded/migrate';
import { checkMigrations, type Manifest } from './manifest';

/** What is put in: `backup` is restored, `archive` is loaded. */
export type PutIn = 'backup' | 'archive';
const verbs: Readonly<Record<PutIn, { readonly done: string; readonly way: string }>> = {
  backup: { done: 'restored', way: 'Restore' },
  archive: { done: 'loaded', way: 'Load' },
};

/** The tables must be those that it was made from: an empty database gets its migrations first. */
export async function prepareTables(
  databaseUrl: string,
  made: Pick<Manifest, 'migrations'>,
  what: PutIn,
): Promise<void> {
  const { done, way } = verbs[what];
  const ours = readMigrations();
  const known = checkMigrations(made, ours);
  if (!known.ok) throw new Explained(`The ${what} cannot be ${done} here: ${known.problem.because}.`);

  const applied = await readApplied(databaseUrl);
  if (applied.length === 0) {
    await migrate(databaseUrl, ours.slice(0, made.migrations.length));
  } else if (applied.length !== made.migrations.length) {
    throw new Explained(
      `The ${what} was made at an earlier state of the tables (${made.migrations.length} migrations, here are ${applied.length}). ` +
        `${way} it into an empty database: an empty CORNERSTONE_DATA_DIR, or a new database in DATABASE_URL.`,
    );
  }
}
