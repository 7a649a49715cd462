import 'server-only';
import type { SheetRow } from '@/domain/import/cell';
import { concludeConventions, startEvidence, type Conventions } from '@/domain/import/conventions';
import { type FileRefused, fileRefused } from '@/domain/import/file-refused';
import type { RowFinding } from '@/domain/import/finding';
import { gather, gatheredGroups, startGathering } from '@/domain/import/group-findings';
import { findLayout, type Layout, leftOutBecause } from '@/domain/import/layout';
import { guessMapping, type Mapping } from '@/domain/import/mapping';
import type { RecordTable } from '@/domain/import/targets';
import { kindOfTable } from '@/domain/export/tables';
import { accept, refuse } from '@/domain/result';
import * as z from 'zod';
import { Prisma } from '@/prisma/generated/client/client';
import { readActor } from '../../auth/sessions';
import { db, transact, type Transaction } from '../../db';
import { firstRows } from '../../import/first-rows';
import { fileOfRun, isFileThere } from '../../import/import-files';
import { likelyPublished } from '../../import/likely-published';
import { type OpenedSheet, openSheet } from '../../import/read/open-file';
import { Unreadable } from '../../import/read/unreadable';
import { readKnown } from '../../import/read-known';
import { writeRows } from '../../record/write-rows';
import { checkRows, type RowOutcome, type RowsCheck } from './check-rows';
import { conventionsOf, openOptionsOf, type OpenRun, openRun } from '../../import/import-run';
import { noteRow, scannedColumns } from './scan-conventions';
import { failRepeats, lookAgainAtReferences } from './settle-rows';

const rowsAtOnce = 1000;

/** The run was dropped, or begun anew, while its rows were checked: this check has nothing more to say. */
class NoLongerAsked extends Error {
  override readonly name = 'NoLongerAsked';
}

/**
 * Checks the rows of a file that waits for it: first how the whole file writes numbers and dates, then each row against the
 * record. What is checked is kept every thousand rows; a check that was cut short goes on after the last of them.
 */
export async function checkRun(runId: string): Promise<void> {
  const found = await db.importRun.findUnique({ where: { id: runId } });
  if (found?.state !== 'checking') return;
  const run = openRun(found);
  try {
    const opened = await openToCheck(run);
    if (!opened.ok) return await backToMapping(run, opened.problem);
    const conventions = run.conventions ?? (await findConventions(run, opened.value));
    if (!conventions) return await backToMapping(run, null);
    await checkAll(run, opened.value, conventions);
    await finish(run);
  } catch (error) {
    if (error instanceof NoLongerAsked) return;
    if (error instanceof Unreadable) return await backToMapping(run, error.problem);
    // Tried again it would be refused again, and the files that wait after it would never have their turn.
    if (isRefusedByDatabase(error)) return await backToMapping(run, fileRefused('broke-off'));
    throw error;
  }
}

/** What PostgreSQL says of values that it cannot keep (class 22) and of rows that must not be (class 23). */
const refusedByDatabase = z.object({
  meta: z.object({
    driverAdapterError: z.object({ cause: z.object({ originalCode: z.string().regex(/^2[23]/) }) }),
  }),
});

const isRefusedByDatabase = (error: unknown): boolean =>
  error instanceof Prisma.PrismaClientKnownRequestError && refusedByDatabase.safeParse(error).success;

interface Opened {
  readonly sheet: OpenedSheet;
  readonly table: RecordTable;
  readonly mapping: Mapping;
  readonly layout: Layout;
}

async function openToCheck(run: OpenRun) {
  if (!(await isFileThere(run.id))) return refuse(fileRefused('gone'));
  const sheet = await openSheet(await fileOfRun(run.id), run.fileName, openOptionsOf(run.fileAnswers));
  if (!sheet.ok) return sheet;
  const { table, mapping } = run;
  if (!table || !mapping) throw new Error(`Import run ${run.id} is checked before its columns are mapped`);
  const layout = findLayout(table, await firstRows(sheet.value), run.fileAnswers.headerRow ?? null);
  return accept({ sheet: sheet.value, table, mapping, layout });
}

/** Reads the whole file once, because its last row may be the one that tells day from month. Null while it has to be asked. */
async function findConventions(run: OpenRun, { sheet, table, mapping, layout }: Opened): Promise<Conventions | null> {
  let found = run.found;
  if (!found) {
    const evidence = startEvidence();
    const columns = scannedColumns(table, mapping);
    let rows = 0;
    for await (const row of sheet.rows()) {
      if (leftOutBecause(layout, mapping, row) === null) noteRow(evidence, columns, row);
      rows += 1;
      if (rows % (rowsAtOnce * 5) === 0) await keepProgress(run, sheet, 0);
    }
    const { isOwnFile } = guessMapping(table, { headers: layout.headers, tags: layout.tags });
    found = concludeConventions(evidence, { isOwnFile });
  }
  const conventions = conventionsOf(found, run.answers);
  await ours(run, {
    found: found as unknown as Prisma.InputJsonValue, // plain JSON
    ...(conventions ? { conventions: conventions as unknown as Prisma.InputJsonValue } : {}),
  });
  return conventions;
}

