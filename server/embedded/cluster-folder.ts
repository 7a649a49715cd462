import { createHash } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Account, accountFor, canEnter } from './account';
import { type Embedded, newSecret, readEmbedded, rememberEmbedded } from './data-directory';
import { Explained, type Report } from './explained';
import { freePort } from './free-port';

export interface Place {
  readonly account: Account;
  readonly embedded: Embedded;
}

/** Where the cluster is, or will be, and whom it runs as. What was once chosen is kept. */
export async function chooseClusterFolder(dataDirectory: string, report: Report): Promise<Place> {
  const known = readEmbedded(dataDirectory);
  if (known) {
    if (!existsSync(known.folder)) throw new Explained(explainMissing(dataDirectory, known.folder));
    return { account: accountFor(known.folder, report), embedded: known };
  }

  const inside = join(dataDirectory, 'postgresql');
  const account = accountFor(inside, report);
  const folder = canPass(account, dataDirectory) ? inside : outside(dataDirectory);
  if (folder !== inside) {
    report(`PostgreSQL runs as ${account.name}, which cannot enter ${dataDirectory}: its data will be in ${folder}.`);
  }
  make(folder, account);
  const embedded = { folder, port: await freePort(), password: newSecret() };
  rememberEmbedded(dataDirectory, embedded);
  return { account, embedded };
}

/**
 * Root's own data directory may be made passable: the files in it that are nobody's business are closed themselves. The
 * folders above it are not ours to open.
 */
function canPass(account: Account, dataDirectory: string): boolean {
  if (canEnter(account, dataDirectory)) return true;
  const { mode } = statSync(dataDirectory);
  chmodSync(dataDirectory, mode | 0o011);
  if (canEnter(account, dataDirectory)) return true;
  chmodSync(dataDirectory, mode);
  return false;
}

/** A home of mode 700 keeps PostgreSQL's account out; this folder is the system's place for the data of a service. */
function outside(dataDirectory: string): string {
  const name = createHash('sha256').update(dataDirectory).digest('hex').slice(0, 12);
  return join('/var/lib/cornerstone', name);
}

function make(folder: string, account: Account): void {
  try {
    mkdirSync(folder, { recursive: true, mode: account.ids ? 0o755 : 0o700 });
    if (account.ids) chownSync(folder, account.ids.uid, account.ids.gid);
  } catch (error) {
    throw new Explained(
      `The folder for the database cannot be made: ${String(error)}. Name another in CORNERSTONE_DATA_DIR.`,
    );
  }
  if (canEnter(account, folder)) return;
  throw new Explained(
    `${account.name} cannot enter ${folder}. Name a data directory outside private folders in CORNERSTONE_DATA_DIR.`,
  );
}

function explainMissing(dataDirectory: string, folder: string): string {
  return (
    `The database of ${dataDirectory} is kept in ${folder}, which is not there. Bring it back, or, to begin again with ` +
    `an empty one, remove ${join(dataDirectory, 'postgresql.json')}.`
  );
}
