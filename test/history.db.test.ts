import { beforeAll, describe, expect, test } from 'vitest';
import { historyPath } from '@/domain/history/history-path';
import type { HistoryOf } from '@/domain/history/history-of';
import { recordKinds } from '@/domain/record/kinds';
import type { ProposedChange } from '@/domain/submission/change';
import { agreeToBeNamed } from '@/server/commands/people/agree-to-be-named';
import { checkEarlierVersion } from '@/server/commands/check-earlier-version';
import { submit } from '@/server/commands/submit';
import { saveDraft } from '@/server/commands/save-draft';
import { db } from '@/server/db';
import { readRecord, readVersionsOf } from '@/server/workspace/read-record';
import { aPerson } from './people';
import {
  aCode,
  adding,
  anOrganisation,
  aPlace,
  approvedBy,
  aProject,
  aReport,
  aSource,
  aSubmission,
  changing,
  published,
  stated,
  theGround,
} from './record';
import {
  readCountsEver,
  readHistory,
  readHistorySummary,
  readRevisions,
  readVersions,
} from '@/server/published/history';
import { readHistoryWords } from '@/server/published/history-words';
import { recordNow } from '@/server/published/record-at';

const record = recordNow();
const read = (history: HistoryOf, page = 1) => readHistory(record, history, page);
const ofRecord = (kind: ProposedChange['kind'], slug: string) => read({ of: 'record', kind, slug });
const content = (change: ProposedChange) => change.content as Record<string, unknown>;

const aCount = (slug: string, facts: Record<string, unknown> = {}) =>
  adding('resettlement', slug, {
    placeSlug: 'a-village',
    kind: 'return',
    populationGroup: 'returned_idp',
    stage: 'happened',
    counting: 'running_total',
    referenceOn: '2026-05-31',
    families: 100,
    personsMethod: 'not_stated',
    ...stated,
    ...facts,
  });

/** One record of each kind. */
const examples: Readonly<Record<(typeof recordKinds)[number], ProposedChange>> = {
  code: aCode('measure', 'bridges', { unit: 'bridges', isSummable: true }),
  source: aSource('a-second-bulletin'),
  organisation: anOrganisation('a-second-ministry'),
  place: aPlace('a-second-village'),
  programme: adding('programme', 'a-programme', { title: 'A programme', ...stated }),
  landmark: adding('landmark', 'a-mill', { title: 'A mill', kind: 'mill', placeSlug: 'a-village', ...stated }),
  project: aProject('a-tunnel', { title: 'A tunnel' }),
  contract: adding('contract', 'a-contract', {
    projectSlug: 'a-bridge',
    title: 'The piers',
    supplierSlug: 'a-ministry',
    procurementMethod: 'open',
    ...stated,
  }),
  milestone: adding('milestone', 'an-opening', {
    projectSlug: 'a-bridge',
    title: 'Opening',
    type: 'opening',
    plannedOn: '2026',
    ...stated,
  }),
  condition: adding('condition', 'a-claim', {
    landmarkSlug: 'a-mill',
    condition: 'damaged',
    certainty: 'probable',
    observedOn: '2025',
    ...stated,
  }),
  context_fact: adding('context_fact', 'a-fact', {
    category: 'mines',
    statement: 'Mines were found',
    referenceOn: '2025',
    placeSlug: 'a-village',
    ...stated,
  }),
  budget_line: adding('budget_line', 'a-line', {
    projectSlug: 'a-bridge',
    kind: 'approved',
    accumulation: 'in_period',
    amountMinorUnits: '100000',
    currency: 'AZN',
    period: '2025',
    ...stated,
  }),
  progress_report: aReport('a-report'),
  resettlement: aCount('a-count'),
  target: adding('target', 'a-target', {
    placeSlug: 'a-village',
    metric: 'families',
    populationGroup: 'returned_idp',
    value: 200,
    dueOn: '2027',
    ...stated,
  }),
  readiness: adding('readiness', 'water', {
    placeSlug: 'a-village',
    service: 'water',
    state: 'ready',
    referenceOn: '2026-01-01',
    ...stated,
  }),
  disagreement: adding('disagreement', 'a-note', {
    title: 'Two counts of one village',
    nature: 'note',
    placeSlug: 'a-village',
    claims: [{ recordKind: 'resettlement', recordSlug: 'a-count', field: 'families' }],
    explanation: 'The source counts households.',
  }),
};

