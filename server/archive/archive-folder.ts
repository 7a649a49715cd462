import 'server-only';
import { createHash } from 'node:crypto';
import { createWriteStream, existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Explained } from '../embedded/explained';
import { type ArchiveFacts, type ArchivedFile, manifestFile, sumsFile } from './archive-manifest';

/** A folder that is being written: nothing has the name that was asked for until everything is there. */
export interface ArchiveFolder {
  /** Where it is written until then. */
  readonly work: string;
  /** Writes one file and remembers its size and hash. */
  write(path: string, content: string | Buffer | Readable): Promise<ArchivedFile>;
  has(path: string): boolean;
  files(): readonly ArchivedFile[];
  /** Says what is in it, and gives it its name. */
  seal(facts: Omit<ArchiveFacts, 'files'>): Promise<void>;
  /** Takes away what was written; after `seal` there is nothing to take away. */
  discard(): Promise<void>;
}

/** @throws {Explained} when there is something at that place already, or nothing can be written there. */
export async function openArchiveFolder(folder: string): Promise<ArchiveFolder> {
  const target = resolve(folder);
  await refuseWhatIsThere(target);
  const work = await mkdtemp(join(dirname(target), `.${basename(target)}-`)).catch((error: unknown) => {
    throw new Explained(`The archive cannot be written: ${String(error)}`);
  });
  const written = new Map<string, ArchivedFile>();
  const inOrder = () => [...written.values()].sort((one, other) => (one.path < other.path ? -1 : 1));
  const write = async (path: string, content: string | Buffer | Readable): Promise<ArchivedFile> => {
    const file = join(work, path);
    await mkdir(dirname(file), { recursive: true });
    const weighed = new Weighed();
    const source = content instanceof Readable ? content : Readable.from([Buffer.from(content)]);
    await pipeline(source, weighed, createWriteStream(file));
    const facts = { path, bytes: weighed.bytes, sha256: weighed.sha256 };
    written.set(path, facts);
    return facts;
  };
  return {
    work,
    write,
    has: (path) => written.has(path),
    files: inOrder,
    async seal(facts) {
      const files = inOrder();
      await write(manifestFile, Readable.from(manifestLines({ ...facts, files })));
      await write(sumsFile, Readable.from(inOrder().map(({ path, sha256 }) => `${sha256}  ${path}\n`)));
      await chmod(work, 0o755);
      await refuseWhatIsThere(target);
      await rename(work, target);
    },
    discard: () => rm(work, { recursive: true, force: true }),
  };
}

async function refuseWhatIsThere(target: string): Promise<void> {
  if (!existsSync(target)) return;
  const inside = await readdir(target).catch(() => null);
  if (inside === null) throw new Explained(`${target} is a file. Name a folder that does not exist yet.`);
  if (inside.length > 0)
    throw new Explained(`${target} is not empty. Name a folder that is empty or does not exist yet.`);
}

/** A file a line, so that a large manifest can be read by people and compared by line. */
function* manifestLines({ files, ...facts }: ArchiveFacts): Generator<string> {
  const head = JSON.stringify(facts, null, 2).replace(/\n\}$/, '');
  yield `${head},\n  "files": [\n`;
  for (const [index, file] of files.entries())
    yield `    ${JSON.stringify(file)}${index + 1 < files.length ? ',' : ''}\n`;
  yield '  ]\n}\n';
}

/** Lets a file through and knows, at its end, its size and sha256. */
class Weighed extends Transform {
  readonly #hash = createHash('sha256');
  bytes = 0;
  sha256 = '';

  override _transform(chunk: Buffer, _: BufferEncoding, done: (error: null, chunk: Buffer) => void): void {
    this.#hash.update(chunk);
    this.bytes += chunk.length;
    done(null, chunk);
  }

  override _flush(done: () => void): void {
    this.sha256 = this.#hash.digest('hex');
    done();
  }
}
