import { chmod, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { s3Account, startFakeS3 } from '@/test/fake-s3';
import { hashOfBytes } from './hash-of-bytes';
import { localStore } from './local-store';
import { s3Store } from './s3-store';

let folder = '';
let s3: Awaited<ReturnType<typeof startFakeS3>>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'evidence-test-'));
  s3 = await startFakeS3();
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await s3.stop();
});

const bytes = Buffer.from('what was photographed');
const hash = hashOfBytes(bytes);
const pathOf = (of: string) => join(folder, of.slice(0, 2), of);
const stores = { local: () => localStore(folder), s3: () => s3Store({ ...s3Account, endpoint: s3.endpoint }) };

describe.each(Object.entries(stores))('a %s store', (_, open) => {
  test('gives back what was put in, under the hash of its bytes', async () => {
    expect(await open().has(hash)).toBe(false);
    expect(await open().get(hash)).toBeNull();
    expect(await open().put(bytes)).toBe(hash);
    expect(await open().put(bytes)).toBe(hash);
    expect(await open().has(hash)).toBe(true);
    expect(await open().get(hash)).toEqual(bytes);
  });

  test('takes back what was put in, and does not mind what is not there', async () => {
    const passing = Buffer.from('for nothing');
    const kept = await open().put(passing);
    await open().remove(kept);
    await open().remove(kept);
    expect(await open().has(kept)).toBe(false);
  });

  test.each(['../../etc/passwd', 'ABC', '', `${'a'.repeat(64)}/x`])('never looks for a file named %j', async (name) => {
    await expect(open().get(name)).rejects.toThrow('Not the hash of a file');
  });
});

describe('a local store', () => {
  test('leaves no half of a file, and files that only their owner reads', async () => {
    await localStore(folder).put(bytes);
    expect(await readdir(join(folder, hash.slice(0, 2)))).toEqual([hash]);
    expect((await stat(pathOf(hash))).mode & 0o777).toBe(0o600);
  });

  test('does not give what was changed on the disk', async () => {
    const other = Buffer.from('another picture');
    await localStore(folder).put(other);
    await chmod(pathOf(hashOfBytes(other)), 0o600);
    await writeFile(pathOf(hashOfBytes(other)), 'a forgery');
    await expect(localStore(folder).get(hashOfBytes(other))).rejects.toThrow('is damaged');
  });
});

describe('an S3 store', () => {
  test('keeps each file under its hash, and is refused with another secret', async () => {
    await stores.s3().put(bytes);
    expect([...s3.objects.keys()]).toEqual([`/${s3Account.bucket}/evidence/${hash}`]);
    const stranger = s3Store({ ...s3Account, endpoint: s3.endpoint, secretAccessKey: 'a guess' });
    await expect(stranger.get(hash)).rejects.toThrow('answered 403');
    expect(s3.refused).toEqual(['the signature is not ours']);
  });

  test('does not give what was changed in the bucket', async () => {
    const other = Buffer.from('another picture');
    await stores.s3().put(other);
    s3.objects.set(`/${s3Account.bucket}/evidence/${hashOfBytes(other)}`, Buffer.from('a forgery'));
    await expect(stores.s3().get(hashOfBytes(other))).rejects.toThrow('is damaged');
  });

  test('that has no such bucket says so', async () => {
    const elsewhere = s3Store({ ...s3Account, endpoint: s3.endpoint, bucket: 'no-such-bucket' });
    await expect(elsewhere.put(Buffer.from('x'))).rejects.toThrow('no bucket no-such-bucket');
  });
});
