import { beforeAll, describe, expect, test } from 'vitest';
import type { ProposedChange } from '@/domain/submission/change';
import { today } from '@/server/clock';
import { aPerson } from '@/test/people';
import {
  adding,
  aProject,
  aReport,
  aSource,
  aSubmission,
  aCode,
  changing,
  published,
  stated,
  theGround,
} from '@/test/record';
import { db } from '../db';
import { approve } from './approve';
import { saveDraft } from './save-draft';
import { submit } from './submit';

beforeAll(async () => {
  await published(...theGround);
});

const withdrawing = (
  { kind, slug }: ProposedChange,
  baseVersion = 1,
  facts: Partial<ProposedChange> = {},
): ProposedChange =>
  changing(
    kind,
    slug,
    baseVersion,
    {},
    { action: 'withdraw', reasonKind: 'withdrawn', reason: 'Entered twice', ...facts },
  );

const aBudgetLine = (projectSlug: string) =>
  adding('budget_line', `${projectSlug}-money`, {
    projectSlug,
    kind: 'approved',
    accumulation: 'in_period',
    amountMinorUnits: '100',
    currency: 'AZN',
    period: '2025',
    ...stated,
  });

/** A project with a report and an amount, published. */
async function aProjectWithParts(slug: string) {
  const parts = [aReport(`${slug}-report`, { projectSlug: slug }), aBudgetLine(slug)] as const;
  const project = aProject(slug);
  await published(project, ...parts);
  return { project, parts };
}

async function submitted(...changes: readonly ProposedChange[]) {
  const author = await aPerson({ role: 'administrator' });
  const draft = await saveDraft(author, { title: 'A submission', changes });
  if (!draft.ok) throw new Error(JSON.stringify(draft.problem));
  return submit(author, { submissionId: draft.value.submissionId, expectedRowVersion: draft.value.rowVersion });
}

const findingsIn = (outcome: unknown) => {
  const { problem } = outcome as { problem?: { changes?: readonly { findings: readonly unknown[] }[] } };
  return problem?.changes?.flatMap(({ findings }) => findings) ?? [];
};

describe('what refers to a withdrawn record', () => {
  test('is refused when it is new, and names the field', async () => {
    const source = aSource('withdrawn-source');
    await published(source);
    await published(withdrawing(source));
    const project = aProject('on-withdrawn', {
      sourceSlug: source.slug,
      furtherSources: [{ sourceSlug: source.slug }],
    });
    expect(findingsIn(await submitted(project))).toMatchObject([
      { code: 'refers-to-withdrawn', severity: 'error', path: 'sourceSlug', words: { found: source.slug } },
      { code: 'refers-to-withdrawn', path: 'furtherSources.0.sourceSlug' },
    ]);
  });

  test('is refused when it changes and still does; a code counts as a record', async () => {
    const code = aCode('subsector', 'bridges', { sector: 'infrastructure' });
    const project = aProject('with-a-code', { subsector: 'bridges' });
    await published(code, project);
    await published(withdrawing(code, 1, { answer: 'It keeps its label' }));
    const facts = project.content as Record<string, unknown>;
    const still = await submitted(changing('project', project.slug, 1, { ...facts, title: 'Another' }));
    expect(findingsIn(still)).toMatchObject([{ code: 'refers-to-withdrawn', path: 'subsector' }]);
    const mended = changing('project', project.slug, 1, { ...facts, subsector: 'road' });
    expect(await submitted(mended)).toMatchObject({ ok: true });
  });

  test('is refused in the very set that withdraws it, and accepted in the one that publishes it again', async () => {
    const source = aSource('now-withdrawn');
    await published(source);
    const set = [withdrawing(source), aProject('in-one-set', { sourceSlug: source.slug })];
    expect(findingsIn(await submitted(...set))).toMatchObject([{ code: 'refers-to-withdrawn', path: 'sourceSlug' }]);

    await published(withdrawing(source));
    const again = changing('source', source.slug, 2, source.content as Record<string, unknown>);
    expect(await submitted(again, aProject('in-one-set', { sourceSlug: source.slug }))).toMatchObject({ ok: true });
  });
});

