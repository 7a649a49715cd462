import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '@/domain/permission';
import { aPerson } from '@/test/people';
import { approvedBy, aProject, aReport, changing, published, stated, theGround } from '@/test/record';
import { db } from '../../db';
import { env, settle } from '../../env';
import { isFileThere, keepCopy } from '../../import/import-files';
import { approve } from '../approve';
import { undoSubmission } from '../undo-submission';
import { backToColumns, checkAgain, chooseTable, dropRun, mapColumns } from './change-run';
import { checkRun } from './check-run';
import { proposeRun } from './propose-run';
import { dropForgotten } from './start-checking';
import { mostOpenRuns, takeInFile } from './take-in-file';

const folder = mkdtempSync(join(tmpdir(), 'cornerstone-import-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeAll(async () => {
  settle({ CORNERSTONE_DATA_DIR: folder });
  await published(...theGround, aProject(), aReport());
});

const said = Object.values(stated).join(',');
const headers =
  'slug,project_slug,kind,reference_on,physical_progress_percent,source_slug,stated_by_slug,obtained,verification';
const row = (slug: string, percent: string, on = '2026-08-15', project = 'a-bridge') =>
  `${slug},${project},observation,${on},${percent},${said}`;
const csv = (...rows: readonly string[]) => `${[headers, ...rows].join('\n')}\n`;

let files = 0;

async function brought(actor: Actor, text: string, name = 'reports.csv') {
  const path = join(folder, `file-${(files += 1)}`);
  writeFileSync(path, text);
  return takeInFile(actor, await keepCopy(path, 1024 ** 2), name);
}

async function taken(actor: Actor, text: string): Promise<string> {
  const run = await brought(actor, text);
  if (!run.ok) throw new Error(JSON.stringify(run.problem));
  return run.value.runId;
}

async function checked(actor: Actor, text: string, table = 'progress' as const): Promise<string> {
  const runId = await taken(actor, text);
  const heads = (text.split('\n')[0] ?? '').split(',');
  const chosen = await chooseTable(actor, { runId, table, fileAnswers: {} });
  if (!chosen.ok) throw new Error(JSON.stringify(chosen.problem));
  const mapped = await mapColumns(actor, { runId, mapping: heads, answers: {}, ownScheme: null, headers: heads });
  if (!mapped.ok) throw new Error(JSON.stringify(mapped.problem));
  await checkRun(runId);
  return runId;
}

const runOf = (id: string) => db.importRun.findUniqueOrThrow({ where: { id } });
const rowsOf = (runId: string) => db.importRow.findMany({ where: { runId }, orderBy: { number: 'asc' } });
const because = {
  title: 'Reports of July',
  reason: 'The monthly table',
  reasonKind: 'new_report',
  answer: null,
  duplicates: null,
} as const;

