import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { day } from '@/domain/calendar';
import { tableNames } from '@/domain/export/tables';
import { openArchiveFolder } from '@/server/archive/archive-folder';
import { type ArchiveFacts, manifestFile } from '@/server/archive/archive-manifest';
import { loadArchive } from '@/server/archive/load-record';
import { keptBack, publicTables } from '@/server/archive/public-tables';
import { writeEvidence } from '@/server/archive/write-evidence';
import { writeRecord } from '@/server/archive/write-record';
import { readTables } from '@/server/backup/catalogue';
import { hashOfBytes } from '@/server/evidence/hash-of-bytes';
import { takeBackName } from '@/server/commands/people/take-back-name';
import { db } from '@/server/db';
import { env, settle } from '@/server/env';
import { localStore } from '@/server/evidence/local-store';
import { closeExportPool } from '@/server/export/copy-out';
import { streamTable } from '@/server/export/table-file';
import { readPublishedFile } from '@/server/published/evidence-file';
import { recordAt } from '@/server/published/record-at';
import { everythingPublic } from './everything-public';
import { aPhoto } from './evidence-files';
import { keptBy } from './kept-evidence';
import { aPerson } from './people';
import {
  adding,
  aDraft,
  aPlace,
  approvedBy,
  aProject,
  aReport,
  aSubmission,
  changing,
  published,
  stated,
  theGround,
} from './record';
import { onServer, templateName } from './start-database';

const serverUrl = inject('serverUrl');
const databaseUrl = env.DATABASE_URL ?? '';
const silent = () => {};
const store = () => localStore(join(folder, 'data', 'evidence'));
const days = ['2090-01-01', '2024-03-31'].map(day);
let folder = '';
let archive = '';
let before: ReadonlyMap<string, string>;
let numbers: readonly string[];
let photo = '';

const count = (place: string, persons: number, facts: Record<string, unknown> = {}) => ({
  placeSlug: place,
  populationGroup: 'returned_idp',
  kind: 'return',
  stage: 'happened',
  counting: 'running_total',
  referenceOn: '2024-01-31',
  dateBasis: 'stated',
  families: null,
  persons,
  personsMethod: 'counted',
  note: `Of ${persons} persons`,
  ...stated,
  ...facts,
});
const families = { families: 2, persons: 9, personsMethod: 'estimated', personsPerFamily: 4.5 };
const breakdown = [
  { sex: 'female', ageFrom: null, ageTo: null, persons: 96 },
  { sex: 'male', ageFrom: null, ageTo: null, persons: 4 },
];
const unusual = 'Տուն, дом, \u2028ev \\ "x" \ttab 10,5';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'archive-test-'));
  archive = join(folder, 'archive');
  settle({ CORNERSTONE_DATA_DIR: join(folder, 'data') });
  await publishEverything();
  before = await everyFile();
  numbers = await everyNumber();
  await writeArchive(archive);
}, 120_000);

afterAll(async () => {
  await closeExportPool();
  await rm(folder, { recursive: true, force: true });
});

