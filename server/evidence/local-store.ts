import { randomBytes } from 'node:crypto';
import { access, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { checked, hashOfBytes } from './hash-of-bytes';
import { type EvidenceStore, isHash } from './store';

/** Files in a folder, readable by their owner only; the first two digits of the hash are a folder of their own. */
export function localStore(folder: string): EvidenceStore {
  const pathOf = (hash: string) => {
    if (!isHash(hash)) throw new Error('Not the hash of a file');
    return join(folder, hash.slice(0, 2), hash);
  };

  async function has(hash: string): Promise<boolean> {
    return access(pathOf(hash)).then(
      () => true,
      () => false,
    );
  }

  return {
    has,
    async put(bytes) {
      const hash = hashOfBytes(bytes);
      if (!(await has(hash))) await writeSafely(pathOf(hash), bytes);
      return hash;
    },
    async remove(hash) {
      await rm(pathOf(hash), { force: true });
    },
    async get(hash) {
      const found = await readFile(pathOf(hash)).catch((error: unknown) => {
        if (isMissing(error)) return null;
        throw error;
      });
      return found && checked(hash, found);
    },
  };
}

/** On disk before it has its name, and its name on disk before anyone is told: a power cut leaves the whole file or none. */
async function writeSafely(path: string, bytes: Buffer): Promise<void> {
  const folder = dirname(path);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const beside = join(folder, `.${randomBytes(8).toString('hex')}.new`);
  try {
    const handle = await open(beside, 'wx', 0o600);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(beside, path);
    await syncFolder(folder);
    await syncFolder(dirname(folder));
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT';
