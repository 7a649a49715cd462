'use server';

import { getLocale, getTranslations } from 'next-intl/server';
import { redirect } from 'next/navigation';
import * as z from 'zod';
import { labelsFor } from '@/app/_edge/content-words';
import { titleOf } from '@/domain/form/title-of';
import { findingSentences } from '@/app/_edge/finding-sentences';
import { problemSentence } from '@/app/_edge/problem-sentence';
import { titleFor } from '@/app/_edge/send-form';
import type { ActionAnswer } from '@/components/forms/action-form';
import { fieldLabel } from '@/components/forms/form-spec';
import { recordPath } from '@/domain/form/record-path';
import type { Actor } from '@/domain/permission';
import type { Problem } from '@/domain/problem';
import { recordKinds } from '@/domain/record/kinds';
import type { ProposedChange } from '@/domain/submission/change';
import { saveDraft } from '@/server/commands/save-draft';
import { submit } from '@/server/commands/submit';
import { withdrawSubmission } from '@/server/commands/withdraw-submission';
import { requireActor } from '@/server/session';
import { readDraftChanges } from '@/server/workspace/read-submission';

const step = z.object({ submissionId: z.uuid(), expectedRowVersion: z.coerce.number().int().positive() });

export async function submitSubmission(_previous: ActionAnswer, form: FormData): Promise<ActionAnswer> {
  const actor = await requireActor();
  const input = step.parse(Object.fromEntries(form));
  const submitted = await submit(actor, input);
  if (!submitted.ok) return refused(actor, input.submissionId, submitted.problem);
  redirect(await pageOf(input.submissionId));
}

export async function withdrawOwnSubmission(_previous: ActionAnswer, form: FormData): Promise<ActionAnswer> {
  const actor = await requireActor();
  const input = step.parse(Object.fromEntries(form));
  const withdrawn = await withdrawSubmission(actor, input);
  if (!withdrawn.ok) return refused(actor, input.submissionId, withdrawn.problem);
  redirect(await pageOf(input.submissionId));
}

/** A withdrawn or rejected submission is at its end; what it says may begin a new one. */
export async function copyToDraft(_previous: ActionAnswer, form: FormData): Promise<ActionAnswer> {
  const actor = await requireActor();
  const { submissionId } = z.object({ submissionId: z.uuid() }).parse(Object.fromEntries(form));
  const before = await readDraftChanges(actor, submissionId);
  if (!before.ok) return refused(actor, submissionId, before.problem);
  const saved = await saveDraft(actor, { title: before.value.title, changes: before.value.changes });
  if (!saved.ok) return refused(actor, submissionId, saved.problem);
  redirect(await pageOf(saved.value.submissionId));
}

const removal = step.extend({ kind: z.enum(recordKinds), slug: z.string() });

export async function removeChange(_previous: ActionAnswer, form: FormData): Promise<ActionAnswer> {
  const actor = await requireActor();
  const { submissionId, expectedRowVersion, kind, slug } = removal.parse(Object.fromEntries(form));
  const draft = await readDraftChanges(actor, submissionId);
  if (!draft.ok) return refused(actor, submissionId, draft.problem);
  const changes = draft.value.changes.filter((change) => change.kind !== kind || change.slug !== slug);
  const title = await titleFor(actor, await getLocale(), await getTranslations(), changes);
  const saved = await saveDraft(actor, { submissionId, expectedRowVersion, title, changes });
  if (!saved.ok) return refused(actor, submissionId, saved.problem);
  redirect(await pageOf(submissionId));
}

const pageOf = async (submissionId: string) => `/${await getLocale()}/workspace/submissions/${submissionId}`;

/** The refusal in words; what is to be mended in a record links to its form. */
async function refused(actor: Actor, submissionId: string, problem: Problem): Promise<ActionAnswer> {
  const [t, locale, draft] = [await getTranslations(), await getLocale(), await readDraftChanges(actor, submissionId)];
  const changes = draft.ok ? draft.value.changes : [];
  const labels = await labelsFor(actor, locale, changes);
  const find = (kind: string, slug: string): ProposedChange | undefined =>
    changes.find((each) => each.kind === kind && each.slug === slug);
  const title = (kind: ProposedChange['kind'], slug: string) =>
    titleOf(find(kind, slug) ?? { kind, slug, content: null }, labels);
  const edit = (kind: ProposedChange['kind'], slug: string) =>
    `/${locale}/workspace/submissions/${submissionId}/${recordPath(kind, slug)}`;

  if (problem.kind === 'stale-records') {
    return {
      message: problemSentence(
        problem,
        t,
        problem.records.map(({ recordKind, slug }) => title(recordKind, slug)),
      ),
      lines: problem.records.map(({ recordKind, slug }) => ({
        href: edit(recordKind, slug),
        text: title(recordKind, slug),
      })),
    };
  }
  if (problem.kind !== 'invalid-changes') return { message: problemSentence(problem, t) };
  return {
    message: problemSentence(problem, t),
    lines: problem.changes.flatMap(({ recordKind, slug, findings }) => {
      const { errors, warnings } = findingSentences(recordKind, findings, t);
      return [...Object.entries(errors), ...Object.entries(warnings)].map(([path, sentences]) => ({
        href: edit(recordKind, slug),
        text: `${title(recordKind, slug)} · ${fieldLabel(recordKind, path, t)}: ${sentences.join(' ')}`,
      }));
    }),
  };
}
