import 'server-only';
import { may, type Actor } from '@/domain/permission';
import type { Problem } from '@/domain/problem';
import { error } from '@/domain/record/finding';
import type { RecordKind } from '@/domain/record/kinds';
import { accept, refuse, type Result } from '@/domain/result';
import { transact, type Transaction } from '../db';
import { newId } from '../record/hash';
import { handIn } from './submit';

export interface Undo {
  readonly submissionId: string;
  readonly title: string;
  readonly reason: string;
  /** Leaves alone what was published anew since; without it such records keep the whole from being undone. */
  readonly isPartly: boolean;
}

const mostNamed = 20;

/**
 * Proposes what was before a published submission, as one submission: changed records as they were, added ones withdrawn.
 * It is checked, reviewed and published like any other, and nothing of what was published is lost.
 */
export async function undoSubmission(actor: Actor, input: Undo): Promise<Result<{ submissionId: string }, Problem>> {
  const reason = input.reason.trim();
  if (!reason) return refuse({ kind: 'invalid-form', findings: [error('needs-reason', 'reason')] });
  return transact(async (tx) => {
    const undone = await tx.submission.findUnique({ where: { id: input.submissionId } });
    if (!undone) return refuse({ kind: 'not-found', what: 'submission' });
    const permission = may(actor, 'submission.read', { authorId: undone.authorId });
    if (!permission.ok) return permission;
    if (undone.state !== 'approved' || undone.channel !== 'import')
      return refuse({ kind: 'not-undoable', because: 'not-published' });
    // Two who undo at once: the second waits here, and then finds the first.
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`undo/${undone.id}`}, 0))`;
    const before = await tx.submission.count({
      where: { undoesId: undone.id, state: { notIn: ['rejected', 'withdrawn'] } },
    });
    if (before > 0) return refuse({ kind: 'not-undoable', because: 'undone-already' });

    const since = await changedSince(tx, undone.id);
    if (since.count > 0 && !input.isPartly) return refuse({ kind: 'changed-since', ...since });

    const submissionId = newId();
    await tx.submission.create({
      data: {
        id: submissionId,
        title: input.title.trim().slice(0, 300),
        channel: 'import',
        authorId: actor.id,
        undoesId: undone.id,
      },
    });
    const count = await tx.$executeRaw`
      insert into submission_change (id, submission_id, position, kind, slug, action, base_version, content, reason_kind, reason, answer)
      select gen_random_uuid(), ${submissionId}::uuid, row_number() over (order by r.sequence desc) - 1, r.kind, r.slug,
        case r.action when 'add' then 'withdraw' else 'change' end::"ChangeAction", r.version,
        case r.action when 'add' then r.after else r.before end, 'correction_of_error', ${reason.slice(0, 2000)}, ${reason.slice(0, 2000)}
      from revision r where r.submission_id = ${undone.id}::uuid and not exists (
        select 1 from revision later where later.kind = r.kind and later.slug = r.slug and later.version > r.version)`;
    if (count === 0) return refuse({ kind: 'not-undoable', because: 'nothing-left' });
    const handedIn = await handIn(tx, actor, { submissionId, next: 'submitted', details: { undoes: undone.id } });
    return handedIn.ok ? accept({ submissionId }) : handedIn;
  });
}

/** The records of a submission that were published anew after it. */
export async function changedSince(tx: Transaction, submissionId: string) {
  const rows = await tx.$queryRaw<{ kind: RecordKind; slug: string; total: bigint }[]>`
    select r.kind::text as kind, r.slug, count(*) over () as total
    from revision r where r.submission_id = ${submissionId}::uuid and exists (
      select 1 from revision later where later.kind = r.kind and later.slug = r.slug and later.version > r.version)
    order by r.sequence limit ${mostNamed}`;
  return {
    count: Number(rows[0]?.total ?? 0),
    records: rows.map(({ kind, slug }) => ({ recordKind: kind, slug })),
  };
}