beforeAll(async () => {
  await published(
    ...theGround,
    aCode('landmark_kind', 'mill'),
    aCode('fact_category', 'mines'),
    aCode('service', 'water'),
    aProject(),
    aProject('another-bridge', { title: 'Another bridge' }),
    ...recordKinds.map((kind) => examples[kind]),
  );
});

describe('the history of one record', () => {
  test.each(recordKinds)('holds every version of a %s, also when nothing but its reason is new', async (kind) => {
    const { slug, content: first } = examples[kind];
    const reason = `The ${kind} was read again`;
    await published(
      changing(kind, slug, 1, first as Record<string, unknown>, { reasonKind: 'source_changed', reason }),
    );
    const revisions = await ofRecord(kind, slug);
    expect(revisions.map(({ version, action }) => [version, action])).toEqual([
      [2, 'change'],
      [1, 'add'],
    ]);
    expect(revisions[0]).toMatchObject({
      kind,
      slug,
      reasonKind: 'source_changed',
      reason,
      before: revisions[1]?.after,
    });
    expect(await readVersions(record, { kind, slug })).toMatchObject([{ version: 2 }, { version: 1 }]);
  });

  test('says who submitted and who approved by role and organisation, with the source, and by no name', async () => {
    const [latest] = await ofRecord('progress_report', 'a-report');
    expect(latest).toMatchObject({
      submittedBy: { role: 'administrator', organisation: null, name: null },
      approvedBy: { role: 'reviewer', organisation: null, name: null },
      source: { title: 'Bulletin 6', publisher: 'Ministry' },
    });
    expect(JSON.stringify(latest)).not.toMatch(/@|Person/);
  });

  test('keeps a withdrawn record, as withdrawn', async () => {
    await published(aSource('false-page'));
    await published(
      changing(
        'source',
        'false-page',
        1,
        {},
        { action: 'withdraw', reasonKind: 'withdrawn', reason: 'The page was false' },
      ),
    );
    const revisions = await ofRecord('source', 'false-page');
    expect(revisions).toMatchObject([
      { version: 2, action: 'withdraw', reason: 'The page was false', after: { title: 'Bulletin 6' } },
      { version: 1, action: 'add' },
    ]);
    const { labels } = await readHistoryWords(record, [{ kind: 'source', slug: 'false-page', content: null }], 'en');
    expect(labels['source/false-page']).toContain('Bulletin 6');
  });

  test('is read page by page, and nothing is left out', async () => {
    await published(aReport('a-long-story', { referenceOn: '2026-01-01' }));
    for (let version = 1; version <= 30; version += 1) {
      const next = content(aReport('', { referenceOn: '2026-01-01', physicalProgressPercent: version }));
      await published(changing('progress_report', 'a-long-story', version, next, { answer: 'As the source says' }));
    }
    const story = { of: 'record', kind: 'progress_report', slug: 'a-long-story' } as const;
    const pages = [await read(story, 1), await read(story, 2), await read(story, 3)];
    expect(pages.map(({ length }) => length)).toEqual([25, 6, 0]);
    expect(pages.flat().map(({ version }) => version)).toEqual(Array.from({ length: 31 }, (_, index) => 31 - index));
    expect(await readHistorySummary(record, story)).toEqual({ count: 31, lastOn: record.day });
  });
});

describe('the history of a project', () => {
  test('holds what is stated of it, and a report that was moved leaves a trace in both', async () => {
    await published(aReport('moved', { referenceOn: '2026-03-31' }));
    const moved = content(aReport('', { referenceOn: '2026-03-31', projectSlug: 'another-bridge' }));
    await published(changing('progress_report', 'moved', 1, moved, { reason: 'It speaks of the other bridge' }));
    const later = { ...moved, physicalProgressPercent: 60 };
    await published(changing('progress_report', 'moved', 2, later));

    const versionsIn = async (slug: string) =>
      (await read({ of: 'project', slug })).filter((each) => each.slug === 'moved').map(({ version }) => version);
    expect(await versionsIn('a-bridge')).toEqual([2, 1]);
    expect(await versionsIn('another-bridge')).toEqual([3, 2]);
  });

  test('has every kind that hangs on it, each revision once', async () => {
    const revisions = await read({ of: 'project', slug: 'a-bridge' }, 2);
    const all = [...(await read({ of: 'project', slug: 'a-bridge' })), ...revisions];
    const { count } = await readHistorySummary(record, { of: 'project', slug: 'a-bridge' });
    const rest = await read({ of: 'project', slug: 'a-bridge' }, 3);
    const sequences = [...all, ...rest].map(({ sequence }) => sequence);
    expect(new Set(sequences).size).toBe(count);
    expect(new Set([...all, ...rest].map(({ kind }) => kind))).toEqual(
      new Set(['project', 'progress_report', 'milestone', 'contract', 'budget_line']),
    );
  });
});

