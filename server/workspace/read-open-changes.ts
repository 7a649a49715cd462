import 'server-only';
import type { Actor } from '@/domain/permission';
import type { RecordKind } from '@/domain/record/kinds';
import type { SubmissionState } from '@/domain/submission/process';
import { db } from '../db';

export interface OpenChange {
  /** Null when it is someone else's: they are told that it waits, not what it says. */
  readonly submissionId: string | null;
  readonly state: SubmissionState;
}

/** Changes of this record that are not decided yet: one's own drafts, and whatever waits for review. */
export async function readOpenChanges(
  actor: Actor,
  { kind, slug }: { readonly kind: RecordKind; readonly slug: string },
): Promise<readonly OpenChange[]> {
  const rows = await db.submissionChange.findMany({
    where: {
      kind,
      slug,
      submission: { OR: [{ state: 'submitted' }, { authorId: actor.id, state: { in: ['draft', 'returned'] } }] },
    },
    select: { submission: { select: { id: true, authorId: true, state: true } } },
    take: 10,
  });
  return rows.map(({ submission: { id, authorId, state } }) => ({
    submissionId: authorId === actor.id ? id : null,
    state,
  }));
}
