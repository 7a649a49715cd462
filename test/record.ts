import type { Actor } from '@/domain/permission';
import type { ProposedChange } from '@/domain/submission/change';
import { approve } from '@/server/commands/approve';
import { saveDraft } from '@/server/commands/save-draft';
import { submit } from '@/server/commands/submit';
import { aPerson } from './people';

type Facts = Record<string, unknown>;

/** A change that adds a record; a test says the one thing it is about. */
export const adding = (kind: ProposedChange['kind'], slug: string, content: Facts): ProposedChange => ({
  kind,
  slug,
  action: 'add',
  baseVersion: null,
  content,
  reasonKind: 'first_publication',
  reason: null,
  answer: null,
});

export const changing = (
  kind: ProposedChange['kind'],
  slug: string,
  baseVersion: number,
  content: Facts,
  facts: Partial<ProposedChange> = {},
): ProposedChange => ({
  ...adding(kind, slug, content),
  action: 'change',
  baseVersion,
  reasonKind: 'new_report',
  reason: 'A newer statement',
  ...facts,
});

export const aSource = (slug = 'a-bulletin') =>
  adding('source', slug, { publisher: 'Ministry', title: 'Bulletin 6', titleBasis: 'headline' });
export const anOrganisation = (slug = 'a-ministry') => adding('organisation', slug, { name: 'A ministry' });
export const aPlace = (slug = 'a-village', facts: Facts = {}) =>
  adding('place', slug, {
    type: 'village',
    names: [{ language: 'en', name: 'A village', kind: 'not_stated', isMain: true }],
    obtained: 'found',
    ...facts,
  });
export const aCode = (list: string, code: string, facts: Facts = {}) =>
  adding('code', `${list.replaceAll('_', '-')}.${code.replaceAll('_', '-')}`, {
    list,
    code,
    labels: [{ language: 'en', label: code }],
    ...facts,
  });

/** What every figure needs: the bulletin, the ministry that states it, how it was obtained and how far it is verified. */
export const stated = {
  sourceSlug: 'a-bulletin',
  statedBySlug: 'a-ministry',
  obtained: 'found',
  verification: 'reported',
} as const;

export const aProject = (slug = 'a-bridge', facts: Facts = {}) =>
  adding('project', slug, {
    title: 'A bridge',
    sector: 'infrastructure',
    subsector: 'road',
    places: [{ placeSlug: 'a-village' }],
    status: 'underway',
    ...stated,
    ...facts,
  });

export const aReport = (slug = 'a-bridge-2026-06-30', facts: Facts = {}) =>
  adding('progress_report', slug, {
    projectSlug: 'a-bridge',
    kind: 'observation',
    referenceOn: '2026-06-30',
    physicalProgressPercent: 42.5,
    ...stated,
    ...facts,
  });

/** What a project stands on: its source, organisation, village and codes. */
export const theGround: readonly ProposedChange[] = [
  aCode('subsector', 'road', { sector: 'infrastructure' }),
  aCode('measure', 'homes', { unit: 'homes', isSummable: true }),
  aCode('population_group', 'returned_idp'),
  aSource(),
  anOrganisation(),
  aPlace(),
];

/** Enters changes through the one door, by two people: what a test needs published before it begins. */
export async function published(...changes: readonly ProposedChange[]): Promise<void> {
  const author = await aPerson({ role: 'administrator' });
  const submitted = await aSubmission(author, changes);
  const approved = await approve(await aPerson({ role: 'reviewer' }), submitted);
  if (!approved.ok) throw new Error(`Not published: ${JSON.stringify(approved.problem)}`);
}

/** A submission that waits for review: its id and the hash that a reviewer sees. */
export async function aSubmission(
  author: Actor,
  changes: readonly ProposedChange[],
): Promise<{ submissionId: string; contentHash: string }> {
  const draft = await saveDraft(author, { title: 'A submission', changes });
  if (!draft.ok) throw new Error(`Not saved: ${JSON.stringify(draft.problem)}`);
  const { submissionId, rowVersion } = draft.value;
  const submitted = await submit(author, { submissionId, expectedRowVersion: rowVersion });
  if (!submitted.ok) throw new Error(`Not submitted: ${JSON.stringify(submitted.problem)}`);
  return { submissionId, contentHash: submitted.value.contentHash };
}

/** A draft that is not handed in yet: its id. */
export async function aDraft(
  author: Actor,
  changes: readonly ProposedChange[],
  idempotencyKey?: string,
): Promise<string> {
  const draft = await saveDraft(author, { title: 'A draft', changes, ...(idempotencyKey ? { idempotencyKey } : {}) });
  if (!draft.ok) throw new Error(`Not saved: ${JSON.stringify(draft.problem)}`);
  return draft.value.submissionId;
}

/** Publishes a submission that waits. */
export async function approvedBy(
  reviewer: Actor,
  submission: { readonly submissionId: string; readonly contentHash: string },
): Promise<void> {
  const approved = await approve(reviewer, submission);
  if (!approved.ok) throw new Error(`Not approved: ${JSON.stringify(approved.problem)}`);
}
