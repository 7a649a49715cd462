import { beforeAll, describe, expect, test } from 'vitest';
import { aPerson } from '@/test/people';
import {
  aCode,
  adding,
  aPlace,
  aProject,
  aReport,
  aSubmission,
  aSource,
  changing,
  published,
  stated,
  theGround,
} from '@/test/record';
import { db } from '../db';
import { approve } from './approve';
import { reject, sendBack } from './decide';
import type { ProposedChange } from '@/domain/submission/change';
import { saveDraft } from './save-draft';
import { submit } from './submit';
import { withdrawSubmission } from './withdraw-submission';

beforeAll(async () => {
  await published(...theGround, aProject());
});

describe('a draft', () => {
  test('is kept as typed, however incomplete', async () => {
    const author = await aPerson();
    const draft = await saveDraft(author, {
      title: 'Half done',
      changes: [adding('project', 'half-done', { title: '' })],
    });
    expect(draft).toMatchObject({ ok: true, value: { rowVersion: 1 } });
  });

  test('is one draft when it is sent twice with the same key, also at the same moment', async () => {
    const author = await aPerson();
    const input = { title: 'Twice', changes: [aSource('twice')], idempotencyKey: 'k-1' };
    const [first, second] = await Promise.all([saveDraft(author, input), saveDraft(author, input)]);
    expect(first).toEqual(second);
    expect(await db.submission.count({ where: { authorId: author.id } })).toBe(1);
  });

  test('with a used key and other content is refused', async () => {
    const author = await aPerson();
    await saveDraft(author, { title: 'One', changes: [aSource('one')], idempotencyKey: 'k' });
    const other = await saveDraft(author, { title: 'Other', changes: [aSource('other')], idempotencyKey: 'k' });
    expect(other).toMatchObject({ ok: false, problem: { kind: 'key-of-other-content' } });
  });

  test('saved elsewhere meanwhile is not overwritten', async () => {
    const author = await aPerson();
    const draft = await saveDraft(author, { title: 'A', changes: [aSource('a-window')] });
    if (!draft.ok) throw new Error('not saved');
    const { submissionId } = draft.value;
    await saveDraft(author, { submissionId, expectedRowVersion: 1, title: 'B', changes: [aSource('a-window')] });
    const stale = await saveDraft(author, {
      submissionId,
      expectedRowVersion: 1,
      title: 'C',
      changes: [aSource('a-window')],
    });
    expect(stale).toMatchObject({ ok: false, problem: { kind: 'stale-submission' } });
  });

  test('of somebody else cannot be changed', async () => {
    const draft = await saveDraft(await aPerson(), { title: 'Mine', changes: [aSource('mine')] });
    if (!draft.ok) throw new Error('not saved');
    const other = await saveDraft(await aPerson(), {
      ...draft.value,
      expectedRowVersion: 1,
      title: 'Theirs',
      changes: [],
    });
    expect(other).toMatchObject({ ok: false, problem: { kind: 'not-permitted', because: 'only-author' } });
  });
});

