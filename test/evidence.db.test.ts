import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { day } from '@/domain/calendar';
import { now, type Past } from '@/domain/past';
import type { Actor } from '@/domain/permission';
import { db } from '@/server/db';
import { env, settle } from '@/server/env';
import { readVariant } from '@/server/evidence/read-file';
import { rewriteFile } from '@/server/evidence/rewrite-file';
import { readProjectEvidence } from '@/server/published/evidence';
import { readPublishedFile } from '@/server/published/evidence-file';
import { recordAt } from '@/server/published/record-at';
import { readFileFacts, readFileFor } from '@/server/workspace/evidence-file';
import { aDocument, aPhoto } from './evidence-files';
import { keptBy } from './kept-evidence';
import { aPerson } from './people';
import {
  adding,
  anOrganisation,
  approvedBy,
  aDraft,
  aProject,
  aSource,
  aSubmission,
  changing,
  published,
  stated,
  theGround,
} from './record';
import { hashOfBytes } from '@/server/evidence/hash-of-bytes';
import { keepEvidence } from '@/server/commands/keep-evidence';
import { saveDraft } from '@/server/commands/save-draft';
import { submit } from '@/server/commands/submit';

let folder = '';
let editor: Actor;
let photo = '';
let document = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keep-evidence-'));
  settle({ CORNERSTONE_DATA_DIR: folder, CORNERSTONE_UPLOAD_MAX_MIB: 1 });
  await published(...theGround, anOrganisation('an-auditor'), aProject());
  editor = await aPerson();
  photo = await kept(await aPhoto({ width: 300, height: 200 }));
  document = await kept(await aDocument());
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const kept = (bytes: Buffer, by = editor) => keptBy(by, bytes);

const listing = (hash: string, facts: Record<string, unknown> = {}) => ({
  hash,
  caption: 'The bridge from the south',
  ...facts,
});
const sourceWith = (slug: string, ...evidence: readonly Record<string, unknown>[]) =>
  adding('source', slug, { publisher: 'Ministry', title: 'Photos', titleBasis: 'headline', evidence });

/** What is wrong with a change set that is handed in; empty when nothing is. */
async function findingsOf(...changes: Parameters<typeof aDraft>[1]): Promise<readonly string[]> {
  const author = await aPerson({ role: 'administrator' });
  const draft = await saveDraft(author, { title: 'A draft', changes });
  if (!draft.ok) throw new Error(JSON.stringify(draft.problem));
  const { submissionId, rowVersion } = draft.value;
  const submitted = await submit(author, { submissionId, expectedRowVersion: rowVersion });
  if (submitted.ok) return [];
  if (submitted.problem.kind !== 'invalid-changes') throw new Error(JSON.stringify(submitted.problem));
  return submitted.problem.changes.flatMap(({ findings }) => findings.map(({ code, path }) => `${code} ${path}`));
}

describe('a file that is kept', () => {
  test('is kept as it was sent and as it will be served, each under its hash', async () => {
    const sent = await aPhoto({ width: 301, height: 200 });
    const hash = await kept(sent);
    const row = await db.evidenceFile.findUniqueOrThrow({ where: { hash } });
    const names = (await readdir(folder, { recursive: true })).map((path) => path.split('/').at(-1));
    expect(names).toEqual(expect.arrayContaining([hash, row.smallHash, hashOfBytes(sent)]));
    expect(row).toMatchObject({
      originalHash: hashOfBytes(sent),
      mediaType: 'image/jpeg',
      width: 200,
      height: 301,
      uploadedById: editor.id,
    });
  });

  test('twice is one file', async () => {
    const count = await db.evidenceFile.count();
    expect(await kept(await aPhoto({ width: 300, height: 200 }))).toBe(photo);
    expect(await db.evidenceFile.count()).toBe(count);
  });

  test('and saved from here is the same file when it is sent again', async () => {
    const count = await db.evidenceFile.count();
    for (const hash of [photo, document]) {
      const row = await db.evidenceFile.findUniqueOrThrow({ where: { hash } });
      const served = await readVariant(row, row.smallHash ? 'small.jpg' : 'document.pdf');
      expect(await kept(served ?? Buffer.alloc(0))).toBe(hash);
    }
    expect(await db.evidenceFile.count()).toBe(count);
  });

  test('must not have been made anew already by a service like this: it would be served as it was sent', async () => {
    const once = await rewriteFile(await aPhoto({ width: 70, height: 50, colour: '#123456' }));
    if (!once.ok || once.value.kind !== 'photo') throw new Error(JSON.stringify(once));
    expect(await keepEvidence(editor, once.value.large)).toMatchObject({ problem: { because: 'made-anew-before' } });
  });

  test('is never changed or deleted: the database refuses it', async () => {
    await expect(db.evidenceFile.update({ where: { hash: photo }, data: { pages: 2 } })).rejects.toThrow('final');
    await expect(db.evidenceFile.deleteMany({})).rejects.toThrow('final');
  });

  test('may not be larger than the setting, and leaves nothing when it is', async () => {
    const refused = await keepEvidence(editor, Buffer.alloc(1024 * 1024 + 200_000));
    expect(refused).toEqual({
      ok: false,
      problem: { kind: 'upload-refused', because: 'too-large', found: '1.2', most: '1' },
    });
  });

  test('that is refused leaves neither a row nor a file', async () => {
    const before = [await db.evidenceFile.count(), (await readdir(folder, { recursive: true })).length];
    expect(await keepEvidence(editor, Buffer.from('<html>'))).toMatchObject({ ok: false });
    expect([await db.evidenceFile.count(), (await readdir(folder, { recursive: true })).length]).toEqual(before);
  });
});