/** Records, corrections, withdrawals, counts that are shown and withheld, evidence, people who are named, and drafts. */
async function publishEverything(): Promise<void> {
  photo = await keptBy(await aPerson(), await aPhoto({ width: 900, height: 600 }));
  await keptBy(await aPerson(), await aPhoto({ width: 400, height: 300, colour: '#204060' })); // listed nowhere
  const source = {
    publisher: 'Ministry',
    title: 'Photos',
    titleBasis: 'headline',
    evidence: [{ hash: photo, caption: 'The bridge' }],
  };
  await published(...theGround, aPlace('a-hamlet', { parentSlug: 'a-village' }), aPlace('another-village'));
  await published(aProject(), aReport(), adding('source', 'photos', source));
  await published(aProject('a-school', { title: unusual }), aProject('a-mill'));
  await published(
    changing('project', 'a-mill', 1, { ...(aProject().content as Record<string, unknown>), title: 'The mill' }),
  );
  await published({ ...changing('project', 'a-mill', 2, {}), action: 'withdraw', reasonKind: 'withdrawn' });
  await published(
    adding('resettlement', 'village', { ...count('a-village', 500), families: 120 }),
    adding('resettlement', 'hamlet', count('a-hamlet', 9, families)),
    adding('resettlement', 'by-sex', count('another-village', 100, { breakdown })),
  );
  await published(
    changing('resettlement', 'hamlet', 1, count('a-hamlet', 8), { reason: 'There are 8 of them, not 9' }),
  );
  const named = await aPerson({ role: 'administrator', name: 'Aygün Ağayeva' });
  await db.user.update({ where: { id: named.id }, data: { isNamedInPublic: true } });
  const reviewer = await aPerson({ role: 'reviewer', name: 'A reviewer who is nobody’s business' });
  await approvedBy(
    reviewer,
    await aSubmission(named, [
      changing('project', 'a-bridge', 1, aProject('', { title: 'The bridge' }).content as Record<string, unknown>),
    ]),
  );
  await aDraft(named, [aProject('a-secret-draft')]);
}

async function writeArchive(target: string): Promise<void> {
  const made = await openArchiveFolder(target);
  await writeRecord(databaseUrl, made, silent);
  await writeEvidence(store(), made, silent);
  await made.seal({
    format: 1,
    what: 'cornerstone-archive',
    madeAt: new Date().toISOString(),
    madeBy: 'a test',
    address: 'http://record.invalid',
    operator: null,
    languages: ['en'],
    pages: 0,
  });
}

/** Every table, now and on several days in both their senses. */
async function everyFile(): Promise<ReadonlyMap<string, string>> {
  const today = day('2026-11-28');
  const pasts = [
    { asOf: null, until: null },
    ...days.flatMap((each) => [
      { asOf: each, until: null },
      { asOf: null, until: each },
    ]),
  ];
  const files = new Map<string, string>();
  for (const past of pasts) {
    for (const table of tableNames) {
      const lines = await streamTable(recordAt(past, today), table, {});
      files.set(`${table} ${JSON.stringify(past)}`, await text(lines));
    }
  }
  return files;
}

/** Every count that anyone can read anywhere. */
async function everyNumber(): Promise<readonly string[]> {
  return (await everythingPublic()).map((each) => JSON.stringify(each)).sort();
}

/** The same address, with an empty record behind it. */
async function emptyTheDatabase(): Promise<void> {
  await db.$disconnect();
  await closeExportPool();
  const name = new URL(databaseUrl).pathname.slice(1);
  await onServer(serverUrl, `drop database ${name} with (force)`, `create database ${name} template ${templateName}`);
}

async function onDatabase<Row extends pg.QueryResultRow>(statement: string, url = databaseUrl): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(statement)).rows;
  } finally {
    await client.end();
  }
}

async function recordFilesOf(of: string): Promise<ReadonlyMap<string, string>> {
  const names = (await readdir(join(of, 'record'))).sort();
  return new Map(
    await Promise.all(names.map(async (name) => [name, await readFile(join(of, 'record', name), 'utf8')] as const)),
  );
}

/** The archive with one file of its record changed, and a manifest that says so. */
async function tampered(file: string, change: (text: string) => string): Promise<string> {
  const copy = await mkdtemp(join(folder, 'tampered-'));
  await cp(archive, copy, { recursive: true });
  const changed = change(await readFile(join(copy, file), 'utf8'));
  await writeFile(join(copy, file), changed);
  const facts = JSON.parse(await readFile(join(copy, manifestFile), 'utf8')) as ArchiveFacts;
  const files = facts.files.map((each) =>
    each.path === file
      ? { ...each, bytes: Buffer.byteLength(changed), sha256: hashOfBytes(Buffer.from(changed)) }
      : each,
  );
  await writeFile(join(copy, manifestFile), JSON.stringify({ ...facts, files }));
  return copy;
}

