import 'server-only';
import { createHash } from 'node:crypto';
import { layoutKey, type Mapping, missingColumns } from '@/domain/import/mapping';
import { findLayout } from '@/domain/import/layout';
import { type RecordTable, targetsOf } from '@/domain/import/targets';
import { kindOfTable } from '@/domain/export/tables';
import { may, type Actor } from '@/domain/permission';
import type { Problem } from '@/domain/problem';
import { accept, refuse, type Result } from '@/domain/result';
import { Prisma } from '@/prisma/generated/client/client';
import { recordAudit } from '../../audit';
import { transact, type Transaction } from '../../db';
import { fileOfRun, isFileThere, removeFile } from '../../import/import-files';
import { openSheet } from '../../import/read/open-file';
import { fileRefused } from '@/domain/import/file-refused';
import { firstRows } from '../../import/first-rows';
import { type Answers, type FileAnswers, openOptionsOf, type OpenRun, openRun } from '../../import/import-run';

interface OfRun {
  readonly runId: string;
}

/** Says of what table the file is and how it is opened. What was mapped and checked before is forgotten. */
export async function chooseTable(
  actor: Actor,
  { runId, table, fileAnswers }: OfRun & { readonly table: RecordTable; readonly fileAnswers: FileAnswers },
): Promise<Result<OfRun, Problem>> {
  return changeOpen(actor, runId, async (tx, run) => {
    const permission = may(actor, 'record.propose', { kind: kindOfTable[table] });
    if (!permission.ok) return permission;
    if (!(await isFileThere(runId))) return refuse(fileRefused('gone'));
    const opened = await openSheet(await fileOfRun(runId), run.fileName, openOptionsOf(fileAnswers));
    if (!opened.ok) return opened;
    const layout = findLayout(table, await firstRows(opened.value), fileAnswers.headerRow ?? null);
    if (layout.headerRow === null) return refuse(fileRefused('no-header'));
    await forget(tx, runId, {
      state: opened.value.questions.length > 0 ? 'uploaded' : 'mapping',
      tableName: table,
      fileAnswers,
      layoutHash: hashOfLayout(layout.headers),
      mapping: Prisma.DbNull,
      answers: {},
    });
    return accept({ runId });
  });
}

export interface Mapped extends OfRun {
  readonly mapping: Mapping;
  readonly answers: Answers;
  readonly ownScheme: string | null;
  /** The headers as they are in the file, for what is remembered of the layout. */
  readonly headers: readonly string[];
}

/** Says which column is what, and answers what was asked; then the rows are checked, from the first. */
export async function mapColumns(actor: Actor, mapped: Mapped): Promise<Result<OfRun, Problem>> {
  const { runId, mapping, answers, ownScheme, headers } = mapped;
  return changeOpen(actor, runId, async (tx, run) => {
    const { table } = run;
    if (!table || run.state === 'uploaded') return refuse({ kind: 'import-moved-on' });
    const targets = targetsOf(table);
    const chosen = mapping.map((header) => (header !== null && targets.has(header) ? header : null));
    const twice = chosen.filter((header, at) => header !== null && chosen.indexOf(header) !== at);
    if (twice.length > 0) return refuse({ kind: 'import-incomplete', columns: twice.join(', ') });
    const missing = missingColumns(table, chosen);
    // A file that names its records may bring a few of their columns; a file of new ones needs the required.
    const namesRecords = chosen.some((header) => header === 'slug' || header === 'identifier');
    if (missing.length > 0 && !namesRecords) {
      return refuse({ kind: 'import-incomplete', columns: missing.join(', ') });
    }
    const isSame = JSON.stringify(chosen) === JSON.stringify(run.mapping);
    await forget(tx, runId, {
      state: 'checking',
      mapping: chosen,
      answers,
      ownScheme: ownScheme?.trim().slice(0, 200) || null,
      // What the whole file proves is read again only for other columns.
      ...(isSame && run.found ? { found: run.found as unknown as Prisma.InputJsonValue } : {}),
    });
    await rememberLayout(
      tx,
      actor,
      run,
      Object.fromEntries(headers.map((header, at) => [layoutKey(header), chosen[at] ?? null])),
    );
    return accept({ runId });
  });
}

