import 'server-only';
import { may, type Actor } from '@/domain/permission';
import type { Problem } from '@/domain/problem';
import { accept, refuse, type Result } from '@/domain/result';
import { recordAudit } from '../../audit';
import { transact } from '../../db';
import { type ArrivedFile, giveToRun, removeFile } from '../../import/import-files';
import { openSheet } from '../../import/read/open-file';

/** A file that arrived becomes a run: what cannot be read as a table is refused with its reason, and nothing of it stays. */
export async function takeInFile(
  actor: Actor,
  file: ArrivedFile,
  fileName: string,
): Promise<Result<{ runId: string }, Problem>> {
  const permission = may(actor, 'import.run', { authorId: actor.id });
  if (!permission.ok) return permission;
  const named = readable(fileName);
  const opened = await openSheet(file.path, named);
  if (!opened.ok) {
    await removeFile(file);
    return refuse(opened.problem);
  }
  const taken = await transact(async (tx) => {
    // Two files at once: the second is counted when the first is there.
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`import/${actor.id}`}, 0))`;
    const open = await tx.importRun.count({
      where: { authorId: actor.id, state: { notIn: ['proposed', 'dropped'] } },
    });
    if (open >= mostOpenRuns) return refuse({ kind: 'too-many-imports', most: mostOpenRuns });
    const run = await tx.importRun.create({
      data: { authorId: actor.id, fileName: named, bytes: BigInt(file.bytes), sha256: file.sha256 },
    });
    await recordAudit(tx, actor, {
      verb: 'import.taken-in',
      subject: `import/${run.id}`,
      details: { file: named, bytes: file.bytes, sha256: file.sha256 },
    });
    // Inside the transaction: a run is never without its file, and a file without a run is removed after a day.
    await giveToRun(file, run.id);
    return accept({ runId: run.id });
  });
  if (!taken.ok) await removeFile(file);
  return taken;
}

/** Each is a file on the disk until it is proposed or dropped. */
export const mostOpenRuns = 20;

/** The last part of what a browser calls it, without what looks like nothing. */
const readable = (name: string): string =>
  (name.split(/[\\/]/).at(-1) ?? '')
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cs}]/gu, '')
    .trim()
    .slice(-200) || 'pasted.csv';