describe('submitting', () => {
  test('reports everything that is wrong at once, and keeps the draft', async () => {
    const author = await aPerson();
    const draft = await saveDraft(author, {
      title: 'Wrong',
      changes: [aReport('wrong', { physicalProgressPercent: 120, referenceOn: '31.12.2025', sourceSlug: 'nowhere' })],
    });
    if (!draft.ok) throw new Error('not saved');
    const refused = await submit(author, { submissionId: draft.value.submissionId, expectedRowVersion: 1 });
    expect(refused).toMatchObject({
      problem: { kind: 'invalid-changes', changes: [{ findings: [{ code: 'not-a-date' }, { code: 'out-of-range' }] }] },
    });
    expect(await db.submission.findUnique({ where: { id: draft.value.submissionId } })).toMatchObject({
      state: 'draft',
    });
  });

  test('names a source that is not in the record', async () => {
    const author = await aPerson();
    const draft = await saveDraft(author, { title: 'Lost', changes: [aReport('lost', { sourceSlug: 'nowhere' })] });
    if (!draft.ok) throw new Error('not saved');
    const refused = await submit(author, { submissionId: draft.value.submissionId, expectedRowVersion: 1 });
    expect(refused).toMatchObject({
      problem: {
        changes: [{ findings: [{ code: 'unknown-record', path: 'sourceSlug', words: { found: 'nowhere' } }] }],
      },
    });
  });

  test('progress that falls asks why, and goes through when that is answered', async () => {
    await published(aReport('fell-before', { referenceOn: '2026-01-31', physicalProgressPercent: 62 }));
    const author = await aPerson();
    const fell = aReport('fell', { referenceOn: '2026-02-28', physicalProgressPercent: 58 });
    const draft = await saveDraft(author, { title: 'Fell', changes: [fell] });
    if (!draft.ok) throw new Error('not saved');
    const { submissionId } = draft.value;
    const asked = await submit(author, { submissionId, expectedRowVersion: 1 });
    expect(asked).toMatchObject({
      problem: { changes: [{ findings: [{ code: 'progress-fell', severity: 'warning' }] }] },
    });

    const changes = [{ ...fell, answer: 'A pier was torn down.' }];
    await saveDraft(author, { submissionId, expectedRowVersion: 1, title: 'Fell', changes });
    expect(await submit(author, { submissionId, expectedRowVersion: 2 })).toMatchObject({ ok: true });
  });

  test('of a code is refused to all but administrators', async () => {
    const author = await aPerson({ role: 'reviewer' });
    const code = adding('code', 'subsector.rail', {
      list: 'subsector',
      code: 'rail',
      labels: [{ language: 'en', label: 'Rail' }],
    });
    const draft = await saveDraft(author, { title: 'Code', changes: [code] });
    if (!draft.ok) throw new Error('not saved');
    const refused = await submit(author, { submissionId: draft.value.submissionId, expectedRowVersion: 1 });
    expect(refused).toMatchObject({ problem: { kind: 'not-permitted', because: 'administrators-manage' } });
  });

  test('outside the places an editor enters for is refused; within them it is not', async () => {
    const elsewhere = await aPerson({ limitedToPlaces: ['another-village'] });
    const here = await aPerson({ limitedToPlaces: ['a-village'] });
    const outcomes = await Promise.all(
      [elsewhere, here].map(async (author) => {
        const draft = await saveDraft(author, {
          title: 'Limits',
          changes: [aReport('limits', { physicalProgressPercent: null })],
        });
        return draft.ok ? submit(author, { submissionId: draft.value.submissionId, expectedRowVersion: 1 }) : draft;
      }),
    );
    expect(outcomes).toMatchObject([{ problem: { because: 'outside-places' } }, { ok: true }]);
  });

  test("moves nothing into an editor's places that lies outside them", async () => {
    const far = aProject('a-far-bridge', { places: [{ placeSlug: 'a-far-village' }] });
    await published(aPlace('a-far-village'), far);
    const here = { ...(far.content as object), places: [{ placeSlug: 'a-village' }] };
    const author = await aPerson({ limitedToPlaces: ['a-village'] });
    const draft = await saveDraft(author, { title: 'Moved', changes: [changing('project', 'a-far-bridge', 1, here)] });
    if (!draft.ok) throw new Error('not saved');
    const refused = await submit(author, { submissionId: draft.value.submissionId, expectedRowVersion: 1 });
    expect(refused).toMatchObject({ problem: { kind: 'not-permitted', because: 'outside-places' } });
  });

  test("puts no claim side by side with others outside an editor's places, whatever the disagreement names itself", async () => {
    await published(
      aPlace('a-third-village'),
      aProject('a-third-bridge', { places: [{ placeSlug: 'a-third-village' }] }),
      aReport('of-the-third-bridge', { projectSlug: 'a-third-bridge' }),
    );
    const disagreement = adding('disagreement', 'how-far-the-third-bridge-is', {
      title: 'How far it is',
      nature: 'note',
      claims: [{ recordKind: 'progress_report', recordSlug: 'of-the-third-bridge', field: 'physicalProgressPercent' }],
      explanation: 'Two say different things.',
    });
    const handedIn = async (place: string) => {
      const author = await aPerson({ limitedToPlaces: [place] });
      const draft = await saveDraft(author, { title: 'Claims', changes: [disagreement] });
      return draft.ok ? submit(author, { submissionId: draft.value.submissionId, expectedRowVersion: 1 }) : draft;
    };
    expect(await handedIn('a-village')).toMatchObject({ problem: { because: 'outside-places' } });
    expect(await handedIn('a-third-village')).toMatchObject({ ok: true });
  });

  test("puts no claim of another sector than an editor's side by side with others", async () => {
    await published(
      aCode('subsector', 'estate', { sector: 'housing' }),
      aProject('a-housing-estate', { sector: 'housing', subsector: 'estate' }),
      aReport('of-the-estate', { projectSlug: 'a-housing-estate' }),
    );
    const disagreement = adding('disagreement', 'how-far-the-estate-is', {
      title: 'How far it is',
      nature: 'note',
      claims: [{ recordKind: 'progress_report', recordSlug: 'of-the-estate', field: 'physicalProgressPercent' }],
      explanation: 'Two say different things.',
    });
    const refusal = async (sector: 'housing' | 'infrastructure', change: ProposedChange) => {
      const author = await aPerson({ limitedToSectors: [sector] });
      const draft = await saveDraft(author, { title: 'Claims', changes: [change] });
      if (!draft.ok) return draft.problem;
      const sent = await submit(author, { submissionId: draft.value.submissionId, expectedRowVersion: 1 });
      return sent.ok ? null : sent.problem;
    };
    const outside = { kind: 'not-permitted', because: 'outside-sectors' };
    expect(await refusal('infrastructure', disagreement)).toMatchObject(outside);
    expect(await refusal('housing', disagreement)).toBeNull();
  });

  test('of places that would lie in each other is refused, wherever the circle closes', async () => {
    await published(aPlace('outer'), aPlace('inner', { parentSlug: 'outer' }));
    const author = await aPerson();
    const circle = [
      changing('place', 'outer', 1, { ...(aPlace().content as object), parentSlug: 'innermost' }),
      aPlace('innermost', { parentSlug: 'inner' }),
    ];
    const draft = await saveDraft(author, { title: 'Circle', changes: circle });
    if (!draft.ok) throw new Error('not saved');
    const refused = await submit(author, { submissionId: draft.value.submissionId, expectedRowVersion: 1 });
    const findings = [{ code: 'refers-to-itself', path: 'parentSlug' }];
    expect(refused).toMatchObject({
      problem: {
        kind: 'invalid-changes',
        changes: [
          { slug: 'outer', findings },
          { slug: 'innermost', findings },
        ],
      },
    });
  });

  test('of more spent than contracted asks why; a contract is worth what its last amendment says', async () => {
    const contract = adding('contract', 'a-contract', {
      projectSlug: 'a-bridge',
      title: 'Works',
      supplierSlug: 'a-ministry',
      procurementMethod: 'open',
      valueMinorUnits: '100000',
      currency: 'AZN',
      amendments: [{ amendedOn: '2026-01-31', reason: 'More works', newValueMinorUnits: '150000' }],
      ...stated,
    });
    await published(contract);
    const author = await aPerson();
    const spent = (amount: string) =>
      aReport('spent', {
        referenceOn: '2025-06-30',
        physicalProgressPercent: null,
        spentMinorUnits: amount,
        currency: 'AZN',
      });
    const draft = await saveDraft(author, { title: 'Spent', changes: [spent('150001')] });
    if (!draft.ok) throw new Error('not saved');
    const { submissionId } = draft.value;
    const asked = await submit(author, { submissionId, expectedRowVersion: 1 });
    expect(asked).toMatchObject({ problem: { changes: [{ findings: [{ code: 'spent-above-contracted' }] }] } });
    await saveDraft(author, { submissionId, expectedRowVersion: 1, title: 'Spent', changes: [spent('150000')] });
    expect(await submit(author, { submissionId, expectedRowVersion: 2 })).toMatchObject({ ok: true });
  });
});

