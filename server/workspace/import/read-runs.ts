import 'server-only';
import { may, type Actor } from '@/domain/permission';
import type { Problem } from '@/domain/problem';
import { accept, refuse, type Result } from '@/domain/result';
import { db } from '../../db';
import { type OpenRun, openRun, tableOf } from '../../import/import-run';
import type { RecordTable } from '@/domain/import/targets';

export interface RunLine {
  readonly id: string;
  readonly fileName: string;
  readonly table: RecordTable | null;
  readonly state: OpenRun['state'];
  readonly updatedAt: Date;
  readonly submissionId: string | null;
}

const shown = 30;

/** The files that this person brought and that are not dropped, latest first. */
export async function listRuns(actor: Actor): Promise<readonly RunLine[]> {
  const runs = await db.importRun.findMany({
    where: { authorId: actor.id, state: { not: 'dropped' } },
    orderBy: { updatedAt: 'desc' },
    take: shown,
    select: { id: true, fileName: true, tableName: true, state: true, updatedAt: true, submissionId: true },
  });
  return runs.map(({ tableName, ...run }) => ({ ...run, table: tableOf(tableName) }));
}

/** A run as it stands; only its author's. */
export async function readRun(actor: Actor, id: string): Promise<Result<OpenRun, Problem>> {
  const found = isUuid(id) ? await db.importRun.findUnique({ where: { id } }) : null;
  if (!found) return refuse({ kind: 'not-found', what: 'import' });
  const permission = may(actor, 'import.run', { authorId: found.authorId });
  return permission.ok ? accept(openRun(found)) : permission;
}

const isUuid = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