/** Checks all rows again, against what is published by now. */
export async function checkAgain(actor: Actor, { runId }: OfRun): Promise<Result<OfRun, Problem>> {
  return changeOpen(actor, runId, async (tx, run) => {
    if (run.mapping === null) return refuse({ kind: 'import-moved-on' });
    const found = run.found ? { found: run.found as unknown as Prisma.InputJsonValue } : {};
    await forget(tx, runId, { state: 'checking', ...found });
    return accept({ runId });
  });
}

/** Goes back to the columns; while rows are checked, that is how they stop being checked. */
export async function backToColumns(actor: Actor, { runId }: OfRun): Promise<Result<OfRun, Problem>> {
  return changeOpen(actor, runId, async (tx, run) => {
    if (run.table === null || run.state === 'uploaded') return refuse({ kind: 'import-moved-on' });
    const found = run.found ? { found: run.found as unknown as Prisma.InputJsonValue } : {};
    await forget(tx, runId, { state: 'mapping', ...found });
    return accept({ runId });
  });
}

/** Ends a run that nothing comes of. Its rows and its file are gone. */
export async function dropRun(actor: Actor, { runId }: OfRun): Promise<Result<OfRun, Problem>> {
  const dropped = await changeOpen(actor, runId, async (tx) => {
    await tx.importRun.update({ where: { id: runId }, data: { state: 'dropped', updatedAt: new Date() } });
    await recordAudit(tx, actor, { verb: 'import.dropped', subject: `import/${runId}` });
    return accept({ runId });
  });
  if (dropped.ok) await removeFile({ runId });
  return dropped;
}

/** Opens a run of this person's for a change of it, locked until the transaction ends. */
export async function changeOpen<Value>(
  actor: Actor,
  runId: string,
  change: (tx: Transaction, run: OpenRun) => Promise<Result<Value, Problem>>,
): Promise<Result<Value, Problem>> {
  return transact(async (tx) => {
    await tx.$executeRaw`select 1 from import_run where id = ${runId}::uuid for update`;
    const found = await tx.importRun.findUnique({ where: { id: runId } });
    if (!found) return refuse({ kind: 'not-found', what: 'import' });
    const permission = may(actor, 'import.run', { authorId: found.authorId });
    if (!permission.ok) return permission;
    if (found.state === 'proposed' || found.state === 'dropped') return refuse({ kind: 'import-moved-on' });
    return change(tx, openRun(found));
  });
}

/** What was checked is forgotten, and a check that is under way finds that it is no longer asked for. */
async function forget(tx: Transaction, runId: string, data: Prisma.ImportRunUpdateInput): Promise<void> {
  await tx.importRow.deleteMany({ where: { runId } });
  await tx.importRun.update({
    where: { id: runId },
    data: {
      found: Prisma.DbNull,
      conventions: Prisma.DbNull,
      refusal: Prisma.DbNull,
      attempt: { increment: 1 },
      checkedTo: 0,
      progressDone: 0,
      progressAll: 0,
      creates: 0,
      changes: 0,
      stays: 0,
      fails: 0,
      leftOut: {},
      groups: [],
      updatedAt: new Date(),
      ...data,
    },
  });
}

async function rememberLayout(
  tx: Transaction,
  actor: Actor,
  { table, layoutHash }: OpenRun,
  choices: Readonly<Record<string, string | null>>,
): Promise<void> {
  if (!table || !layoutHash) return;
  const key = { authorId: actor.id, tableName: table, layoutHash };
  const kept = { choices: { ...choices }, updatedAt: new Date() };
  await tx.importLayout.upsert({
    where: { authorId_tableName_layoutHash: key },
    create: { ...key, ...kept },
    update: kept,
  });
}

/** Files with the same headers in the same order are of one layout. */
const hashOfLayout = (headers: readonly string[]): string =>
  createHash('sha256')
    .update(JSON.stringify(headers.map(layoutKey)))
    .digest('hex');
