'use server';

import { getLocale, getTranslations } from 'next-intl/server';
import { redirect } from 'next/navigation';
import * as z from 'zod';
import { findingSentences } from '@/app/_edge/finding-sentences';
import { problemSentence } from '@/app/_edge/problem-sentence';
import type { ActionAnswer } from '@/components/forms/action-form';
import { tableNames } from '@/domain/export/tables';
import { importPath, type ImportStep } from '@/domain/import/import-path';
import { isRecordTable } from '@/domain/import/targets';
import type { Problem } from '@/domain/problem';
import { reasonKinds } from '@/domain/vocabulary';
import { backToColumns, checkAgain, chooseTable, dropRun, mapColumns } from '@/server/commands/import/change-run';
import { proposeRun } from '@/server/commands/import/propose-run';
import { startChecking, waitForCheck } from '@/server/commands/import/start-checking';
import { undoSubmission } from '@/server/commands/undo-submission';
import { requireActor } from '@/server/session';
import { readSheetColumns, readSheetStart } from '@/server/workspace/import/read-sheet';
import { readRun } from '@/server/workspace/import/read-runs';

/** A small file is checked while one waits; of a larger one the page tells how far it is. */
const waitsMs = 4000;

const ofRun = z.object({ runId: z.uuid() });
const optional = z
  .string()
  .trim()
  .optional()
  .transform((text) => text || undefined);

const tableChosen = ofRun.extend({
  table: z.enum(tableNames),
  encoding: optional,
  delimiter: optional,
  sheet: optional,
  headerRow: optional,
});

export async function chooseTableHere(_previous: ActionAnswer, form: FormData): Promise<ActionAnswer> {
  const actor = await requireActor();
  const read = tableChosen.safeParse(Object.fromEntries(form));
  if (!read.success || !isRecordTable(read.data.table))
    return { message: (await getTranslations())('finding.not-a-choice') };
  const { runId, table, headerRow, ...answers } = read.data;
  const row = Number(headerRow);
  const fileAnswers = { ...answers, ...(Number.isInteger(row) && row > 0 ? { headerRow: row } : {}) };
  const chosen = await chooseTable(actor, { runId, table, fileAnswers });
  if (!chosen.ok) return refused(chosen.problem);
  // What the answers open up may ask more: each sheet may be written in its own way.
  const run = await readRun(actor, runId);
  const start = run.ok ? await readSheetStart(actor, run.value, fileAnswers) : null;
  return goTo(runId, start?.ok && start.value.questions.length > 0 ? 'table' : 'columns');
}

export async function mapColumnsHere(_previous: ActionAnswer, form: FormData): Promise<ActionAnswer> {
  const actor = await requireActor();
  const { runId } = ofRun.parse(Object.fromEntries(form));
  const run = await readRun(actor, runId);
  if (!run.ok) return refused(run.problem);
  if (!run.value.table) return goTo(runId, 'table');
  const columns = await readSheetColumns(actor, run.value);
  if (!columns.ok) return refused(columns.problem);
  const mapped = await mapColumns(actor, {
    runId,
    mapping: columns.value.guess.columns.map(({ position }) => typed(form, `column-${position}`) || null),
    headers: columns.value.guess.columns.map(({ header }) => header),
    answers: {
      decimal: typed(form, 'decimal') || undefined,
      dayOrder: typed(form, 'dayOrder') || undefined,
      serialDays: typed(form, 'serialDays') || undefined,
    },
    ownScheme: typed(form, 'ownScheme') || null,
  });
  if (!mapped.ok) return refused(mapped.problem);
  return checkHere(runId);
}

export async function checkAgainHere(_previous: ActionAnswer, form: FormData): Promise<ActionAnswer> {
  const again = await checkAgain(await requireActor(), ofRun.parse(Object.fromEntries(form)));
  return again.ok ? checkHere(again.value.runId) : refused(again.problem);
}

async function checkHere(runId: string): Promise<ActionAnswer> {
  startChecking();
  await waitForCheck(runId, waitsMs);
  const run = await readRun(await requireActor(), runId);
  return goTo(runId, run.ok && run.value.state === 'mapping' ? 'columns' : 'rows');
}

export async function backToColumnsHere(_previous: ActionAnswer, form: FormData): Promise<ActionAnswer> {
  const back = await backToColumns(await requireActor(), ofRun.parse(Object.fromEntries(form)));
  return back.ok ? goTo(back.value.runId, 'columns') : refused(back.problem);
}

export async function dropHere(_previous: ActionAnswer, form: FormData): Promise<ActionAnswer> {
  const dropped = await dropRun(await requireActor(), ofRun.parse(Object.fromEntries(form)));
  if (!dropped.ok) return refused(dropped.problem);
  redirect(`/${await getLocale()}/workspace/import`);
}

const proposal = ofRun.extend({
  title: z.string(),
  reason: z.string(),
  from: z.string(),
  reasonKind: z.enum(reasonKinds),
  answer: z.string().optional(),
  duplicates: z.enum(['make', 'leave-out']).optional(),
});

export async function proposeHere(_previous: ActionAnswer, form: FormData): Promise<ActionAnswer> {
  const actor = await requireActor();
  const t = await getTranslations();
  const { runId, title, reason, from, reasonKind, answer, duplicates } = proposal.parse(Object.fromEntries(form));
  const [why, source] = [reason.trim(), from.trim()];
  const proposed = await proposeRun(actor, {
    runId,
    title,
    reason: why && source ? t('workspace.import.reasonWithFrom', { reason: why, from: source }) : why,
    reasonKind,
    answer: answer ?? null,
    duplicates: duplicates ?? null,
  });
  if (!proposed.ok) return refused(proposed.problem);
  redirect(`/${await getLocale()}/workspace/submissions/${proposed.value.submissionId}`);
}

const undoing = z.object({
  submissionId: z.uuid(),
  title: z.string(),
  reason: z.string(),
  isPartly: z.string().optional(),
});

export async function undoHere(_previous: ActionAnswer, form: FormData): Promise<ActionAnswer> {
  const actor = await requireActor();
  const { isPartly, ...input } = undoing.parse(Object.fromEntries(form));
  const undone = await undoSubmission(actor, { ...input, isPartly: isPartly !== undefined });
  if (!undone.ok) return refused(undone.problem);
  redirect(`/${await getLocale()}/workspace/submissions/${undone.value.submissionId}`);
}

const typed = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim() : '';
};

async function goTo(runId: string, step: ImportStep): Promise<never> {
  redirect(importPath(await getLocale(), runId, step));
}

const mostLines = 30;

async function refused(problem: Problem): Promise<ActionAnswer> {
  const t = await getTranslations();
  const message = problemSentence(problem, t);
  if (problem.kind === 'invalid-form')
    return { message: problem.findings.map(({ code, words }) => t(`finding.${code}`, words)).join(' ') };
  if (problem.kind !== 'invalid-changes') return { message };
  const sentences = problem.changes.slice(0, mostLines).map(({ recordKind, slug, findings }) => {
    const found = findingSentences(recordKind, findings, t);
    const all = [...Object.values(found.errors), ...Object.values(found.warnings)].flat();
    return { href: `#${recordKind}-${slug}`, text: `${t(`record.${recordKind}.name`)} ${slug}: ${all.join(' ')}` };
  });
  return { message, lines: sentences };
}