describe('an archive', { timeout: 120_000 }, () => {
  test('has each table of the database, or it is said that it is kept back', async () => {
    const client = new pg.Client({ connectionString: databaseUrl });
    await client.connect();
    const tables = (await readTables(client)).map(({ name }) => name);
    await client.end();
    const known = new Set([...publicTables.map(({ name }) => name), ...keptBack]);
    expect(tables.filter((name) => !known.has(name))).toEqual([]);
    expect(publicTables.filter(({ name }) => !tables.includes(name) || keptBack.includes(name))).toEqual([]);
  });

  test('holds no account, no draft, no log, and no number that is withheld', async () => {
    const files = await recordFilesOf(archive);
    const all = [...files.values()].join('\n');
    for (const secret of [
      'example.org',
      'nobody’s business',
      'a-secret-draft',
      'A draft',
      'A submission',
      'Of 9 persons',
      'not 9',
      'original_hash',
    ])
      expect(all).not.toContain(secret);
    expect(all).toContain('Aygün Ağayeva');
    const hamlets = (files.get('resettlement_version.ndjson') ?? '')
      .split('\n')
      .filter((line) => line.includes('"hamlet"'));
    expect(hamlets).toHaveLength(2);
    for (const line of hamlets) {
      expect(JSON.parse(line)).toMatchObject({
        families: null,
        persons: null,
        persons_not_held: true,
        persons_per_family: null,
        note: null,
      });
    }
    expect(files.get('resettlement_disclosure.ndjson')).not.toContain('small');
  });

  test('has the evidence that was published, as it is served, and no other', async () => {
    expect(await readdir(join(archive, 'evidence'))).toEqual([photo]);
    const large = await readFile(join(archive, 'evidence', photo, 'large.jpg'));
    expect(hashOfBytes(large)).toBe(photo);
  });

  test('is refused where a file of the record was changed, is missing, or was added', async () => {
    const copy = async () => {
      const made = await mkdtemp(join(folder, 'copy-'));
      await cp(archive, made, { recursive: true });
      return made;
    };
    const changed = await copy();
    await writeFile(join(changed, 'record', 'project.ndjson'), '');
    await expect(loadArchive(databaseUrl, store(), changed, silent)).rejects.toThrow(
      'project.ndjson was changed or is damaged',
    );
    const lacking = await copy();
    await rm(join(lacking, 'record', 'revision.ndjson'));
    await expect(loadArchive(databaseUrl, store(), lacking, silent)).rejects.toThrow('revision.ndjson is missing');
    const more = await copy();
    await writeFile(join(more, 'record', 'more.ndjson'), '');
    await expect(loadArchive(databaseUrl, store(), more, silent)).rejects.toThrow('does not name');
    await expect(loadArchive(databaseUrl, store(), folder, silent)).rejects.toThrow('is not an archive');
  });

  test('is refused by a record that is not empty', async () => {
    await expect(loadArchive(databaseUrl, store(), archive, silent)).rejects.toThrow('holds a record already');
  });

  test('is not written into a folder that holds something', async () => {
    await expect(openArchiveFolder(archive)).rejects.toThrow('is not empty');
  });
});