test('the histories of places and landmarks hold what is stated of them', async () => {
  const kindsOf = async (history: HistoryOf) => new Set((await read(history)).map(({ kind }) => kind));
  expect(await kindsOf({ of: 'place', slug: 'a-village' })).toEqual(
    new Set(['place', 'readiness', 'resettlement', 'target', 'context_fact', 'disagreement']),
  );
  expect(await kindsOf({ of: 'landmark', slug: 'a-mill' })).toEqual(new Set(['landmark', 'condition']));
});

describe('the history of counts of people', () => {
  test('is of one series, and a count that was moved stands in both', async () => {
    await published(
      aCode('population_group', 'worker'),
      aPlace('a-town'),
      aCount('workers', { populationGroup: 'worker' }),
    );
    const moved = content(aCount('', { populationGroup: 'worker', placeSlug: 'a-town' }));
    await published(changing('resettlement', 'workers', 1, moved, { answer: 'As the source says' }));
    const series = { of: 'counts', kind: 'return', populationGroup: 'worker' } as const;
    const versionsAt = async (place: string) => (await read({ ...series, place })).map(({ version }) => version);
    expect(await versionsAt('a-village')).toEqual([2, 1]);
    expect(await versionsAt('a-town')).toEqual([2]);
    expect((await readCountsEver(record, 'en')).places.map(({ value }) => value)).toEqual(
      expect.arrayContaining(['a-town', 'a-village']),
    );
    expect(historyPath({ ...series, place: 'a-town' })).toBe(
      '/returns/history?kind=return&place=a-town&population_group=worker',
    );
  });

  test('withholds what is too small, as every page does', async () => {
    await published(aCount('few', { families: 2, persons: null, note: 'Two families came' }));
    const [few] = await ofRecord('resettlement', 'few');
    expect(few?.after).toMatchObject({ families: 'withheld', note: null });
    expect(JSON.stringify(few)).not.toContain('Two families');
    // Records of before the field belonged to shown counts alone may hold it.
    const [{ said }] = await db.$queryRaw<
      [{ said: unknown }]
    >`select shown_content('few', 1, '{"families": 2, "publicBecause": "Two families, in the news"}') as said`;
    expect(said).toMatchObject({ families: 'withheld', publicBecause: null });
  });
});

describe('a person is named in public', () => {
  const facts = (percent: number) =>
    content(aReport('', { referenceOn: '2026-02-28', physicalProgressPercent: percent }));
  const namesOf = async () =>
    (await ofRecord('progress_report', 'by-name')).map(({ submittedBy, approvedBy }) => [
      submittedBy.name,
      approvedBy.name,
    ]);

  test('only in what was published while they agreed, as they were called then, and only as long as they agree', async () => {
    const author = await aPerson({ role: 'administrator', name: 'Aygun M.' });
    const reviewer = await aPerson({ role: 'reviewer', name: 'R.' });
    await approvedBy(reviewer, await aSubmission(author, [aReport('by-name', { referenceOn: '2026-02-28' })]));
    expect(await namesOf()).toEqual([[null, null]]);

    await agreeToBeNamed(author, { isNamedInPublic: true });
    expect(await namesOf()).toEqual([[null, null]]);
    await approvedBy(reviewer, await aSubmission(author, [changing('progress_report', 'by-name', 1, facts(50))]));
    await db.user.update({ where: { id: author.id }, data: { name: 'Another name' } });
    expect(await namesOf()).toEqual([
      ['Aygun M.', null],
      [null, null],
    ]);

    await agreeToBeNamed(author, { isNamedInPublic: false });
    expect(await namesOf()).toEqual([
      [null, null],
      [null, null],
    ]);
    await agreeToBeNamed(author, { isNamedInPublic: true });
    expect((await namesOf())[0]).toEqual(['Aygun M.', null]);
  });

  test('and pages that are kept are told each time it changes, but not when nothing does', async () => {
    const person = await aPerson();
    const namings = async () => (await db.recordHead.findUniqueOrThrow({ where: { id: 1 } })).namingCount;
    const before = await namings();
    await agreeToBeNamed(person, { isNamedInPublic: true });
    await agreeToBeNamed(person, { isNamedInPublic: true });
    expect(await namings()).toBe(before + 1n);
    expect(await db.auditEvent.count({ where: { actorId: person.id, verb: 'person.named-in-public' } })).toBe(1);
  });

  test('and the database names nobody afterwards, nor anybody who did not agree', async () => {
    const revision = await db.revision.findFirstOrThrow({ where: { slug: 'a-report' } });
    const naming = db.revisionName.create({ data: { revisionId: revision.id, submittedByName: 'Somebody' } });
    await expect(naming).rejects.toThrow('only who agreed is named');
  });
});