describe('a file is compared with the record', () => {
  test('row by row: what it creates, changes, leaves as it is, and what is wrong', async () => {
    const actor = await aPerson();
    const runId = await checked(
      actor,
      csv(
        row('a-bridge-2026-06-30', '42.5', '2026-06-30'),
        row('fresh-2026-08-15', '50'),
        row('fresh-2026-08-31', '120', '2026-08-31'),
        row('fresh-2026-09-30', '60', '2026-09-30', 'no-such-bridge'),
        '',
      ),
    );
    expect(await runOf(runId)).toMatchObject({ state: 'previewed', creates: 1, changes: 0, stays: 1, fails: 2 });
    expect(await rowsOf(runId)).toMatchObject([
      { number: 2, outcome: 'stay', content: null },
      { number: 3, outcome: 'create', slug: 'fresh-2026-08-15', baseVersion: null },
      {
        number: 4,
        outcome: 'fail',
        findings: [{ code: 'out-of-range', column: 'physical_progress_percent', found: '120' }],
      },
      {
        number: 5,
        outcome: 'fail',
        findings: [{ code: 'unknown-record', column: 'project_slug', found: 'no-such-bridge' }],
      },
    ]);
  });

  test('a record that stands in it twice fails the second time, and says where the first is', async () => {
    const runId = await checked(await aPerson(), csv(row('twice', '50'), row('twice', '51')));
    expect(await rowsOf(runId)).toMatchObject([
      { outcome: 'create' },
      { outcome: 'fail', findings: [{ code: 'appears-twice', words: { other: '2' } }] },
    ]);
  });

  test('progress that falls is a warning, and its row holds', async () => {
    const runId = await checked(await aPerson(), csv(row('fell', '12')));
    expect(await rowsOf(runId)).toMatchObject([
      { outcome: 'create', findings: [{ code: 'progress-fell', severity: 'warning' }] },
    ]);
  });

  test('rows outside a person’s limits fail one by one', async () => {
    const limited = await aPerson({ limitedToSectors: ['housing'] });
    const runId = await checked(limited, csv(row('not-mine', '50')));
    expect(await rowsOf(runId)).toMatchObject([{ outcome: 'fail', findings: [{ code: 'outside-limits' }] }]);
  });

  test('a new record that looks like one that is there says which', async () => {
    const runId = await checked(await aPerson(), csv(row('once-more', '50', '2026-07-05')));
    expect(await rowsOf(runId)).toMatchObject([{ outcome: 'create', duplicates: ['a-bridge-2026-06-30'] }]);
  });

  test('a village may lie in a district of the same file', async () => {
    const heads = 'slug,type,names_language,names_name,names_kind,names_is_main,parent_slug,obtained';
    const actor = await aPerson();
    const runId = await taken(
      actor,
      `${heads}\nnew-village,village,en,New village,not_stated,true,new-district,found\nnew-district,district,en,New district,not_stated,true,,found\n`,
    );
    await chooseTable(actor, { runId, table: 'places', fileAnswers: {} });
    const mapping = heads.split(',');
    const mapped = await mapColumns(actor, { runId, mapping, answers: {}, ownScheme: null, headers: mapping });
    expect(mapped.ok).toBe(true);
    await checkRun(runId);
    expect(await rowsOf(runId)).toMatchObject([{ outcome: 'create' }, { outcome: 'create', findings: null }]);
  });

  test('a check that was cut short goes on after the rows that are kept', async () => {
    const actor = await aPerson();
    const runId = await checked(actor, csv(row('resumed-1', '50'), row('resumed-2', '60', '2026-08-31')));
    const whole = await rowsOf(runId);
    await db.importRow.deleteMany({ where: { runId, number: { gt: 2 } } });
    await db.importRun.update({ where: { id: runId }, data: { state: 'checking', checkedTo: 2 } });
    await checkRun(runId);
    expect(await rowsOf(runId)).toEqual(whole);
    expect(await runOf(runId)).toMatchObject({ state: 'previewed', creates: 2 });
  });

  test('a file whose rows the database refuses is given back with a reason, and stops no other', async () => {
    const author = await aPerson();
    const runId = await taken(author, csv(row('a-refused-row', '44')));
    const heads = headers.split(',');
    await chooseTable(author, { runId, table: 'progress', fileAnswers: {} });
    await mapColumns(author, { runId, mapping: heads, answers: {}, ownScheme: null, headers: heads });
    await db.importRow.create({ data: { runId, number: 2, outcome: 'stay', slug: 'a-report', baseVersion: 1 } });
    await checkRun(runId);
    expect(await runOf(runId)).toMatchObject({ state: 'mapping', refusal: { because: 'broke-off' } });
    expect(await rowsOf(runId)).toEqual([]);
  });

  test('dates that may be read in two ways are asked, and nothing is checked before', async () => {
    const actor = await aPerson();
    const runId = await checked(actor, csv(row('asked', '50', '05/06/2026')));
    expect(await runOf(runId)).toMatchObject({
      state: 'mapping',
      conventions: null,
      found: { questions: [{ about: 'dayOrder' }] },
    });
    const heads = headers.split(',');
    await mapColumns(actor, {
      runId,
      mapping: heads,
      answers: { dayOrder: 'day-first' },
      ownScheme: null,
      headers: heads,
    });
    await checkRun(runId);
    expect(await rowsOf(runId)).toMatchObject([{ outcome: 'create', content: { referenceOn: '2026-06-05' } }]);
  });
});