describe('approving', () => {
  test('is refused to the person who wrote it, whatever their role', async () => {
    const author = await aPerson({ role: 'administrator' });
    const submission = await aSubmission(author, [aSource('own')]);
    expect(await approve(author, submission)).toMatchObject({
      problem: { kind: 'not-permitted', because: 'own-submission' },
    });
    expect(await db.source.findUnique({ where: { slug: 'own' } })).toBeNull();
  });

  test('is refused to editors', async () => {
    const submission = await aSubmission(await aPerson(), [aSource('editors')]);
    expect(await approve(await aPerson(), submission)).toMatchObject({ problem: { because: 'reviewers-review' } });
  });

  test('by two reviewers at once publishes exactly once', async () => {
    const submission = await aSubmission(await aPerson(), [aSource('race')]);
    const reviewers = [await aPerson({ role: 'reviewer' }), await aPerson({ role: 'reviewer' })];
    const outcomes = await Promise.all(reviewers.map((reviewer) => approve(reviewer, submission)));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ problem: { kind: 'step-not-open', from: 'approved' } });
    expect(await db.revision.count({ where: { slug: 'race' } })).toBe(1);
  });

  test('names what was seen: another hash is refused and nothing is published', async () => {
    const submission = await aSubmission(await aPerson(), [aSource('seen')]);
    const refused = await approve(await aPerson({ role: 'reviewer' }), { ...submission, contentHash: '0'.repeat(64) });
    expect(refused).toMatchObject({ problem: { kind: 'stale-approval' } });
    expect(await db.source.findUnique({ where: { slug: 'seen' } })).toBeNull();
  });

  test('is refused when the record was published anew after the change was begun', async () => {
    await published(aSource('moving'));
    const content = { publisher: 'P', title: 'First to be approved', titleBasis: 'headline' };
    const slower = await aSubmission(await aPerson(), [changing('source', 'moving', 1, content)]);
    await published(changing('source', 'moving', 1, { ...content, title: 'Quicker' }));
    const refused = await approve(await aPerson({ role: 'reviewer' }), slower);
    expect(refused).toMatchObject({
      problem: { kind: 'stale-records', records: [{ recordKind: 'source', slug: 'moving', yours: 1, current: 2 }] },
    });
    expect(await db.submission.findUnique({ where: { id: slower.submissionId } })).toMatchObject({
      state: 'submitted',
    });
  });

  test('closes the version it replaces and keeps it, with a reason for the new one', async () => {
    await published(aSource('kept'));
    await published(changing('source', 'kept', 1, { publisher: 'P', title: 'Corrected', titleBasis: 'headline' }));
    const versions = await db.sourceVersion.findMany({ where: { slug: 'kept' }, orderBy: { version: 'asc' } });
    expect(versions.map(({ title }) => title)).toEqual(['Bulletin 6', 'Corrected']);
    expect(versions[0]?.supersededAt).toEqual(versions[1]?.publishedAt);
    expect(await db.revision.findFirst({ where: { slug: 'kept', version: 2 } })).toMatchObject({
      reason: 'A newer statement',
      before: { title: 'Bulletin 6' },
      after: { title: 'Corrected' },
    });
  });

  test('of a withdrawal keeps the record, as withdrawn, with what it said', async () => {
    await published(aSource('gone'));
    await published(
      changing('source', 'gone', 1, {}, { action: 'withdraw', reasonKind: 'withdrawn', reason: 'The page was false' }),
    );
    const [current] = await db.sourceVersion.findMany({ where: { slug: 'gone', supersededAt: null } });
    expect(current).toMatchObject({ isWithdrawn: true, title: 'Bulletin 6', version: 2 });
    expect(await db.$queryRaw`select slug from current_source where slug = 'gone'`).toEqual([]);

    const again = changing(
      'source',
      'gone',
      2,
      {},
      { action: 'withdraw', reasonKind: 'withdrawn', reason: 'Once more' },
    );
    await expect(published(again)).rejects.toThrow('unknown-record');
  });

  test('of many at once leaves revisions in order and without gaps', async () => {
    const waiting = await Promise.all(
      ['g-1', 'g-2', 'g-3', 'g-4'].map(async (slug) =>
        aSubmission(await aPerson(), [aSource(slug), aSource(`${slug}-b`)]),
      ),
    );
    await Promise.all(waiting.map(async (each) => approve(await aPerson({ role: 'reviewer' }), each)));
    const revisions = await db.revision.findMany({ orderBy: { sequence: 'asc' } });
    expect(revisions.map(({ sequence }) => Number(sequence))).toEqual(revisions.map((_, index) => index + 1));
    const instants = revisions.map(({ publishedAt }) => publishedAt.getTime());
    expect(instants).toEqual([...instants].sort((one, other) => one - other));
  });

  test('that fails half way leaves nothing', async () => {
    const submission = await aSubmission(await aPerson(), [aSource('half-1'), aSource('half-2')]);
    await published(aSource('half-2'));
    expect(await approve(await aPerson({ role: 'reviewer' }), submission)).toMatchObject({
      problem: { kind: 'invalid-changes', changes: [{ slug: 'half-2', findings: [{ code: 'already-taken' }] }] },
    });
    expect(await db.source.findUnique({ where: { slug: 'half-1' } })).toBeNull();
  });
});

