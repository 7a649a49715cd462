import 'server-only';
import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Explained, type Report } from '../embedded/explained';
import {
  type ArchiveFacts,
  type ArchivedFile,
  manifestFile,
  readArchiveFacts,
  readRecordFacts,
  type RecordFacts,
  recordFile,
  rowsFile,
} from './archive-manifest';

export interface OpenArchive {
  readonly folder: string;
  readonly facts: ArchiveFacts;
  readonly record: RecordFacts;
}

/**
 * Reads what an archive says of itself and checks every byte of what the record is made of, before anything is done to a
 * database. A page that is damaged is told of and does not stand in the way: the record does not depend on it.
 */
export async function openArchive(given: string, report: Report): Promise<OpenArchive> {
  const folder = resolve(given);
  const unusable = (because: string) => new Explained(`${folder} cannot be loaded: ${because}.`);
  if (!existsSync(join(folder, manifestFile))) {
    throw new Explained(`${folder} is not an archive: it holds no ${manifestFile}.`);
  }
  const facts = readArchiveFacts(await readFile(join(folder, manifestFile), 'utf8'));
  if (!facts.ok) throw unusable(facts.problem.because);

  const damaged = await findDamaged(folder, facts.value.files);
  const [needed] = damaged.filter(({ path }) => isOfTheRecord(path));
  if (needed) throw unusable(needed.says);
  for (const { says } of damaged) report(`Not as it was written, and not needed for the record: ${says}.`);

  const listed = new Set(facts.value.files.map(({ path }) => path));
  const stray = (await readdir(join(folder, 'record')).catch(() => [])).find((name) => !listed.has(`record/${name}`));
  if (stray) throw unusable(`it holds record/${stray}, which its ${manifestFile} does not name`);
  if (!listed.has(recordFile)) throw unusable(`its ${manifestFile} does not name ${recordFile}`);
  const record = readRecordFacts(await readFile(join(folder, recordFile), 'utf8'));
  if (!record.ok) throw unusable(record.problem.because);
  const lacking = record.value.tables.find(({ name }) => !listed.has(rowsFile(name)));
  if (lacking) throw unusable(`its ${manifestFile} does not name ${rowsFile(lacking.name)}`);
  return { folder, facts: facts.value, record: record.value };
}

const isOfTheRecord = (path: string) => path.startsWith('record/') || path.startsWith('evidence/');

async function findDamaged(folder: string, files: readonly ArchivedFile[]) {
  const damaged: { readonly path: string; readonly says: string }[] = [];
  for (const { path, sha256 } of files) {
    const file = join(folder, path);
    if (!existsSync(file)) damaged.push({ path, says: `the file ${path} is missing` });
    else if ((await sha256Of(file)) !== sha256)
      damaged.push({ path, says: `the file ${path} was changed or is damaged` });
  }
  return damaged;
}

async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}