describe('a run', () => {
  test('is refused where its file is no table, and nothing of it stays', async () => {
    expect(await brought(await aPerson(), '%PDF-1.7 not a table', 'reports.pdf')).toMatchObject({
      ok: false,
      problem: { kind: 'file-refused' },
    });
  });

  test('is its author’s alone', async () => {
    const runId = await checked(await aPerson(), csv(row('mine', '50')));
    const other = await aPerson({ role: 'administrator' });
    for (const refused of [
      await chooseTable(other, { runId, table: 'progress', fileAnswers: {} }),
      await mapColumns(other, { runId, mapping: [], answers: {}, ownScheme: null, headers: [] }),
      await checkAgain(other, { runId }),
      await backToColumns(other, { runId }),
      await dropRun(other, { runId }),
      await proposeRun(other, { runId, ...because }),
    ]) {
      expect(refused).toMatchObject({ ok: false, problem: { kind: 'not-permitted', because: 'only-author' } });
    }
  });

  test('of new records needs the columns that new records need', async () => {
    const actor = await aPerson();
    const runId = await taken(actor, csv(row('needed', '50')));
    await chooseTable(actor, { runId, table: 'progress', fileAnswers: {} });
    const mapping = headers.split(',').map((header) => (header === 'kind' || header === 'slug' ? null : header));
    expect(
      await mapColumns(actor, { runId, mapping, answers: {}, ownScheme: null, headers: headers.split(',') }),
    ).toMatchObject({ ok: false, problem: { kind: 'import-incomplete', columns: 'kind' } });
  });

  test('that is dropped leaves neither rows nor file, and is at its end', async () => {
    const actor = await aPerson();
    const runId = await checked(actor, csv(row('dropped', '50')));
    expect(await isFileThere(runId)).toBe(true);
    await dropRun(actor, { runId });
    expect(await isFileThere(runId)).toBe(false);
    expect(await rowsOf(runId)).toEqual([]);
    expect(await checkAgain(actor, { runId })).toMatchObject({ problem: { kind: 'import-moved-on' } });
    await expect(db.importRun.update({ where: { id: runId }, data: { state: 'mapping' } })).rejects.toThrow(/final/);
  });

  test('is not kept beside twenty others that wait for the same person; dropping one makes room', async () => {
    const actor = await aPerson();
    const runs: string[] = [];
    for (let count = 0; count < mostOpenRuns; count += 1) runs.push(await taken(actor, csv(row('a-bridge', '1'))));
    const filesBefore = readdirSync(join(folder, 'imports')).length;
    expect(await brought(actor, csv(row('a-bridge', '1')))).toEqual({
      ok: false,
      problem: { kind: 'too-many-imports', most: mostOpenRuns },
    });
    expect(readdirSync(join(folder, 'imports'))).toHaveLength(filesBefore);
    await dropRun(actor, { runId: runs[0] ?? '' });
    expect((await brought(actor, csv(row('a-bridge', '1')))).ok).toBe(true);
    expect((await brought(await aPerson(), csv(row('a-bridge', '1')))).ok).toBe(true);
  });

  test('that nobody touches is dropped after its days', async () => {
    const runId = await checked(await aPerson(), csv(row('forgotten', '50')));
    await db.importRun.update({ where: { id: runId }, data: { updatedAt: new Date('2026-01-01') } });
    await dropForgotten(env.CORNERSTONE_IMPORT_KEPT_DAYS);
    expect(await runOf(runId)).toMatchObject({ state: 'dropped' });
  });

  test('remembers the choices of its layout', async () => {
    const actor = await aPerson();
    await checked(actor, csv(row('remembered', '50')));
    expect(await db.importLayout.findMany({ where: { authorId: actor.id } })).toMatchObject([
      { tableName: 'progress', choices: { slug: 'slug' } },
    ]);
  });
});

