import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Account, as } from './account';
import { type Embedded, userName } from './data-directory';
import { Explained, type Report } from './explained';
import type { Software } from './software';

export const dataIn = ({ folder }: Embedded) => join(folder, 'data');

/** Makes the cluster once. A first start that was killed half way leaves nothing that a later one would trust. */
export function initialiseOnce(software: Software, account: Account, embedded: Embedded, report: Report): void {
  const data = dataIn(embedded);
  const version = join(data, 'PG_VERSION');
  if (existsSync(version)) return refuseOtherVersion(software, account, readFileSync(version, 'utf8').trim());

  report(`Making the database in ${embedded.folder} ...`);
  const unfinished = `${data}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  const passwordFile = writePasswordFile(account, embedded.password);
  try {
    // Letters of every alphabet fold and sort alike on every machine. pg_trgm asks the C library, hence its locale too.
    const [first, second] = ['C.UTF-8', 'C'].map(
      (locale) => () => initdb(software, account, unfinished, passwordFile, locale),
    );
    const failure = first?.() && second?.();
    if (failure) throw new Explained(`The database could not be made:\n${failure}`);
  } finally {
    rmSync(passwordFile.folder, { recursive: true });
  }
  renameSync(unfinished, data);
}

interface PasswordFile {
  readonly folder: string;
  readonly path: string;
}

/** Null when it worked, else what initdb said. */
function initdb(
  software: Software,
  account: Account,
  data: string,
  password: PasswordFile,
  locale: string,
): string | null {
  const flags = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', `--locale=${locale}`];
  const { status, stdout, stderr, error } = spawnSync(
    software.initdb,
    [
      `--pgdata=${data}`,
      `--username=${userName}`,
      `--pwfile=${password.path}`,
      '--auth=scram-sha-256',
      '--no-instructions',
      ...flags,
    ],
    { ...as(account), encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } },
  );
  if (status === 0) return null;
  rmSync(data, { recursive: true, force: true });
  return error?.message ?? `${stdout}${stderr}`.trim();
}

function writePasswordFile(account: Account, password: string): PasswordFile {
  const folder = mkdtempSync(join(tmpdir(), 'cornerstone-'));
  const path = join(folder, 'password');
  writeFileSync(path, `${password}\n`, { mode: 0o600 });
  if (account.ids) for (const each of [folder, path]) chownSync(each, account.ids.uid, account.ids.gid);
  return { folder, path };
}

function refuseOtherVersion(software: Software, account: Account, ofData: string): void {
  const { stdout } = spawnSync(software.postgres, ['--version'], { ...as(account), encoding: 'utf8' });
  const ofSoftware = /\d+/.exec(stdout)?.[0];
  if (ofSoftware === ofData) return;
  throw new Explained(
    `The data were made by PostgreSQL ${ofData}, and this release brings PostgreSQL ${ofSoftware}. Make a backup with ` +
      'the release that made them, then restore it into a new data directory with this one.',
  );
}
