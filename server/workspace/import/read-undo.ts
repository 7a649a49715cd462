import 'server-only';
import { may, type Actor } from '@/domain/permission';
import type { RecordKind } from '@/domain/record/kinds';
import { db } from '../../db';

export interface Undoable {
  readonly id: string;
  readonly title: string;
  readonly changeCount: number;
  /** The submission that undoes it, where somebody has proposed one. */
  readonly undoneById: string | null;
  readonly changedSince: { readonly count: number; readonly records: readonly { kind: RecordKind; slug: string }[] };
}

const mostNamed = 20;

/** A published import, as far as undoing it is concerned; null where there is nothing to undo, or nobody of this person's. */
export async function readUndoable(actor: Actor, id: string): Promise<Undoable | null> {
  const found = await db.submission.findUnique({
    where: { id },
    include: {
      undoneBy: { where: { state: { notIn: ['rejected', 'withdrawn'] } }, select: { id: true } },
      _count: { select: { changes: true } },
    },
  });
  if (found?.state !== 'approved' || found.channel !== 'import') return null;
  if (!may(actor, 'submission.read', { authorId: found.authorId }).ok) return null;
  const rows = await db.$queryRaw<{ kind: RecordKind; slug: string; total: bigint }[]>`
    select r.kind::text as kind, r.slug, count(*) over () as total
    from revision r where r.submission_id = ${id}::uuid and exists (
      select 1 from revision later where later.kind = r.kind and later.slug = r.slug and later.version > r.version)
    order by r.sequence limit ${mostNamed}`;
  return {
    id,
    title: found.title,
    changeCount: found._count.changes,
    undoneById: found.undoneBy[0]?.id ?? null,
    changedSince: {
      count: Number(rows[0]?.total ?? 0),
      records: rows.map(({ kind, slug }) => ({ kind, slug })),
    },
  };
}
