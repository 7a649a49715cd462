import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openArchiveFolder } from './archive-folder';
import { type ArchiveFacts, readArchiveFacts } from './archive-manifest';

let around = '';
beforeEach(() => {
  around = mkdtempSync(join(tmpdir(), 'archive-folder-'));
});
afterEach(() => rmSync(around, { recursive: true, force: true }));

const facts: Omit<ArchiveFacts, 'files'> = {
  format: 1,
  what: 'cornerstone-archive',
  madeAt: '2026-11-28T12:00:00.000Z',
  madeBy: 'a test',
  address: null,
  operator: null,
  languages: ['en'],
  pages: 1,
};

describe('the folder of an archive', () => {
  test('has its name only when everything is in it', async () => {
    const target = join(around, 'archive');
    const folder = await openArchiveFolder(target);
    await folder.write('en/index.html', 'A page');
    expect(existsSync(target)).toBe(false);
    await folder.seal(facts);
    expect(readdirSync(around)).toEqual(['archive']);
    expect(readdirSync(target).sort()).toEqual(['SHA256SUMS', 'en', 'manifest.json']);
  });

  test('says of each file its size and hash', async () => {
    const target = join(around, 'archive');
    const folder = await openArchiveFolder(target);
    await folder.write('b.txt', Readable.from([Buffer.from('a'), Buffer.from('bc')]));
    await folder.write('a.txt', '');
    await folder.seal(facts);
    const read = readArchiveFacts(readFileSync(join(target, 'manifest.json'), 'utf8'));
    expect(read).toMatchObject({
      ok: true,
      value: {
        files: [
          { path: 'a.txt', bytes: 0, sha256: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855' },
          { path: 'b.txt', bytes: 3, sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad' },
        ],
      },
    });
    expect(readFileSync(join(target, 'SHA256SUMS'), 'utf8')).toContain('  manifest.json\n');
  });

  test('leaves nothing behind when it is given up', async () => {
    const folder = await openArchiveFolder(join(around, 'archive'));
    await folder.write('a.txt', 'a');
    await folder.discard();
    expect(readdirSync(around)).toEqual([]);
  });

  test('takes the place of an empty folder, and of nothing else', async () => {
    const empty = join(around, 'empty');
    const folder = await openArchiveFolder(mkdtempSync(empty));
    await folder.write('a.txt', 'a');
    await folder.seal(facts);

    const file = join(around, 'a-file');
    writeFileSync(file, '');
    await expect(openArchiveFolder(file)).rejects.toThrow('is a file');
    await expect(openArchiveFolder(around)).rejects.toThrow('is not empty');
    await expect(openArchiveFolder(join(around, 'nowhere', 'archive'))).rejects.toThrow('cannot be written');
  });
});

test.each([
  ['not JSON', 'is not JSON'],
  ['{"format": 2}', 'it has format 2'],
  ['{"format": 1}', 'is not in order'],
  [
    JSON.stringify({ ...facts, files: [{ path: '../../etc/passwd', bytes: 0, sha256: '0'.repeat(64) }] }),
    'is not in order',
  ],
])('a manifest that says %s is refused', (text, because) => {
  expect(readArchiveFacts(text)).toMatchObject({ ok: false, problem: { because: expect.stringContaining(because) } });
});
