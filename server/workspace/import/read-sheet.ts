import 'server-only';
import type { SheetRow } from '@/domain/import/cell';
import type { FileQuestion } from '@/domain/import/file-questions';
import { type FileRefused, fileRefused } from '@/domain/import/file-refused';
import { findLayout } from '@/domain/import/layout';
import { guessMapping } from '@/domain/import/mapping';
import { isRecordTable, type RecordTable } from '@/domain/import/targets';
import { tableNames } from '@/domain/export/tables';
import { type Actor, may } from '@/domain/permission';
import { kindOfTable } from '@/domain/export/tables';
import { accept, refuse, type Result } from '@/domain/result';
import { db } from '../../db';
import { firstRows } from '../../import/first-rows';
import { guessColumns } from '../../import/guess-columns';
import { fileOfRun, isFileThere } from '../../import/import-files';
import { type FileAnswers, openOptionsOf, type OpenRun } from '../../import/import-run';
import { openSheet } from '../../import/read/open-file';

export interface SheetStart {
  readonly format: 'csv' | 'xlsx';
  readonly questions: readonly FileQuestion[];
  readonly sheets: readonly string[];
  readonly sheet: string | null;
  readonly rows: readonly SheetRow[];
  /** The tables that this person may bring files for. */
  readonly tables: readonly RecordTable[];
  /** The table whose columns its headers look most like. */
  readonly likeliest: RecordTable | null;
}

/** How a file begins, and what has to be said before its columns can be. */
export async function readSheetStart(
  actor: Actor,
  run: OpenRun,
  answers: FileAnswers,
): Promise<Result<SheetStart, FileRefused>> {
  if (!(await isFileThere(run.id))) return refuse(fileRefused('gone'));
  const opened = await openSheet(await fileOfRun(run.id), run.fileName, openOptionsOf(answers));
  if (!opened.ok) return opened;
  const { format, questions, sheets, sheet } = opened.value;
  const rows = await firstRows(opened.value);
  const tables = tableNames
    .filter(isRecordTable)
    .filter((table) => may(actor, 'record.propose', { kind: kindOfTable[table] }).ok);
  return accept({
    format,
    questions,
    sheets: sheets.filter(({ isHidden }) => !isHidden).map(({ name }) => name),
    sheet,
    rows,
    tables,
    likeliest: likeliestTable(tables, rows),
  });
}

/** The table whose columns these are, names of our own counting double; null where several are as likely: then a person says. */
function likeliestTable(tables: readonly RecordTable[], rows: readonly SheetRow[]): RecordTable | null {
  const likelihoods = tables.map((table) => {
    const { headers, tags } = findLayout(table, rows);
    const known = guessMapping(table, { headers, tags }).columns.filter(({ target }) => target !== null);
    return { table, likelihood: known.length + known.filter(({ recognisedBy }) => recognisedBy === 'header').length };
  });
  const most = Math.max(0, ...likelihoods.map(({ likelihood }) => likelihood));
  const [likeliest, ...others] = likelihoods.filter(({ likelihood }) => likelihood === most && most > 0);
  return likeliest && others.length === 0 ? likeliest.table : null;
}

/** The columns of a file, with what each is taken for: as this person, or one they work with, chose before for the layout. */
export const readSheetColumns = async (actor: Actor, run: OpenRun) =>
  guessColumns(run, await readRemembered(actor, run));

async function readRemembered(
  actor: Actor,
  { table, layoutHash }: OpenRun,
): Promise<Readonly<Record<string, string | null>> | null> {
  if (!table || !layoutHash) return null;
  const found = await db.importLayout.findMany({
    where: {
      tableName: table,
      layoutHash,
      OR: [
        { authorId: actor.id },
        ...(actor.organisationSlug ? [{ author: { organisationSlug: actor.organisationSlug } }] : []),
      ],
    },
    orderBy: { updatedAt: 'desc' },
    take: 20,
  });
  const own = found.find(({ authorId }) => authorId === actor.id) ?? found[0];
  return (own?.choices ?? null) as Readonly<Record<string, string | null>> | null; // as mapColumns wrote it
}