describe('proposing', () => {
  test('makes one submission, reviewed and published like any other', async () => {
    const author = await aPerson();
    const runId = await checked(author, csv(row('proposed-1', '50'), row('proposed-2', '150', '2026-08-31')));
    const proposed = await proposeRun(author, { runId, ...because });
    if (!proposed.ok) throw new Error(JSON.stringify(proposed.problem));
    const { submissionId } = proposed.value;
    const submission = await db.submission.findUniqueOrThrow({
      where: { id: submissionId },
      include: { changes: true },
    });
    expect(submission).toMatchObject({
      state: 'submitted',
      channel: 'import',
      changes: [{ slug: 'proposed-1', action: 'add' }],
    });
    expect(await runOf(runId)).toMatchObject({ state: 'proposed', submissionId, fails: 1 });
    expect(await rowsOf(runId)).toEqual([]);
    expect(await isFileThere(runId)).toBe(false);

    const approval = { submissionId, contentHash: submission.contentHash ?? '' };
    expect(await approve(author, approval)).toMatchObject({ ok: false, problem: { kind: 'not-permitted' } });
    expect(await approve(await aPerson({ role: 'reviewer' }), approval)).toMatchObject({ ok: true });
    expect(await db.progressReportVersion.count({ where: { slug: 'proposed-1' } })).toBe(1);
  });

  test('needs an answer to warnings, and a choice about what may be there already', async () => {
    const author = await aPerson();
    const warned = await checked(author, csv(row('warned', '11', '2026-10-31')));
    expect(await proposeRun(author, { runId: warned, ...because })).toMatchObject({
      problem: { kind: 'import-needs-answer', count: 1 },
    });
    expect(await proposeRun(author, { runId: warned, ...because, answer: 'A pier was torn down' })).toMatchObject({
      ok: true,
    });

    const doubtful = await checked(author, csv(row('doubtful', '50', '2026-06-25')));
    expect(await proposeRun(author, { runId: doubtful, ...because })).toMatchObject({
      problem: { kind: 'import-needs-choice', count: 1 },
    });
    expect(await proposeRun(author, { runId: doubtful, ...because, duplicates: 'leave-out' })).toMatchObject({
      problem: { kind: 'empty-submission' },
    });
  });

  test('is refused when something was published meanwhile, and the run stays as it was', async () => {
    const author = await aPerson();
    await published(aReport('moving', { referenceOn: '2025-01-31' }));
    const runId = await checked(author, csv(row('moving', '43', '2025-01-31')));
    expect(await rowsOf(runId)).toMatchObject([{ outcome: 'change', baseVersion: 1 }]);
    await published(
      changing(
        'progress_report',
        'moving',
        1,
        aReport('moving', { referenceOn: '2025-01-31', physicalProgressPercent: 44 }).content as Record<
          string,
          unknown
        >,
      ),
    );
    expect(await proposeRun(author, { runId, ...because, answer: 'x' })).toMatchObject({
      problem: { kind: 'stale-records' },
    });
    expect(await runOf(runId)).toMatchObject({ state: 'previewed', submissionId: null });
    expect(await db.submission.count({ where: { authorId: author.id } })).toBe(0);
  });

  test('keeps the publisher’s own identifiers, and a file that has only those finds its records', async () => {
    const author = await aPerson();
    const heads = `identifier,scheme,${headers.slice('slug,'.length)}`;
    const mapping = heads.split(',');
    const bring = async (percent: string) => {
      const runId = await taken(author, `${heads}\nA-17,ministry-books,${row('', percent, '2024-02-28').slice(1)}\n`);
      await chooseTable(author, { runId, table: 'progress', fileAnswers: {} });
      await mapColumns(author, { runId, mapping, answers: {}, ownScheme: null, headers: mapping });
      await checkRun(runId);
      return runId;
    };
    const first = await bring('70');
    expect(await rowsOf(first)).toMatchObject([{ outcome: 'create' }]);
    const proposed = await proposeRun(author, { runId: first, ...because, duplicates: 'make', answer: 'so it is' });
    if (!proposed.ok) throw new Error(JSON.stringify(proposed.problem));
    const { contentHash } = await db.submission.findUniqueOrThrow({ where: { id: proposed.value.submissionId } });
    await approvedBy(await aPerson({ role: 'reviewer' }), { ...proposed.value, contentHash: contentHash ?? '' });
    expect(await rowsOf(await bring('70'))).toMatchObject([{ outcome: 'stay' }]);
    expect(await rowsOf(await bring('71'))).toMatchObject([{ outcome: 'change', baseVersion: 1 }]);
  });
});