describe('sending back', () => {
  test('returns the submission with its note; mended, it is published', async () => {
    const author = await aPerson();
    const reviewer = await aPerson({ role: 'reviewer' });
    const submission = await aSubmission(author, [aSource('mended')]);
    await sendBack(reviewer, { ...submission, note: 'Which bulletin?' });
    const { submissionId } = submission;
    expect(await db.submission.findUnique({ where: { id: submissionId } })).toMatchObject({
      state: 'returned',
      decisionNote: 'Which bulletin?',
    });
    await saveDraft(author, { submissionId, expectedRowVersion: 3, title: 'Mended', changes: [aSource('mended')] });
    const again = await submit(author, { submissionId, expectedRowVersion: 4 });
    if (!again.ok) throw new Error(JSON.stringify(again));
    expect(await approve(reviewer, { submissionId, contentHash: again.value.contentHash })).toMatchObject({ ok: true });
  });

  test('needs a note', async () => {
    const submission = await aSubmission(await aPerson(), [aSource('no-note')]);
    const refused = await sendBack(await aPerson({ role: 'reviewer' }), { ...submission, note: '  ' });
    expect(refused).toMatchObject({ problem: { kind: 'note-needed' } });
  });

  test('keeps the lines of a note, and nothing that a database does not', async () => {
    const reviewer = await aPerson({ role: 'reviewer' });
    const empty = await aSubmission(await aPerson(), [aSource('unreadable')]);
    expect(await sendBack(reviewer, { ...empty, note: '\u0000\ud800' })).toMatchObject({
      problem: { kind: 'note-needed' },
    });
    await sendBack(reviewer, { ...empty, note: 'Which\u0000bulletin?\r\nAnd\u001bwhen? \ud83c\udfe0 \ud83c' });
    expect(await db.submission.findUnique({ where: { id: empty.submissionId } })).toMatchObject({
      decisionNote: 'Which bulletin?\nAnd when? \ud83c\udfe0',
    });
  });

  test('for good, with a reason, is the end', async () => {
    const author = await aPerson();
    const submission = await aSubmission(author, [aSource('no')]);
    await reject(await aPerson({ role: 'reviewer' }), { ...submission, note: 'No source says so' });
    const { submissionId } = submission;
    expect(await withdrawSubmission(author, { submissionId, expectedRowVersion: 3 })).toMatchObject({
      problem: { kind: 'step-not-open', from: 'rejected' },
    });
  });
});