describe('a change of what is published', () => {
  test.each([
    ['change', { reason: '  ' }, 'needs-reason', 'reason'],
    ['withdraw', { reason: null, reasonKind: 'withdrawn' }, 'needs-reason', 'reason'],
    ['change', { reasonKind: 'first_publication' }, 'not-a-choice', 'reasonKind'],
  ] as const)('to %s with %j is refused: %s', async (action, facts, code, path) => {
    const editor = await aPerson({ role: 'administrator' });
    const changed = changing('organisation', 'a-second-ministry', 2, { name: 'A ministry' }, { action, ...facts });
    const draft = await saveDraft(editor, { title: 'Without a reason', changes: [changed] });
    if (!draft.ok) throw new Error('A draft may be incomplete');
    const submitted = await submit(editor, {
      submissionId: draft.value.submissionId,
      expectedRowVersion: draft.value.rowVersion,
    });
    expect(submitted).toMatchObject({
      ok: false,
      problem: { kind: 'invalid-changes', changes: [{ findings: [{ code, severity: 'error', path }] }] },
    });
  });
});

describe('an earlier version', () => {
  test('is read as it was, and published again it is one more version; both stay', async () => {
    const editor = await aPerson({ role: 'administrator' });
    await published(aProject('reproposed', { title: 'First title' }));
    await published(changing('project', 'reproposed', 1, content(aProject('', { title: 'Second title' }))));
    const first = await readRecord(editor, { kind: 'project', slug: 'reproposed', version: 1 });
    expect(first?.content).toMatchObject({ title: 'First title' });
    expect(await readRecord(editor, { kind: 'project', slug: 'reproposed', version: 9 })).toBeNull();
    const key = { kind: 'project', slug: 'reproposed' } as const;
    expect(await checkEarlierVersion(editor, { ...key, content: { ...first?.content } })).toEqual([]);

    await published(changing('project', 'reproposed', 2, { ...first?.content }, { reason: 'The first was right' }));
    const versions = await readRevisions(record, key, [1, 3]);
    expect(versions.get(3)?.after).toEqual(versions.get(1)?.after);
    expect((await readVersionsOf(editor, key)).map(({ version }) => version)).toEqual([3, 2, 1]);
  });

  test('is checked by what holds today: fields that are gone, codes that were withdrawn', async () => {
    const editor = await aPerson({ role: 'administrator' });
    await published(
      aCode('subsector', 'canal', { sector: 'infrastructure' }),
      aProject('a-canal', { subsector: 'canal' }),
    );
    await published(changing('project', 'a-canal', 1, content(aProject())));
    await published(
      changing(
        'code',
        'subsector.canal',
        1,
        {},
        { action: 'withdraw', reasonKind: 'withdrawn', reason: 'Not in use', answer: 'Nothing is' },
      ),
    );
    const earlier = { ...content(aProject('a-canal', { subsector: 'canal' })), colour: 'blue' };
    expect(await checkEarlierVersion(editor, { kind: 'project', slug: 'a-canal', content: earlier })).toMatchObject([
      { code: 'unknown-field', path: 'colour' },
      { code: 'refers-to-withdrawn', path: 'subsector' },
    ]);
    expect(await db.submission.count({ where: { authorId: editor.id } })).toBe(0);
  });
});
