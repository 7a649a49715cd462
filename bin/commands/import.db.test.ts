import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { db } from '@/server/db';
import { closeExportPool } from '@/server/export/copy-out';
import { openFile } from '@/server/export/open-file';
import { recordNow } from '@/server/published/record-at';
import { aPerson } from '@/test/people';
import { aProject, aReport, published, stated, theGround } from '@/test/record';

/** The command as an operator runs it, on the database of this test. */

vi.setConfig({ testTimeout: 120_000 }); // each test starts the program once or twice

const folder = mkdtempSync(join(tmpdir(), 'cornerstone-import-command-'));
let email: string;
let exported: string;

beforeAll(async () => {
  await published(...theGround, aProject(), aReport());
  const { id } = await aPerson();
  email = (await db.user.update({ where: { id }, data: { maySignIn: true } })).email;
  exported = await text(await openFile(recordNow(), 'progress', {}, 'csv'));
});

afterAll(async () => {
  await closeExportPool();
  rmSync(folder, { recursive: true, force: true });
});

async function run(...args: readonly string[]) {
  return new Promise<{ status: unknown; out: string; err: string }>((done) => {
    execFile(
      process.execPath,
      ['bin/cornerstone', 'import', ...args],
      { env: { ...process.env, CORNERSTONE_DATA_DIR: join(folder, 'data') } },
      (error, out, err) => done({ status: error ? error.code : 0, out, err }),
    );
  });
}

async function bring(name: string, content: string, ...args: readonly string[]) {
  writeFileSync(join(folder, name), content);
  const before = await db.submission.count();
  const ended = await run(join(folder, name), '--table', 'progress', '--as', email, ...args);
  return { ...ended, submissions: (await db.submission.count()) - before };
}

const openRuns = () => db.importRun.count({ where: { state: { notIn: ['dropped', 'proposed'] } } });
const because = ['--reason', 'The monthly table'];

test('a file that was exported here and not edited changes nothing, and the command ends with 4', async () => {
  const ended = await bring('unchanged.csv', exported, ...because);
  expect(ended).toMatchObject({ status: 4, submissions: 0, err: '' });
  expect(ended.out).toBe('0 new records, 0 changes, 1 stay as they are, 0 rows fail\n');
});

test('one cell edited becomes one change of a submission that waits', async () => {
  const edited = exported.replace('42.5', '43.5');
  expect(edited).not.toBe(exported);
  const ended = await bring('edited.csv', edited, ...because, '--from', 'Ministry, by e-mail');
  expect(ended).toMatchObject({ status: 0, submissions: 1, err: '' });
  const id = /Submitted for review: (\S+)/.exec(ended.out)?.[1] ?? '';
  expect(await db.submission.findUnique({ where: { id }, include: { changes: true } })).toMatchObject({
    state: 'submitted',
    channel: 'import',
    changes: [
      {
        slug: 'a-bridge-2026-06-30',
        action: 'change',
        baseVersion: 1,
        content: { physicalProgressPercent: 43.5 },
        reason: 'The monthly table (file: Ministry, by e-mail)',
      },
    ],
  });
});

test('a dry run proposes nothing: rows that fail are printed with their reason and place, and questions with the option that answers them', async () => {
  const head =
    'slug,project_slug,kind,reference_on,physical_progress_percent,source_slug,stated_by_slug,obtained,verification';
  const row = (slug: string, on: string, percent: string) =>
    `${slug},a-bridge,observation,${on},${percent},${Object.values(stated).join(',')}`;
  const content = [head, row('fresh-1', '05/06/2025', '12'), row('fresh-2', '06/07/2025', '120'), ''].join('\n');

  const asked = await bring('asked.csv', content, ...because);
  expect(asked).toMatchObject({ status: 1, submissions: 0, out: '' });
  expect(asked.err).toMatch(/nothing is guessed[^]*--day-order day-first: "05\/06\/2025" in row 2 is 2025-06-05/);

  const failed = await bring('asked.csv', content, '--dry-run', '--day-order', 'day-first');
  expect(failed).toMatchObject({ status: 3, submissions: 0 });
  expect(failed.out).toContain('1 new records, 0 changes, 0 stay as they are, 1 rows fail');
  expect(failed.out).toMatch(/error: 1 rows, column physical_progress_percent: .*\(row 3\)/);
});

test('a file that is no table is refused in a sentence, and nothing of a run stays open', async () => {
  const ended = await bring('reports.pdf', '%PDF-1.7 not a table', ...because);
  expect(ended).toMatchObject({ status: 1, out: '', submissions: 0 });
  expect(ended.err).not.toMatch(/\n\s+at /);
  expect(ended.err.trim()).toMatch(/\.$/);
  const missing = await run(join(folder, 'none.csv'), '--table', 'progress', '--as', email, '--dry-run');
  expect(missing).toMatchObject({ status: 1, err: expect.stringMatching(/none\.csv cannot be read: .*\n$/) });
  expect(await openRuns()).toBe(0);
});

test('what cannot be meant ends with 2, before anything is read', async () => {
  const ended = await run('reports.csv', '--table', 'progress', '--as', email);
  expect(ended).toMatchObject({ status: 2, err: expect.stringContaining('--reason is missing') });
});
