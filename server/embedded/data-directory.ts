import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import * as z from 'zod';
import { isRoot } from './account';
import { Explained } from './explained';
import { codeOf } from './processes';

const embedded = z.object({
  /** Where the cluster is: usually inside the data directory, elsewhere when PostgreSQL's account cannot enter that. */
  folder: z.string(),
  port: z.number(),
  password: z.string(),
});
/** What must be remembered of the embedded PostgreSQL between two starts. */
export type Embedded = z.infer<typeof embedded>;

export const userName = 'cornerstone';
export const databaseName = 'cornerstone';

/** Makes the data directory where it is missing. Root's stays passable, because PostgreSQL's account has to get through. */
export function makeDataDirectory(path: string): void {
  if (existsSync(path)) return;
  try {
    mkdirSync(path, { recursive: true });
    chmodSync(path, isRoot() ? 0o711 : 0o700);
  } catch (error) {
    throw new Explained(
      `The data directory ${path} cannot be made: ${String(error)}. Name another in CORNERSTONE_DATA_DIR.`,
    );
  }
}

export const lockIn = (dataDirectory: string) => join(dataDirectory, 'running.json');

export function readEmbedded(dataDirectory: string): Embedded | null {
  const text = readIfThere(embeddedIn(dataDirectory));
  if (text === null) return null;
  const kept = embedded.parse(JSON.parse(text));
  return { ...kept, folder: resolve(dataDirectory, kept.folder) };
}

export function rememberEmbedded(dataDirectory: string, value: Embedded): void {
  // Relative where it can be, so that a data directory can be moved as a whole.
  const inside = relative(dataDirectory, value.folder);
  const kept = { ...value, folder: inside.startsWith('..') ? value.folder : inside };
  writePrivately(embeddedIn(dataDirectory), `${JSON.stringify(kept, null, 2)}\n`);
}

export function databaseUrlOf({ port, password }: Embedded): string {
  return `postgresql://${userName}:${encodeURIComponent(password)}@127.0.0.1:${port}/${databaseName}`;
}

/** The secret that signs sessions: made once, kept for ever, readable by its owner only. */
export function keptSecret(dataDirectory: string): string {
  makeDataDirectory(dataDirectory);
  const file = join(dataDirectory, 'session-secret');
  const kept = readIfThere(file)?.trim();
  if (kept) return kept;
  const made = newSecret();
  writePrivately(file, `${made}\n`);
  return made;
}

export const newSecret = () => randomBytes(32).toString('hex');

const embeddedIn = (dataDirectory: string) => join(dataDirectory, 'postgresql.json');

/**
 * Written beside and renamed, so that a crash leaves the old file or the new one. Root leaves it to whom the directory
 * belongs, who could not start again otherwise.
 */
function writePrivately(file: string, text: string): void {
  writeFileSync(`${file}.new`, text, { mode: 0o600 });
  if (isRoot()) {
    const { uid, gid } = statSync(dirname(file));
    chownSync(`${file}.new`, uid, gid);
  }
  renameSync(`${file}.new`, file);
}

function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    if (codeOf(error) === 'EACCES')
      throw new Explained(`${file} belongs to someone else. Start as the user who started first.`);
    throw error;
  }
}