describe('a published import is undone as a whole', () => {
  async function publishedImport(text: string, table = 'progress' as const) {
    const author = await aPerson();
    const runId = await checked(author, text, table);
    const proposed = await proposeRun(author, { runId, ...because, answer: 'so it is', duplicates: 'make' });
    if (!proposed.ok) throw new Error(JSON.stringify(proposed.problem));
    const { contentHash } = await db.submission.findUniqueOrThrow({ where: { id: proposed.value.submissionId } });
    await approvedBy(await aPerson({ role: 'reviewer' }), { ...proposed.value, contentHash: contentHash ?? '' });
    return { author, submissionId: proposed.value.submissionId };
  }
  const undoing = { title: 'Undo', reason: 'The wrong month', isPartly: false } as const;

  test('by one submission: what was changed is as before, what was added is withdrawn', async () => {
    await published(aReport('undone-changed', { referenceOn: '2023-01-31' }));
    const { author, submissionId } = await publishedImport(
      csv(row('undone-changed', '55', '2023-01-31'), row('undone-added', '56', '2023-02-28')),
    );
    const undone = await undoSubmission(author, { submissionId, ...undoing });
    if (!undone.ok) throw new Error(JSON.stringify(undone.problem));
    const undo = await db.submission.findUniqueOrThrow({ where: { id: undone.value.submissionId } });
    expect(undo).toMatchObject({ state: 'submitted', undoesId: submissionId });
    expect(await undoSubmission(author, { submissionId, ...undoing })).toMatchObject({
      problem: { kind: 'not-undoable', because: 'undone-already' },
    });
    await approvedBy(await aPerson({ role: 'reviewer' }), { ...undone.value, contentHash: undo.contentHash ?? '' });
    const versions = await db.progressReportVersion.findMany({
      where: { slug: { startsWith: 'undone-' }, supersededAt: null },
      orderBy: { slug: 'asc' },
    });
    expect(versions).toMatchObject([
      { slug: 'undone-added', isWithdrawn: true },
      { slug: 'undone-changed', isWithdrawn: false, version: 3 },
    ]);
    expect(Number(versions[1]?.physicalProgressPercent)).toBe(42.5);
  });

  test('not where records were published anew since, unless those are left alone', async () => {
    const { author, submissionId } = await publishedImport(
      csv(row('since-1', '55', '2022-01-31'), row('since-2', '56', '2022-02-28')),
    );
    await published(
      changing(
        'progress_report',
        'since-1',
        1,
        aReport('since-1', { referenceOn: '2022-01-31', physicalProgressPercent: 57 }).content as Record<
          string,
          unknown
        >,
        { answer: 'so it is' },
      ),
    );
    expect(await undoSubmission(author, { submissionId, ...undoing })).toMatchObject({
      problem: { kind: 'changed-since', count: 1, records: [{ slug: 'since-1' }] },
    });
    const undone = await undoSubmission(author, { submissionId, ...undoing, isPartly: true });
    if (!undone.ok) throw new Error(JSON.stringify(undone.problem));
    expect(await db.submissionChange.findMany({ where: { submissionId: undone.value.submissionId } })).toMatchObject([
      { slug: 'since-2', action: 'withdraw' },
    ]);
  });

  test('and nothing else is', async () => {
    const author = await aPerson();
    const runId = await checked(author, csv(row('not-yet', '60', '2021-01-31')));
    const proposed = await proposeRun(author, { runId, ...because, answer: 'so it is', duplicates: 'make' });
    if (!proposed.ok) throw new Error(JSON.stringify(proposed.problem));
    expect(await undoSubmission(author, { ...proposed.value, ...undoing })).toMatchObject({
      problem: { kind: 'not-undoable', because: 'not-published' },
    });
    expect(await undoSubmission(await aPerson(), { ...proposed.value, ...undoing })).toMatchObject({
      problem: { kind: 'not-permitted' },
    });
  });
});
