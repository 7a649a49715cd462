import { createReadStream, existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import * as tar from 'tar';
import { Explained } from '../embedded/explained';
import { Digest } from './digest';
import {
  checkEvidence,
  checkFiles,
  evidenceFileOf,
  type FileFound,
  fileOf,
  type Manifest,
  manifestFile,
  readManifest,
} from './manifest';

export interface OpenBackup {
  readonly manifest: Manifest;
  readonly fileOf: (table: string) => string;
  readonly evidenceFileOf: (hash: string) => string;
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
    const evidence = checkEvidence(read.value, await digestEvidence(work));
    if (!evidence.ok) throw new Explained(`${path} cannot be used: ${evidence.problem.because}.`);
    return {
      manifest: read.value,
      fileOf: (table) => join(work, fileOf(table)),
      evidenceFileOf: (hash) => join(work, evidenceFileOf(hash)),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function unpack(path: string, work: string): Promise<void> {
  const ours = new RegExp(`^(${manifestFile.replace('.', '\\.')}|tables/[a-z0-9_]+\\.tsv|evidence/[0-9a-f]{64})$`);
  try {
    await tar.extract({ file: path, cwd: work, strict: true, filter: (name) => ours.test(name) });
  } catch (error) {
    throw new Explained(`${path} is not a whole backup: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (!existsSync(join(work, manifestFile)))
    throw new Explained(`${path} is not a backup: it holds no ${manifestFile}.`);
}

async function digestEvidence(work: string): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (const name of await readdir(join(work, 'evidence')).catch(() => [])) {
    found.set(name, (await digestOf(join(work, 'evidence', name))).sha256);
  }
  return found;
}

async function digestOf(path: string): Promise<Digest> {
  const digest = new Digest();
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  await pipeline(createReadStream(path), digest, nowhere);
  return digest;
}

async function digestFiles(work: string): Promise<FileFound[]> {
  const names = await readdir(join(work, 'tables')).catch(() => []);
  const found: FileFound[] = [];
  for (const name of names) {
    const { rows, sha256 } = await digestOf(join(work, 'tables', name));
    found.push({ table: basename(name, '.tsv'), rows, sha256 });
  }
  return found;
}
