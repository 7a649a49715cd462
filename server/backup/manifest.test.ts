import { describe, expect, test } from 'vitest';
import { checkEvidence, checkFiles, checkMigrations, type Manifest, readManifest } from './manifest';

const sha256 = 'a'.repeat(64);
const other = 'b'.repeat(64);

const aManifest = (facts: Partial<Manifest> = {}): Manifest => ({
  format: 1,
  madeAt: '2026-11-22T10:00:00.000Z',
  madeBy: 'cornerstone 0.1.0',
  postgresql: '18.4',
  migrations: [{ name: '20261122000000_the_record', checksum: sha256 }],
  tables: [{ name: 'project', columns: ['slug'], rows: 158, sha256 }],
  sequences: [],
  evidence: [],
  ...facts,
});

describe('a manifest', () => {
  test('is read as it was written', () => {
    expect(readManifest(JSON.stringify(aManifest()))).toEqual({ ok: true, value: aManifest() });
  });

  test.each([
    ['not JSON', '{', 'its manifest.json is not JSON'],
    [
      'of a later format',
      JSON.stringify({ ...aManifest(), format: 2 }),
      'it has format 2; this release reads format 1',
    ],
    ['without tables', JSON.stringify({ ...aManifest(), tables: undefined }), 'its manifest.json is not in order'],
    [
      'with a table that is no name',
      JSON.stringify(aManifest({ tables: [{ name: '../x', columns: ['a'], rows: 0, sha256 }] })),
      'not in order',
    ],
  ])('that is %s is refused', (_, text, because) => {
    expect(readManifest(text)).toMatchObject({ ok: false, problem: { because: expect.stringContaining(because) } });
  });
});

describe('the files of a backup', () => {
  test('are those of the manifest', () => {
    expect(checkFiles(aManifest(), [{ table: 'project', rows: 158, sha256 }])).toEqual({ ok: true, value: true });
  });

  test.each([
    ['missing', [], 'the file of table project is missing'],
    ['changed', [{ table: 'project', rows: 158, sha256: other }], 'was changed or is damaged'],
    ['shorter', [{ table: 'project', rows: 157, sha256 }], '157 rows instead of 158'],
    [
      'more',
      [
        { table: 'project', rows: 158, sha256 },
        { table: 'place', rows: 1, sha256 },
      ],
      'a table place that its manifest does not name',
    ],
  ])('that are %s are refused', (_, files, because) => {
    expect(checkFiles(aManifest(), files)).toMatchObject({
      ok: false,
      problem: { because: expect.stringContaining(because) },
    });
  });
});

describe('the evidence of a backup', () => {
  test('is that of the manifest, each file under the hash of its bytes', () => {
    expect(checkEvidence(aManifest({ evidence: [sha256] }), new Map([[sha256, sha256]]))).toEqual({
      ok: true,
      value: true,
    });
  });

  test.each([
    ['missing', new Map<string, string>(), 'is missing'],
    ['changed', new Map([[sha256, other]]), 'was changed or is damaged'],
    [
      'more',
      new Map([
        [sha256, sha256],
        [other, other],
      ]),
      'that its manifest does not name',
    ],
  ])('that is %s is refused', (_, found, because) => {
    expect(checkEvidence(aManifest({ evidence: [sha256] }), found)).toMatchObject({
      ok: false,
      problem: { because: expect.stringContaining(because) },
    });
  });

  test('of an earlier release is none', () => {
    const { evidence: _, ...earlier } = aManifest();
    expect(readManifest(JSON.stringify(earlier))).toMatchObject({ ok: true, value: { evidence: [] } });
  });
});

describe('a backup of', () => {
  const ours = [
    { name: '20261122000000_the_record', checksum: sha256 },
    { name: '20270101000000_more', checksum: sha256 },
  ];

  test('an earlier release can be restored', () => {
    expect(checkMigrations(aManifest(), ours)).toMatchObject({ ok: true });
  });

  test.each([
    [
      'a later release',
      [...ours, { name: '20280101000000_later', checksum: sha256 }],
      'this one lacks the migration 20280101000000_later',
    ],
    [
      'a changed migration',
      [{ name: '20261122000000_the_record', checksum: other }],
      'differs from the one of this release',
    ],
    ['no migrations', [], 'it names no migrations'],
  ])('%s is refused', (_, migrations, because) => {
    expect(checkMigrations(aManifest({ migrations }), ours)).toMatchObject({
      ok: false,
      problem: { because: expect.stringContaining(because) },
    });
  });
});