describe('a file of a draft', () => {
  test('is not public, is seen by who took it in and by reviewers, and by no other editor', async () => {
    const mine = await kept(await aPhoto({ width: 310, height: 200 }));
    await aDraft(editor, [sourceWith('photos-of-a-draft', listing(mine))]);
    expect(await readPublishedFile(mine)).toBeNull();
    expect(await readFileFor(editor, mine)).toMatchObject({ hash: mine });
    expect(await readFileFor(await aPerson({ role: 'reviewer' }), mine)).toMatchObject({ hash: mine });
    const other = await aPerson();
    await aDraft(other, [sourceWith('photos-of-another', listing(mine))]);
    expect(await readFileFor(other, mine)).toBeNull();
  });

  test('is seen by everyone who took in the same file', async () => {
    const other = await aPerson();
    expect(await readFileFor(other, photo)).toBeNull();
    await kept(await aPhoto({ width: 300, height: 200 }), other);
    expect(await readFileFor(other, photo)).toMatchObject({ hash: photo });
  });

  test('is not found by a name that is no hash', async () => {
    expect(await readPublishedFile(`${'0'.repeat(63)}'`)).toBeNull();
    expect(await readFileFacts(editor, ['../..', photo])).toMatchObject({
      [photo]: { kind: 'photo', width: 200, height: 300 },
    });
  });
});

describe('a published file', () => {
  test('can be fetched in its variants, what was sent never, and stays when the source moves on', async () => {
    const hash = await kept(await aPhoto({ width: 900, height: 200 }));
    const { originalHash } = await db.evidenceFile.findUniqueOrThrow({ where: { hash } });
    await approvedBy(
      await aPerson({ role: 'reviewer' }),
      await aSubmission(editor, [sourceWith('photos', listing(hash))]),
    );

    const file = await readPublishedFile(hash);
    if (!file) throw new Error('Not public');
    expect((await readVariant(file, 'large.jpg'))?.subarray(0, 2).toString('hex')).toBe('ffd8');
    expect((await readVariant(file, 'small.jpg'))?.subarray(0, 2).toString('hex')).toBe('ffd8');
    expect(await readVariant(file, 'document.pdf')).toBeNull();
    expect(await readPublishedFile(originalHash ?? '')).toBeNull();
    expect(await readPublishedFile(file.smallHash ?? '')).toBeNull();

    await published(
      changing('source', 'photos', 1, { publisher: 'Ministry', title: 'Photos', titleBasis: 'headline' }),
    );
    expect(await readPublishedFile(hash)).toMatchObject({ hash });
  });
});

describe('what shows a project', () => {
  const shownIn = async (past: Past) =>
    (await readProjectEvidence(recordAt(past), 'a-bridge')).map(({ caption }) => caption);

  test('is there by a day when it was taken by its last day, and is always what the record said', async () => {
    const of = (caption: string, facts: Record<string, unknown>) => ({ caption, projectSlug: 'a-bridge', ...facts });
    await published(
      sourceWith(
        'photos-of-the-bridge',
        listing(photo, of('In the year 2024', { takenOn: '2024' })),
        listing(document, of('Without a date', {})),
      ),
    );
    const all = ['In the year 2024', 'Without a date'];
    expect(await shownIn(now)).toEqual(all);
    expect(await shownIn({ asOf: null, until: day('2024-06-30') })).toEqual([]);
    expect(await shownIn({ asOf: null, until: day('2024-12-31') })).toEqual(all.slice(0, 1));
  });
});

