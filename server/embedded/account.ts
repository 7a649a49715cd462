import { spawnSync, type SpawnOptions } from 'node:child_process';
import { statSync } from 'node:fs';
import type { Report } from './explained';

/** Whom PostgreSQL runs as. It refuses to run as root, so root lends it an account of its own. */
export interface Account {
  readonly name: string;
  /** Absent when PostgreSQL runs as whoever started Cornerstone. */
  readonly ids: { readonly uid: number; readonly gid: number } | null;
}

/** The owner of the data when there are data, else `postgres`, which is made where it is missing. */
export function accountFor(clusterFolder: string, report: Report): Account {
  if (!isRoot()) return { name: 'this user', ids: null };
  const owner = ownerOf(clusterFolder);
  if (owner && owner.uid !== 0) return { name: `the owner of ${clusterFolder}`, ids: owner };

  const known = find('postgres');
  if (known) return known;
  report('PostgreSQL does not run as root: making a system account "postgres" for it.');
  spawnSync('groupadd', ['--system', 'postgres']);
  spawnSync('useradd', ['--system', '--gid', 'postgres', '--no-create-home', '--shell', '/bin/false', 'postgres']);
  const made = find('postgres') ?? find('nobody');
  if (!made) throw new Error('There is no account "postgres" or "nobody" that PostgreSQL could run as.');
  return made;
}

export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/** How to spawn something as this account. The working folder may be one it cannot enter, so it gets another. */
export function as(account: Account): Pick<SpawnOptions, 'uid' | 'gid' | 'cwd'> {
  return { ...account.ids, cwd: '/' };
}

/** Can this account enter the folder? Asked of the system itself, because modes do not tell everything. */
export function canEnter(account: Account, folder: string): boolean {
  if (!account.ids) return true;
  return spawnSync('/bin/sh', ['-c', 'test -x "$0"', folder], as(account)).status === 0;
}

function ownerOf(folder: string): { uid: number; gid: number } | null {
  try {
    const { uid, gid } = statSync(folder);
    return { uid, gid };
  } catch {
    return null;
  }
}

function find(name: string): Account | null {
  const ask = (flag: string) => {
    const { status, stdout } = spawnSync('id', [flag, name], { encoding: 'utf8' });
    return status === 0 ? Number(stdout.trim()) : null;
  };
  const uid = ask('-u');
  const gid = ask('-g');
  return uid === null || gid === null ? null : { name, ids: { uid, gid } };
}
