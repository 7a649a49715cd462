import { beforeAll, expect, test, vi } from 'vitest';
import { aPerson } from '@/test/people';
import { adding, approvedBy, aProject, aReport, aSubmission, changing, published, theGround } from '@/test/record';
import { db } from '../db';
import { approve } from './approve';

/** More changes than one statement takes, so that the seams between statements are within them. */
const many = 3_000;

vi.setConfig({ testTimeout: 120_000 }); // seconds where nothing else runs

beforeAll(() => published(...theGround, aProject(), aReport()));

const sources = (name: string) =>
  Array.from({ length: many }, (_, index) =>
    adding('source', `${name}-${index}`, { publisher: 'Ministry', title: `Bulletin ${index}`, titleBasis: 'headline' }),
  );

/** How many revisions there are, and the last of their numbers: equal where there is no gap. */
const revisions = async () => ({
  count: await db.revision.count(),
  last: Number((await db.revision.aggregate({ _max: { sequence: true } }))._max.sequence),
});

test('thousands of changes are published in one submission, their revisions in its order and without a gap', async () => {
  const before = await revisions();
  const submission = await aSubmission(await aPerson(), sources('bulletin'));
  await approvedBy(await aPerson({ role: 'reviewer' }), submission);
  const all = await db.revision.findMany({
    where: { submissionId: submission.submissionId },
    orderBy: { sequence: 'asc' },
  });
  expect(all.map(({ slug, sequence }) => [slug, Number(sequence)])).toEqual(
    Array.from({ length: many }, (_, index) => [`bulletin-${index}`, before.last + 1 + index]),
  );
  expect(await db.sourceVersion.count({ where: { slug: { startsWith: 'bulletin-' }, version: 1 } })).toBe(many);
  expect(await revisions()).toEqual({ count: before.count + many, last: before.last + many });
});

test('and none of them when the last is refused', async () => {
  const report = (physicalProgressPercent: number) =>
    changing('progress_report', 'a-bridge-2026-06-30', 1, {
      ...(aReport().content as Record<string, unknown>),
      physicalProgressPercent,
    });
  const submission = await aSubmission(await aPerson(), [...sources('refused'), report(43)]);
  await published(report(44));
  const before = await revisions();

  expect(await approve(await aPerson({ role: 'reviewer' }), submission)).toMatchObject({
    ok: false,
    problem: { kind: 'stale-records' },
  });
  expect(await revisions()).toEqual(before);
  expect(before.count).toBe(before.last);
  expect(await db.sourceVersion.count({ where: { slug: { startsWith: 'refused-' } } })).toBe(0);
  expect(await db.submission.findUnique({ where: { id: submission.submissionId } })).toMatchObject({
    state: 'submitted',
  });
});

test('nor when the database itself refuses the last, after the others are written', async () => {
  await db.$executeRaw`create function refuse_it() returns trigger language plpgsql as $$
    begin raise exception 'This one never'; end $$`;
  await db.$executeRawUnsafe(`create trigger refuse_it before insert on source_version
    for each row when (new.slug = 'broken-${many - 1}') execute function refuse_it()`);
  const submission = await aSubmission(await aPerson(), sources('broken'));
  const before = await revisions();

  await expect(approve(await aPerson({ role: 'reviewer' }), submission)).rejects.toThrow('This one never');
  expect(await revisions()).toEqual(before);
  expect(await db.sourceVersion.count({ where: { slug: { startsWith: 'broken-' } } })).toBe(0);

  await db.$executeRaw`drop trigger refuse_it on source_version`;
  await approvedBy(await aPerson({ role: 'reviewer' }), submission);
  expect(await revisions()).toEqual({ count: before.count + many, last: before.last + many });
});