async function checkAll(run: OpenRun, opened: Opened, conventions: Conventions): Promise<void> {
  const { sheet, table, mapping, layout } = opened;
  const actor = await readActor(run.authorId);
  if (!actor) throw new NoLongerAsked();
  const known = await readKnown(db, table);
  const isGuarded = sheet.format === 'csv';
  const check: RowsCheck = {
    actor,
    reader: { table, mapping, conventions, known, isGuarded, ownScheme: run.ownScheme },
    layout,
    format: sheet.format,
    findLikely: await likelyPublished(db, kindOfTable[table]),
  };
  const leftOut = new Map(Object.entries(run.leftOut));
  let waiting: SheetRow[] = [];
  const keep = async (rowNumber: number) => {
    const rows = waiting;
    waiting = [];
    await transactOurs(run, async (tx) => {
      const outcomes = rows.length > 0 ? await checkRows(tx, check, rows) : [];
      await writeRows(tx, 'import_row', outcomes.map(asRow(run.id)));
      await ours(run, { checkedTo: rowNumber, leftOut: Object.fromEntries(leftOut), ...progressOf(sheet, 1) }, tx);
    });
  };
  let last = run.checkedTo;
  for await (const row of sheet.rows()) {
    if (row.rowNumber <= run.checkedTo) continue;
    last = row.rowNumber;
    const why = leftOutBecause(layout, mapping, row);
    if (why === null) waiting.push(row);
    else leftOut.set(why, (leftOut.get(why) ?? 0) + 1);
    if (waiting.length >= rowsAtOnce) await keep(row.rowNumber);
  }
  await keep(last);
}

const asRow = (runId: string) => (outcome: RowOutcome) => ({ runId, ...outcome });

/** What only the whole file tells: records that stand in it twice, and references from one row of it to another. */
async function finish(run: OpenRun): Promise<void> {
  await transactOurs(run, async (tx) => {
    await lookAgainAtReferences(tx, run);
    await failRepeats(tx, run.id);
    const counts = await tx.importRow.groupBy({ by: ['outcome'], where: { runId: run.id }, _count: true });
    const countOf = (outcome: RowOutcome['outcome']) => counts.find((each) => each.outcome === outcome)?._count ?? 0;
    await ours(
      run,
      {
        state: 'previewed',
        creates: countOf('create'),
        changes: countOf('change'),
        stays: countOf('stay'),
        fails: countOf('fail'),
        groups: (await groupsOf(tx, run.id)) as unknown as Prisma.InputJsonValue, // plain JSON
      },
      tx,
    );
  });
}

/** Gathered from what is kept, so that a check that was cut short and went on tells of every row. */
async function groupsOf(tx: Transaction, runId: string) {
  const gatherer = startGathering();
  for (let last = 0; ; ) {
    const rows = await tx.importRow.findMany({
      where: { runId, number: { gt: last }, findings: { not: Prisma.DbNull } },
      orderBy: { number: 'asc' },
      take: rowsAtOnce,
      select: { number: true, findings: true },
    });
    for (const { number, findings } of rows) {
      last = number;
      for (const finding of findings as unknown as readonly RowFinding[])
        gather(gatherer, { ...finding, rowNumber: number }); // as kept above
    }
    if (rows.length < rowsAtOnce) return gatheredGroups(gatherer);
  }
}

/** The file is read twice: the first half of the way is finding out how it writes numbers and dates. */
function progressOf(sheet: OpenedSheet, part: 0 | 1) {
  const { done, all } = sheet.progress();
  return { progressDone: BigInt(Math.round(done + part * all)), progressAll: BigInt(Math.round(2 * all)) };
}

const keepProgress = (run: OpenRun, sheet: OpenedSheet, part: 0 | 1) => ours(run, progressOf(sheet, part));

/** Changes the run only while this very check is still asked for. */
async function ours(run: OpenRun, data: Prisma.ImportRunUpdateManyMutationInput, tx: Transaction = db): Promise<void> {
  const { count } = await tx.importRun.updateMany({
    where: { id: run.id, state: 'checking', attempt: run.attempt },
    data: { ...data, updatedAt: new Date() },
  });
  if (count === 0) throw new NoLongerAsked();
}

async function transactOurs(run: OpenRun, act: (tx: Transaction) => Promise<void>): Promise<void> {
  await transact(async (tx) => {
    // Of a check that goes on after a kill and one that was thought dead, one writes and the other ends.
    await tx.$executeRaw`select 1 from import_run where id = ${run.id}::uuid for update`;
    await ours(run, {}, tx);
    await act(tx);
    return accept(true);
  });
}

/** Something has to be answered or mended first; nothing of the check is kept. */
async function backToMapping(run: OpenRun, refusal: FileRefused | null): Promise<void> {
  await transactOurs(run, async (tx) => {
    await tx.importRow.deleteMany({ where: { runId: run.id } });
    await ours(
      run,
      { state: 'mapping', checkedTo: 0, leftOut: {}, ...(refusal ? { refusal: { ...refusal } } : {}) },
      tx,
    );
  });
}
