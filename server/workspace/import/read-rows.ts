import 'server-only';
import type { RowFinding } from '@/domain/import/finding';
import { kindOfTable } from '@/domain/export/tables';
import type { Content } from '@/domain/record/content';
import type { ImportOutcome } from '@/prisma/generated/client/client';
import { Prisma } from '@/prisma/generated/client/client';
import { db } from '../../db';
import type { OpenRun } from '../../import/import-run';

export const rowsPerPage = 50;

export type ShownRows = ImportOutcome | 'doubtful';

export interface RowLine {
  readonly number: number;
  readonly outcome: ImportOutcome;
  readonly slug: string | null;
  readonly findings: readonly RowFinding[];
  readonly duplicates: readonly string[];
}

/** Rows of one outcome, those whose figures move most first; what fails and what stays in the order of the file. */
export async function readRows(run: OpenRun, shown: ShownRows, page: number): Promise<readonly RowLine[]> {
  const rows = await db.importRow.findMany({
    where: whereOf(run, shown),
    orderBy: shown === 'change' ? [{ move: { sort: 'desc', nulls: 'last' } }, { number: 'asc' }] : { number: 'asc' },
    skip: (page - 1) * rowsPerPage,
    take: rowsPerPage,
    select: { number: true, outcome: true, slug: true, findings: true, duplicates: true },
  });
  return rows.map((row) => ({ ...row, findings: findingsIn(row.findings), duplicates: textsIn(row.duplicates) }));
}

export const countDoubtful = (run: OpenRun): Promise<number> => db.importRow.count({ where: whereOf(run, 'doubtful') });

/** Rows that hold and have something to answer for. */
export const countWarned = (run: OpenRun): Promise<number> =>
  db.importRow.count({
    where: { runId: run.id, outcome: { in: ['create', 'change'] }, findings: { not: Prisma.DbNull } },
  });

const whereOf = ({ id }: OpenRun, shown: ShownRows): Prisma.ImportRowWhereInput =>
  shown === 'doubtful'
    ? { runId: id, outcome: 'create', duplicates: { not: Prisma.DbNull } }
    : { runId: id, outcome: shown };

export interface RowDetail extends RowLine {
  readonly baseVersion: number | null;
  readonly content: Content | null;
  /** What is published of its record now. */
  readonly before: Content | null;
}

/** One row with everything that it would change; null where the file has no such row. */
export async function readRow(run: OpenRun, number: number): Promise<RowDetail | null> {
  const row = await db.importRow.findUnique({ where: { runId_number: { runId: run.id, number } } });
  if (!row || !run.table) return null;
  const revision = row.slug
    ? await db.revision.findFirst({
        where: { kind: kindOfTable[run.table], slug: row.slug },
        orderBy: { version: 'desc' },
        select: { after: true },
      })
    : null;
  return {
    number: row.number,
    outcome: row.outcome,
    slug: row.slug,
    baseVersion: row.baseVersion,
    content: row.content as Content | null, // checked before it was kept
    before: (revision?.after ?? null) as Content | null, // published content has passed its schema
    findings: findingsIn(row.findings),
    duplicates: textsIn(row.duplicates),
  };
}

/** The findings of rows that fail, page by page, for the file of them. */
export async function* failedRows(run: OpenRun): AsyncGenerator<{ number: number; findings: readonly RowFinding[] }> {
  for (let last = 0; ; ) {
    const rows = await db.importRow.findMany({
      where: { runId: run.id, outcome: 'fail', number: { gt: last } },
      orderBy: { number: 'asc' },
      take: 1000,
      select: { number: true, findings: true },
    });
    for (const { number, findings } of rows) yield { number, findings: findingsIn(findings) };
    const end = rows.at(-1);
    if (!end) return;
    last = end.number;
  }
}

const findingsIn = (kept: unknown): readonly RowFinding[] => (Array.isArray(kept) ? (kept as RowFinding[]) : []); // as the check wrote them
const textsIn = (kept: unknown): readonly string[] => (Array.isArray(kept) ? kept.map(String) : []);
