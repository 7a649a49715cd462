import { getTranslations } from 'next-intl/server';
import type { Actor } from '@/domain/permission';
import type { Problem } from '@/domain/problem';
import { type Content, type Row, rowsOf } from '@/domain/record/content';
import { error, type Finding } from '@/domain/record/finding';
import { records } from '@/domain/record/records';
import { readContent } from '@/domain/record/schema';
import { accept, refuse, type Result } from '@/domain/result';
import type { ProposedChange } from '@/domain/submission/change';
import { saveDraft, type SavedDraft } from '@/server/commands/save-draft';
import { readRecord } from '@/server/workspace/read-record';
import { readDraftChanges } from '@/server/workspace/read-submission';
import { titleFor } from './send-form';

export interface AddEvidence {
  readonly locale: string;
  readonly sourceSlug: string;
  /** The draft it goes into; null begins one. */
  readonly submissionId: string | null;
  readonly row: Row;
  readonly reason: string;
}

interface Prepared {
  readonly changes: readonly ProposedChange[];
  /** Of the draft it goes into, where there is one. */
  readonly expectedRowVersion: number | null;
}

/** Puts one more photo or document into the list of a source, in a draft. What is wrong with its words is named at once. */
export async function addEvidence(actor: Actor, added: AddEvidence): Promise<Result<SavedDraft, Problem>> {
  const { locale, submissionId } = added;
  const prepared = await prepareEvidence(actor, added);
  if (!prepared.ok) return prepared;
  const { changes, expectedRowVersion } = prepared.value;
  return saveDraft(actor, {
    ...(submissionId !== null && expectedRowVersion !== null ? { submissionId, expectedRowVersion } : {}),
    title: await titleFor(actor, locale, await getTranslations({ locale }), changes),
    changes,
  });
}

/** The changes of the draft with the photo or document among them, unsaved. */
export async function prepareEvidence(
  actor: Actor,
  added: Omit<AddEvidence, 'locale'>,
): Promise<Result<Prepared, Problem>> {
  const { sourceSlug: slug, submissionId } = added;
  const draft = submissionId === null ? null : await readDraftChanges(actor, submissionId);
  if (draft && !draft.ok) return draft;
  const before = draft?.value.changes ?? [];
  const begun = before.find((each) => each.kind === 'source' && each.slug === slug) ?? (await changeOf(actor, slug));
  if (!begun) return refuse({ kind: 'not-found', what: 'record' });

  const content = begun.content as Content; // of a draft it may hold anything: what cannot be read is found below
  const rows = rowsOf(content, 'evidence');
  const change: ProposedChange = {
    ...begun,
    reason: begun.reason ?? added.reason,
    content: { ...content, evidence: [...rows, added.row] },
  };
  const findings = findingsOf(change, rows.length);
  if (findings.length > 0) return refuse({ kind: 'invalid-form', findings });

  const changes = before.some((each) => each.kind === 'source' && each.slug === slug)
    ? before.map((each) => (each.kind === 'source' && each.slug === slug ? change : each))
    : [...before, change];
  return accept({ changes, expectedRowVersion: draft?.value.rowVersion ?? null });
}

async function changeOf(actor: Actor, slug: string): Promise<ProposedChange | null> {
  const published = await readRecord(actor, { kind: 'source', slug });
  if (!published) return null;
  return {
    kind: 'source',
    slug,
    action: 'change',
    baseVersion: published.version,
    content: published.content,
    reasonKind: 'source_changed',
    reason: null,
    answer: null,
  };
}

/** Of this row alone, by the field: the other photo of its pair may come next. */
function findingsOf({ content, reason, action }: ProposedChange, position: number): readonly Finding[] {
  const read = readContent(records.source, content);
  const path = `evidence.${position}.`;
  const ofRow = read.ok
    ? []
    : read.problem.filter((each) => each.path.startsWith(path) && each.code !== 'pair-incomplete');
  return [
    ...ofRow.map((each) => ({ ...each, path: each.path.slice(path.length) })),
    ...(action === 'change' && !reason ? [error('needs-reason', 'reason')] : []),
  ];
}
