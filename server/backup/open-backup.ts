import { createReadStream, existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import * as tar from 'tar';
import { Explained } from '../embedded/explained';
import { Digest } from './digest';
import { checkFiles, type FileFound, fileOf, type Manifest, manifestFile, readManifest } from './manifest';

export interface OpenBackup {
  readonly manifest: Manifest;
  readonly fileOf: (table: string) => string;
  close(): Promise<void>;
}

/** Unpacks a backup and checks every byte of it, before anything is done to a database. */
export async function openBackup(file: string): Promise<OpenBackup> {
  const path = resolve(file);
  if (!existsSync(path)) throw new Explained(`There is no file ${path}.`);
  const work = await mkdtemp(join(tmpdir(), 'cornerstone-restore-'));
  const close = () => rm(work, { recursive: true, force: true });
  try {
    await unpack(path, work);
    const read = readManifest(await readFile(join(work, manifestFile), 'utf8'));
    if (!read.ok) throw new Explained(`${path} cannot be used: ${read.problem.because}.`);
    const checked = checkFiles(read.value, await digestFiles(work));
    if (!checked.ok) throw new Explained(`${path} cannot be used: ${checked.problem.because}.`);
    return { manifest: read.value, fileOf: (table) => join(work, fileOf(table)), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function unpack(path: string, work: string): Promise<void> {
  const ours = new RegExp(`^(${manifestFile.replace('.', '\\.')}|tables/[a-z0-9_]+\\.tsv)$`);
  try {
    await tar.extract({ file: path, cwd: work, strict: true, filter: (name) => ours.test(name) });
  } catch (error) {
    throw new Explained(`${path} is not a whole backup: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (!existsSync(join(work, manifestFile)))
    throw new Explained(`${path} is not a backup: it holds no ${manifestFile}.`);
}

async function digestFiles(work: string): Promise<FileFound[]> {
  const names = await readdir(join(work, 'tables')).catch(() => []);
  const found: FileFound[] = [];
  for (const name of names) {
    const digest = new Digest();
    const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
    await pipeline(createReadStream(join(work, 'tables', name)), digest, nowhere);
    found.push({ table: basename(name, '.tsv'), rows: digest.rows, sha256: digest.sha256 });
  }
  return found;
}
