import 'server-only';
import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { env } from '../env';

/** A file that arrived whole: where it lies until a run takes it, how long it is, and its hash. */
export interface ArrivedFile {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** More arrived than is taken in. */
export class FileTooLarge extends Error {
  override readonly name = 'FileTooLarge';
}

const arriving = 'arriving-';

/** Writes what arrives to the disk as it arrives; nothing of it stays when it breaks off or is too large. */
export async function keepArriving(content: Readable, mostBytes: number): Promise<ArrivedFile> {
  const path = join(await importsFolder(), `${arriving}${randomUUID()}`);
  const hash = createHash('sha256');
  let bytes = 0;
  const measured = new Transform({
    transform(chunk: Buffer, _, done) {
      bytes += chunk.length;
      if (bytes > mostBytes) return done(new FileTooLarge());
      hash.update(chunk);
      done(null, chunk);
    },
  });
  try {
    await pipeline(content, measured, createWriteStream(path, { mode: 0o600 }));
    return { path, bytes, sha256: hash.digest('hex') };
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}

/** A file that is on this machine already. */
export async function keepCopy(from: string, mostBytes: number): Promise<ArrivedFile> {
  const opened = await open(from); // first, so that a file that is not there is a refusal and no stream that breaks unheard
  return keepArriving(opened.createReadStream(), mostBytes);
}

export async function giveToRun(file: ArrivedFile, runId: string): Promise<void> {
  await rename(file.path, await fileOfRun(runId));
}

export const fileOfRun = async (runId: string): Promise<string> => join(await importsFolder(), runId);

export async function isFileThere(runId: string): Promise<boolean> {
  return (await stat(await fileOfRun(runId)).catch(() => null)) !== null;
}

export async function removeFile(pathOrRun: { readonly path: string } | { readonly runId: string }): Promise<void> {
  await rm('path' in pathOrRun ? pathOrRun.path : await fileOfRun(pathOrRun.runId), { force: true });
}

const abandonedAfterMs = 24 * 60 * 60 * 1000;

/** The files that no open run has any more, and what began to arrive and never came whole. */
export async function removeAbandoned(openRuns: ReadonlySet<string>): Promise<void> {
  const folder = await importsFolder();
  for (const name of await readdir(folder)) {
    const found = await stat(join(folder, name)).catch(() => null);
    const isOld = found !== null && Date.now() - found.mtimeMs > abandonedAfterMs;
    if (isOld && !openRuns.has(name)) await rm(join(folder, name), { force: true });
  }
}

/** In the data directory, and readable by the service alone. */
async function importsFolder(): Promise<string> {
  const folder = join(/* turbopackIgnore: true */ env.CORNERSTONE_DATA_DIR, 'imports');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return folder;
}
