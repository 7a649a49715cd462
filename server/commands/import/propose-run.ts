import 'server-only';
import { kindOfTable } from '@/domain/export/tables';
import type { Actor } from '@/domain/permission';
import type { Problem } from '@/domain/problem';
import { error } from '@/domain/record/finding';
import { accept, refuse, type Result } from '@/domain/result';
import { mostChanges } from '@/domain/submission/change';
import { reasonKindsOf } from '@/domain/submission/reasons';
import type { ReasonKind } from '@/domain/vocabulary';
import * as z from 'zod';
import { Prisma } from '@/prisma/generated/client/client';
import type { Transaction } from '../../db';
import { removeFile } from '../../import/import-files';
import { newId } from '../../record/hash';
import { handIn } from '../submit';
import { changeOpen } from './change-run';

export interface Propose {
  readonly runId: string;
  readonly title: string;
  /** Why what is published changes; read by everyone beside each change. */
  readonly reason: string;
  readonly reasonKind: ReasonKind;
  /** Answers the warnings of all rows; needed where there are any. */
  readonly answer: string | null;
  /** What becomes of rows that look like records which are there already; needed where there are any. */
  readonly duplicates: 'make' | 'leave-out' | null;
}

const counted = z.object({ taken: z.coerce.number(), warned: z.coerce.number(), doubtful: z.coerce.number() });

/**
 * Makes one submission of the rows that hold, those whose figures move most first, and hands it in: checked as a whole, by the same rules as any other, in one
 * transaction. A refusal leaves the run as it was.
 */
export async function proposeRun(actor: Actor, input: Propose): Promise<Result<{ submissionId: string }, Problem>> {
  const { runId } = input;
  const reason = input.reason.trim();
  if (!reason) return refuse({ kind: 'invalid-form', findings: [error('needs-reason', 'reason')] });
  if (!reasonKindsOf.change.includes(input.reasonKind))
    return refuse({ kind: 'invalid-form', findings: [error('not-a-choice', 'reasonKind')] });
  const answer = input.answer?.trim() || null;

  const proposed = await changeOpen(
    actor,
    runId,
    async (tx, run): Promise<Result<{ submissionId: string }, Problem>> => {
      if (run.state !== 'previewed' || !run.table) return refuse({ kind: 'import-moved-on' });
      const taken = takenRows(runId, input.duplicates);
      const { taken: count, warned, doubtful } = await countTaken(tx, runId, taken);
      if (doubtful > 0 && input.duplicates === null) return refuse({ kind: 'import-needs-choice', count: doubtful });
      if (warned > 0 && !answer) return refuse({ kind: 'import-needs-answer', count: warned });
      if (count === 0) return refuse({ kind: 'empty-submission' });
      if (count > mostChanges) return refuse({ kind: 'too-many-changes', most: mostChanges });

      const submissionId = newId();
      await tx.submission.create({
        data: { id: submissionId, title: input.title.trim().slice(0, 300), channel: 'import', authorId: actor.id },
      });
      const kind = kindOfTable[run.table];
      await tx.$executeRaw`
      insert into submission_change (id, submission_id, position, kind, slug, action, base_version, content, reason_kind, reason, answer)
      select gen_random_uuid(), ${submissionId}::uuid, row_number() over (order by move desc nulls last, number) - 1, ${kind}::"RecordKind", slug,
        case outcome when 'create' then 'add' else 'change' end::"ChangeAction", base_version, content,
        case outcome when 'create' then ${reasonKindsOf.add[0]} else ${input.reasonKind} end::"ReasonKind",
        ${reason.slice(0, 2000)}, case when findings is not null or duplicates is not null then ${answer?.slice(0, 2000) ?? null} end
      ${taken}`;
      await tx.$executeRaw`
      insert into own_identifier (kind, scheme, identifier, slug, submission_id)
      select distinct on (own_scheme, own_identifier) ${kind}::"RecordKind", own_scheme, own_identifier, slug, ${submissionId}::uuid
      ${taken} and own_identifier is not null order by own_scheme, own_identifier, number`;
      const { fileName, sha256 } = run;
      const handedIn = await handIn(tx, actor, {
        submissionId,
        next: 'submitted',
        details: { file: fileName, sha256 },
      });
      if (!handedIn.ok) return handedIn;
      await tx.importRun.update({
        where: { id: runId },
        data: { state: 'proposed', submissionId, updatedAt: new Date() },
      });
      return accept({ submissionId });
    },
  );
  if (proposed.ok) await removeFile({ runId });
  return proposed;
}

const takenRows = (runId: string, duplicates: Propose['duplicates']): Prisma.Sql => Prisma.sql`
  from import_row where run_id = ${runId}::uuid and outcome in ('create', 'change')
    and (${duplicates !== 'leave-out'} or duplicates is null)`;

async function countTaken(tx: Transaction, runId: string, taken: Prisma.Sql) {
  const [row] = await tx.$queryRaw<unknown[]>`
    select count(*) as taken, count(*) filter (where findings is not null) as warned,
      (select count(*) from import_row where run_id = ${runId}::uuid and outcome = 'create' and duplicates is not null) as doubtful
    ${taken}`;
  return counted.parse(row);
}
