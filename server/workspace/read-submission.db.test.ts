import { beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '@/domain/permission';
import { aPerson } from '@/test/people';
import { aDraft, approvedBy, aProject, aReport, aSubmission, changing, published, theGround } from '@/test/record';
import { listMySubmissions, listQueue } from './list-submissions';
import { readHome } from './read-home';
import { readOpenChanges } from './read-open-changes';
import { readDraftChanges, readSubmission, readSubmissionByKey } from './read-submission';

let editor: Actor;
let reviewer: Actor;
beforeAll(async () => {
  [editor, reviewer] = [await aPerson(), await aPerson({ role: 'reviewer' })];
  await published(...theGround, aProject(), aProject('a-school', { title: 'A school' }));
});

const project = aProject().content as Record<string, unknown>; // built above

describe('a submission', () => {
  test('is read by its author and by reviewers, and by no other editor', async () => {
    const { submissionId } = await aSubmission(editor, [aReport('one')]);
    expect(await readSubmission(editor, submissionId)).toMatchObject({
      ok: true,
      value: { isMine: true, state: 'submitted' },
    });
    expect(await readSubmission(reviewer, submissionId)).toMatchObject({ ok: true, value: { isMine: false } });
    expect(await readSubmission(await aPerson(), submissionId)).toMatchObject({ problem: { because: 'only-author' } });
    expect(await readSubmission(editor, 'nonsense')).toMatchObject({ problem: { kind: 'not-found' } });
  });

  test('shows what is published beside what would change, and afterwards what it replaced', async () => {
    const { submissionId, contentHash } = await aSubmission(editor, [
      changing('project', 'a-bridge', 1, { ...project, title: 'A long bridge' }),
    ]);
    const before = {
      action: 'change',
      before: { title: 'A bridge' },
      content: { title: 'A long bridge' },
      currentVersion: 1,
    };
    expect(await readSubmission(reviewer, submissionId)).toMatchObject({ value: { changes: [before] } });

    await approvedBy(reviewer, { submissionId, contentHash });

    expect(await readSubmission(reviewer, submissionId)).toMatchObject({
      value: { state: 'approved', changes: [{ ...before, currentVersion: 2 }] },
    });
  });

  test('is changed by its author alone', async () => {
    const submissionId = await aDraft(editor, [aReport('two')], 'a-key');
    expect(await readDraftChanges(editor, submissionId)).toMatchObject({
      value: { rowVersion: 1, changes: [{ slug: 'two' }] },
    });
    expect(await readDraftChanges(reviewer, submissionId)).toMatchObject({ problem: { because: 'only-author' } });
    expect(await readSubmissionByKey(editor, 'a-key')).toMatchObject({ id: submissionId, state: 'draft' });
    expect(await readSubmissionByKey(reviewer, 'a-key')).toBeNull();
  });
});

describe('the queue', () => {
  test('is shown to those who review, never with a draft', async () => {
    await aDraft(editor, [aReport('three')]);
    await aSubmission(editor, [aReport('four')]);
    const queue = { kind: null, limit: 50 };
    expect(await listQueue(editor, { ...queue, state: 'submitted' })).toEqual({ rows: [], total: 0 });
    expect(await listQueue(reviewer, { ...queue, state: 'draft' })).toEqual({ rows: [], total: 0 });
    const states = (await listQueue(reviewer, { ...queue, state: 'submitted' })).rows.map(({ state }) => state);
    expect(new Set(states)).toEqual(new Set(['submitted']));
    expect((await listQueue(reviewer, { ...queue, state: 'submitted', kind: 'landmark' })).total).toBe(0);
  });

  test('shows one’s own only where it is not asked for what one may decide', async () => {
    const mine = await aSubmission(reviewer, [aReport('five')]);
    const ids = async (isOthersOnly: boolean) =>
      (await listQueue(reviewer, { state: 'submitted', kind: null, isOthersOnly, limit: 50 })).rows.map(({ id }) => id);
    expect(await ids(false)).toContain(mine.submissionId);
    expect(await ids(true)).not.toContain(mine.submissionId);
  });
});

test('one’s own submissions are nobody else’s', async () => {
  const other = await aPerson();
  await aSubmission(other, [aReport('six')]);
  expect(await listMySubmissions(other, { state: null, limit: 50 })).toMatchObject({ total: 1 });
  expect((await listMySubmissions(editor, { state: null, limit: 50 })).rows.every(({ isMine }) => isMine)).toBe(true);
});

test('a record that is being changed says so: one’s own with its submission, another’s without', async () => {
  const { submissionId } = await aSubmission(editor, [
    changing('project', 'a-school', 1, { ...project, title: 'A new school' }),
  ]);
  const record = { kind: 'project', slug: 'a-school' } as const;
  expect(await readOpenChanges(editor, record)).toEqual([{ submissionId, state: 'submitted' }]);
  expect(await readOpenChanges(await aPerson(), record)).toEqual([{ submissionId: null, state: 'submitted' }]);
});

describe('a project goes stale', () => {
  test('when it is underway and nothing was reported for half a year', async () => {
    await published(aReport('an-old-report', { projectSlug: 'a-school', referenceOn: '2020-06-30' }));
    const { stale } = await readHome(await aPerson());
    expect(stale.rows).toContainEqual({ slug: 'a-school', title: expect.any(String), lastOn: '2020-06-30' });
  });

  test('for those alone who enter its places and sectors', async () => {
    const elsewhere = await aPerson({ limitedToPlaces: ['elsewhere'] });
    const housing = await aPerson({ limitedToSectors: ['housing'] });
    const here = await aPerson({ limitedToPlaces: ['a-village'], limitedToSectors: ['infrastructure'] });
    expect((await readHome(elsewhere)).stale.total).toBe(0);
    expect((await readHome(housing)).stale.total).toBe(0);
    expect((await readHome(here)).stale.total).toBeGreaterThan(0);
  });
});