describe('a record that is loaded from an archive', { timeout: 120_000 }, () => {
  let said: string[];
  let other: ReturnType<typeof localStore>;

  beforeAll(async () => {
    await emptyTheDatabase();
    said = [];
    other = localStore(join(folder, 'another-store'));
    const forged = await tampered('record/revision.ndjson', (text) =>
      text.replaceAll('"sequence":3,', '"sequence":3000,'),
    );
    await expect(loadArchive(databaseUrl, null, forged, silent)).rejects.toThrow('without gaps');
    expect(await db.revision.count()).toBe(0);
    await loadArchive(databaseUrl, other, archive, (line) => said.push(line));
  }, 120_000);

  test('gives every file back byte for byte, on every day', async () => {
    expect(await everyFile()).toEqual(before);
    expect(await everyNumber()).toEqual(numbers);
    expect(said).toEqual([]);
  });

  test('makes the same archive again', async () => {
    const again = join(folder, 'again');
    await writeArchive(again);
    expect(await recordFilesOf(again)).toEqual(await recordFilesOf(archive));
  });

  test('names who agreed to be named, and nobody else; nobody can sign in', async () => {
    const people = await db.user.findMany();
    expect(people.filter(({ name }) => name === 'Aygün Ağayeva')).toHaveLength(1);
    expect(people.every((each) => !each.maySignIn && each.disabledAt !== null && each.passwordHash === null)).toBe(
      true,
    );
    expect(
      await onDatabase(
        'select submitted_by_name, approved_by_name from public_revision_name where submitted_by_name is not null',
      ),
    ).toEqual([{ submitted_by_name: 'Aygün Ağayeva', approved_by_name: null }]);
  });

  test('hides a name that is taken back', async () => {
    expect(await takeBackName({ name: 'Aygün Ağayeva' })).toMatchObject({ ok: true });
    expect(await takeBackName({ name: 'Aygün Ağayeva' })).toMatchObject({ ok: false });
    const shown = 'select from public_revision_name where num_nonnulls(submitted_by_name, approved_by_name) > 0';
    expect(await onDatabase(shown)).toEqual([]);
  });

  test('has its evidence again', async () => {
    expect(await other.has(photo)).toBe(true);
    expect(await readPublishedFile(photo)).not.toBeNull();
  });

  test('keeps what is withheld withheld: the database refuses to show what is not held', async () => {
    const show = `begin;
      alter table resettlement_disclosure disable trigger it_comes_with_its_version, disable trigger what_is_decided_stays;
      delete from resettlement_disclosure d using resettlement_version v where v.id = d.version_id and v.slug = 'hamlet';
      insert into resettlement_disclosure
        select id, true, false, 'shown', 'shown', 10 from resettlement_version where slug = 'hamlet'`;
    await expect(onDatabase(show)).rejects.toThrow('stays withheld');
    const [row] = await onDatabase("select persons, persons_withheld from current_resettlement where slug = 'hamlet'");
    expect(row).toEqual({ persons: null, persons_withheld: true });
    await expect(onDatabase(`update project_version set title = 'other'`)).rejects.toThrow('is published');
    await expect(onDatabase(`update resettlement_disclosure set totals_shown = true`)).rejects.toThrow('final');
  });

  test('goes on: what is published next has the next number, and a withheld count can be withdrawn or entered anew', async () => {
    const [head] = await db.$queryRaw<[{ revision_count: bigint }]>`select revision_count from record_head`;
    await published(aProject('a-clinic'));
    const last = await db.revision.findFirst({ orderBy: { sequence: 'desc' } });
    expect(last).toMatchObject({ sequence: head.revision_count + 1n, slug: 'a-clinic' });

    // Of the hamlet a number is withheld: that nobody was there later would tell that nobody was there before.
    await published(adding('resettlement', 'hamlet-later', count('a-hamlet', 0, { referenceOn: '2024-06-30' })));
    expect(await onDatabase(`select persons_withheld from current_resettlement where slug = 'hamlet-later'`)).toEqual([
      { persons_withheld: true },
    ]);

    await published({ ...changing('resettlement', 'hamlet', 2, {}), action: 'withdraw', reasonKind: 'withdrawn' });
    expect(
      await onDatabase(`select persons_withheld, is_withdrawn from latest_resettlement where slug = 'hamlet'`),
    ).toEqual([{ persons_withheld: true, is_withdrawn: true }]);
    await published(changing('resettlement', 'hamlet', 3, count('a-hamlet', 60)));
    expect(
      await onDatabase(`select persons, persons_withheld from current_resettlement where slug = 'hamlet'`),
    ).toEqual([{ persons: 60, persons_withheld: false }]);
  });
});