test('a submission is withdrawn by its author alone, before it is decided', async () => {
  const author = await aPerson();
  const { submissionId } = await aSubmission(author, [aSource('taken-back')]);
  const other = await withdrawSubmission(await aPerson(), { submissionId, expectedRowVersion: 2 });
  expect(other).toMatchObject({ problem: { because: 'only-author' } });
  expect(await withdrawSubmission(author, { submissionId, expectedRowVersion: 2 })).toMatchObject({ ok: true });
});

describe('the database itself refuses', () => {
  test('to change a published version', async () => {
    await expect(db.projectVersion.updateMany({ data: { title: 'Another' } })).rejects.toThrow('is published');
  });

  test('to delete one, or a revision, or an identifier', async () => {
    await expect(db.projectVersion.deleteMany()).rejects.toThrow('is published');
    await expect(db.revision.deleteMany()).rejects.toThrow('is published and final');
    await expect(db.project.deleteMany()).rejects.toThrow('is published and final');
  });

  test('to empty a table of versions', async () => {
    await expect(db.$executeRaw`truncate project_version cascade`).rejects.toThrow('is published and final');
  });

  test('to add to a version that was published before', async () => {
    const version = await db.projectVersion.findFirstOrThrow({ where: { slug: 'a-bridge' } });
    const row = { versionId: version.id, position: 7, placeSlug: 'a-village' };
    await expect(db.projectPlace.create({ data: row })).rejects.toThrow('its version is published');
  });

  test('that an author decides their own submission', async () => {
    const author = await aPerson({ role: 'reviewer' });
    const { submissionId } = await aSubmission(author, [aSource('db-own')]);
    const own = db.submission.update({
      where: { id: submissionId },
      data: { state: 'approved', reviewerId: author.id },
    });
    await expect(own).rejects.toThrow('nobody_decides_their_own_submission');
  });

  test('to change what was submitted', async () => {
    const { submissionId } = await aSubmission(await aPerson(), [aSource('db-fixed')]);
    const change = db.submissionChange.updateMany({ where: { submissionId }, data: { slug: 'other' } });
    await expect(change).rejects.toThrow('its changes are fixed');
  });

  test('a percentage above one hundred, even from publishing code', async () => {
    const insert = db.$executeRaw`
      insert into progress_report_version (id, slug, version, revision_id, published_at, is_withdrawn, project_slug, kind,
        reference_on_first, reference_on_last, reference_on_precision, physical_progress_percent, source_slug, stated_by_slug, obtained, verification)
      select gen_random_uuid(), 'x', 1, gen_random_uuid(), now(), false, 'a-bridge', 'observation',
        '2026-01-01', '2026-01-01', 'day', 101, ${stated.sourceSlug}, ${stated.statedBySlug}, 'found', 'reported'`;
    await expect(insert).rejects.toThrow('physical_progress_is_a_percentage');
  });
});