describe('withdrawing', () => {
  test('a project leaves none of its records current: refused with how many of which kind, whatever is answered', async () => {
    const { project, parts } = await aProjectWithParts('with-parts');
    const alone = await submitted(withdrawing(project, 1, { answer: 'They may stay' }));
    expect(findingsIn(alone)).toMatchObject([
      { code: 'leaves-without-owner', severity: 'error', words: { kind: 'budget_line', count: '1' } },
      { code: 'leaves-without-owner', words: { kind: 'progress_report', count: '1' } },
    ]);
    expect(findingsIn(await submitted(withdrawing(project), withdrawing(parts[0])))).toMatchObject([
      { words: { kind: 'budget_line' } },
    ]);
  });

  test('a project with all that is said of it alone leaves nothing in lists and sums', async () => {
    const { project, parts } = await aProjectWithParts('with-all-parts');
    await published(withdrawing(project), ...parts.map((part) => withdrawing(part)));
    const [left] = await db.$queryRaw<{ count: bigint }[]>`
      select (select count(*) from current_progress_report where project_slug = ${project.slug})
           + (select count(*) from current_budget_line where project_slug = ${project.slug}) as count`;
    expect(Number(left?.count)).toBe(0);
  });

  test('a part that was moved to another project in the same set is not left behind', async () => {
    const { project, parts } = await aProjectWithParts('moves-its-parts');
    await published(aProject('takes-parts'));
    const [report, money] = parts;
    const moved = changing('progress_report', report.slug, 1, {
      ...(report.content as object),
      projectSlug: 'takes-parts',
    });
    expect(await submitted(withdrawing(project), moved, withdrawing(money))).toMatchObject({ ok: true });
  });

  test('what others merely refer to asks for an answer, with how many of which kind', async () => {
    await published(
      aSource('cited'),
      aProject('cites', { sourceSlug: 'cited', furtherSources: [{ sourceSlug: 'cited' }] }),
    );
    const asked = await submitted(withdrawing(aSource('cited')));
    expect(findingsIn(asked)).toMatchObject([
      { code: 'still-referred-to', severity: 'warning', words: { kind: 'project', count: '1' } },
    ]);
    const answered = withdrawing(aSource('cited'), 1, { answer: 'The page is gone; what it said stands' });
    expect(await submitted(answered)).toMatchObject({ ok: true });
  });

  test('what nothing refers to asks nothing', async () => {
    await published(aSource('alone'));
    expect(await submitted(withdrawing(aSource('alone')))).toMatchObject({ ok: true });
  });

  test('is refused at publication when something was published about it meanwhile', async () => {
    const project = aProject('reported-meanwhile');
    await published(project);
    const waiting = await aSubmission(await aPerson(), [withdrawing(project)]);
    await published(aReport('meanwhile', { projectSlug: project.slug }));
    const reviewer = await aPerson({ role: 'reviewer' });
    expect(findingsIn(await approve(reviewer, waiting))).toMatchObject([
      { code: 'leaves-without-owner', words: { kind: 'progress_report', count: '1' } },
    ]);
    expect(await db.projectVersion.count({ where: { slug: project.slug, isWithdrawn: true } })).toBe(0);
  });

  test('a new report is refused at publication when its project was withdrawn meanwhile', async () => {
    const project = aProject('withdrawn-meanwhile');
    await published(project);
    const waiting = await aSubmission(await aPerson(), [aReport('too-late', { projectSlug: project.slug })]);
    await published(withdrawing(project));
    const refused = await approve(await aPerson({ role: 'reviewer' }), waiting);
    expect(findingsIn(refused)).toMatchObject([{ code: 'refers-to-withdrawn', path: 'projectSlug' }]);
    expect(await db.progressReport.findUnique({ where: { slug: 'too-late' } })).toBeNull();
  });

  test('a withdrawal and a new report that are approved at the same moment: one is published, the other refused', async () => {
    const project = aProject('at-the-same-moment');
    await published(project);
    const withdrawal = await aSubmission(await aPerson(), [withdrawing(project)]);
    const report = await aSubmission(await aPerson(), [aReport('of-that-moment', { projectSlug: project.slug })]);
    const [one, another] = [await aPerson({ role: 'reviewer' }), await aPerson({ role: 'reviewer' })];
    const outcomes = await Promise.all([approve(one, withdrawal), approve(another, report)]);
    expect(outcomes.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(outcomes.flatMap(findingsIn)).toHaveLength(1);
  });
});

test('a reference date that is yet to come asks why, and goes through when that is answered', async () => {
  await published(aProject('early'));
  const report = aReport('early-report', {
    projectSlug: 'early',
    referenceOn: String(Number(today().slice(0, 4)) + 1),
  });
  expect(findingsIn(await submitted(report))).toMatchObject([
    { code: 'date-in-future', severity: 'warning', path: 'referenceOn' },
  ]);
  expect(await submitted({ ...report, answer: 'The ministry dates it so' })).toMatchObject({ ok: true });
});

test('a plan is no progress: a report below it has not fallen, and a plan below a report neither', async () => {
  await published(
    aProject('planned'),
    aReport('plan-80', {
      projectSlug: 'planned',
      kind: 'plan',
      referenceOn: '2026-03-31',
      physicalProgressPercent: 80,
    }),
    aReport('seen-40', { projectSlug: 'planned', referenceOn: '2026-01-31', physicalProgressPercent: 40 }),
  );
  const below = { projectSlug: 'planned', referenceOn: '2026-04-30' };
  expect(await submitted(aReport('seen-42', { ...below, physicalProgressPercent: 42 }))).toMatchObject({ ok: true });
  expect(await submitted(aReport('plan-30', { ...below, kind: 'plan', physicalProgressPercent: 30 }))).toMatchObject({
    ok: true,
  });
  const fell = await submitted(aReport('seen-39', { ...below, physicalProgressPercent: 39 }));
  expect(findingsIn(fell)).toMatchObject([{ code: 'progress-fell', words: { found: '39', other: '40' } }]);
});