describe('a source', () => {
  test("shows no photo at places outside an editor's limits", async () => {
    const handedIn = async (place: string) => {
      const author = await aPerson({ limitedToPlaces: [place] });
      const source = sourceWith(`photos-at-${place}`, listing(photo, { projectSlug: 'a-bridge' }));
      return submit(author, { submissionId: await aDraft(author, [source]), expectedRowVersion: 1 });
    };
    expect(await handedIn('elsewhere')).toMatchObject({ problem: { because: 'outside-places' } });
    expect(await handedIn('a-village')).toMatchObject({ ok: true });
  });

  test('lists files that are kept here, each once, and only photos in pairs', async () => {
    expect(await findingsOf(sourceWith('s1', listing('a'.repeat(64))))).toEqual(['unknown-file evidence.0.hash']);
    expect(await findingsOf(sourceWith('s2', listing(photo), listing(photo)))).toEqual(['repeated evidence.1.hash']);
    const pair = [
      listing(photo, { pair: 'bridge', side: 'before' }),
      listing(document, { pair: 'bridge', side: 'after' }),
    ];
    expect(await findingsOf(sourceWith('s3', ...pair))).toEqual(['not-a-photo evidence.1.pair']);
  });

  test('keeps its evidence while a figure says that it is documented by it', async () => {
    await published(
      sourceWith('proof', listing(photo)),
      aProject('a-tunnel', { ...stated, sourceSlug: 'proof', verification: 'documented' }),
    );
    const emptied = changing('source', 'proof', 1, { publisher: 'Ministry', title: 'Photos', titleBasis: 'headline' });
    expect(await findingsOf(emptied)).toEqual(['still-documented evidence']);
    const reported = {
      ...(aProject('a-tunnel', { ...stated, sourceSlug: 'proof' }).content as Record<string, unknown>),
    };
    expect(await findingsOf(emptied, changing('project', 'a-tunnel', 1, reported))).toEqual([]);
  });
});

describe('a figure', () => {
  test('is documented only when its source holds evidence, published or in the same submission', async () => {
    const documented = (slug: string, sourceSlug: string) => aProject(slug, { sourceSlug, verification: 'documented' });
    expect(await findingsOf(documented('p1', 'a-bulletin'))).toEqual(['needs-evidence verification']);
    expect(await findingsOf(documented('p2', 'with-it'), sourceWith('with-it', listing(photo)))).toEqual([]);
    expect(await findingsOf(documented('p3', 'without-it'), aSource('without-it'))).toEqual([
      'needs-evidence verification',
    ]);
    await published(sourceWith('published-with-it', listing(photo)));
    expect(await findingsOf(documented('p4', 'published-with-it'))).toEqual([]);
  });

  test('is verified by a body that is named, and is not the one that states it', async () => {
    const verified = (slug: string, facts: Record<string, unknown>) =>
      aProject(slug, { verification: 'verified', ...facts });
    expect(await findingsOf(verified('v1', {}))).toEqual(['needs-other verifiedBySlug']);
    expect(await findingsOf(verified('v2', { verifiedBySlug: 'a-ministry' }))).toEqual([
      'not-independent verifiedBySlug',
    ]);
    expect(await findingsOf(verified('v3', { verifiedBySlug: 'an-auditor' }))).toEqual([]);
    expect(await findingsOf(aProject('v4', { verifiedBySlug: 'an-auditor' }))).toEqual(['not-both verifiedBySlug']);
  });

  test('that was published as verified before its verifier had to be named can be withdrawn', async () => {
    await published(aProject('an-old-dam', { verification: 'verified', verifiedBySlug: 'an-auditor' }));
    for (const each of [
      'alter table project_version disable trigger user',
      'alter table revision disable trigger user',
      `update project_version set verified_by_slug = null where slug = 'an-old-dam'`,
      `update revision set after = after - 'verifiedBySlug' where slug = 'an-old-dam'`,
      'alter table project_version enable trigger user',
      'alter table revision enable trigger user',
    ]) {
      await db.$executeRawUnsafe(each);
    }
    await published({ ...changing('project', 'an-old-dam', 1, {}), action: 'withdraw', reasonKind: 'withdrawn' });
    expect(await db.projectVersion.findFirst({ where: { slug: 'an-old-dam', supersededAt: null } })).toMatchObject({
      isWithdrawn: true,
      verification: 'verified',
    });
  });

  test('that is verified by nobody, or by who states it, is refused by the database', async () => {
    await published(aProject('a-dam', { verification: 'verified', verifiedBySlug: 'an-auditor' }));
    const copied = (
      verifier: string,
    ) => `insert into project_version (id, slug, version, revision_id, published_at, is_withdrawn, title, sector, subsector, status,
      source_slug, stated_by_slug, obtained, verification, verified_by_slug)
      select gen_random_uuid(), slug, 9, gen_random_uuid(), now() - interval '1 year', false, title, sector, subsector, status,
      source_slug, stated_by_slug, obtained, verification, ${verifier} from project_version where slug = 'a-dam'`;
    await expect(db.$executeRawUnsafe(copied('null'))).rejects.toThrow('name who has verified it');
    await expect(db.$executeRawUnsafe(copied('stated_by_slug'))).rejects.toThrow(
      'project_version_is_verified_by_another',
    );
  });
});

test('every file of the record is where its row says', async () => {
  expect(env.CORNERSTONE_DATA_DIR).toBe(folder);
  const rows = await db.evidenceFile.findMany();
  const found = await Promise.all(
    rows.map((row) => readVariant(row, row.mediaType === 'image/jpeg' ? 'large.jpg' : 'document.pdf')),
  );
  expect(found.map((bytes) => bytes?.length)).toEqual(rows.map(({ bytes }) => bytes));
});
