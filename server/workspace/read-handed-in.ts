import 'server-only';
import { may, type Actor } from '@/domain/permission';
import type { Problem } from '@/domain/problem';
import type { RecordKind } from '@/domain/record/kinds';
import { accept, refuse, type Result } from '@/domain/result';
import type { ChangeAction } from '@/domain/submission/change';
import type { SubmissionState } from '@/domain/submission/process';
import { db } from '../db';

/** Where a submission stands, as its author's program is told: what became of it, and nobody's name. */
export interface HandedInState {
  readonly id: string;
  readonly title: string;
  readonly state: SubmissionState;
  readonly createdAt: Date;
  readonly submittedAt: Date | null;
  readonly decidedAt: Date | null;
  /** What the reviewer wrote when it was returned or rejected. */
  readonly decisionNote: string | null;
  readonly changes: readonly HandedInChange[];
}

export interface HandedInChange {
  readonly kind: RecordKind;
  readonly slug: string;
  readonly action: ChangeAction;
  /** The version that it became; null while it is not published. */
  readonly publishedVersion: number | null;
}

export async function readHandedIn(actor: Actor, id: string): Promise<Result<HandedInState, Problem>> {
  const found = await db.submission.findUnique({
    where: { id },
    include: {
      changes: { orderBy: { position: 'asc' }, select: { kind: true, slug: true, action: true } },
      revisions: { select: { kind: true, slug: true, version: true } },
    },
  });
  if (!found) return refuse({ kind: 'not-found', what: 'submission' });
  const permission = may(actor, 'submission.read', { authorId: found.authorId });
  if (!permission.ok) return permission;
  const versions = new Map(found.revisions.map(({ kind, slug, version }) => [`${kind}/${slug}`, version]));
  const { title, state, createdAt, submittedAt, decidedAt, decisionNote } = found;
  return accept({
    id,
    title,
    state,
    createdAt,
    submittedAt,
    decidedAt,
    decisionNote,
    changes: found.changes.map((change) => ({
      ...change,
      publishedVersion: versions.get(`${change.kind}/${change.slug}`) ?? null,
    })),
  });
}
