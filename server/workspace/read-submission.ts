import 'server-only';
import { may, type Actor } from '@/domain/permission';
import type { Problem } from '@/domain/problem';
import type { Content } from '@/domain/record/content';
import { accept, refuse, type Result } from '@/domain/result';
import type { ProposedChange } from '@/domain/submission/change';
import type { SubmissionState } from '@/domain/submission/process';
import { db } from '../db';

export interface SubmissionDetail {
  readonly id: string;
  readonly title: string;
  readonly state: SubmissionState;
  readonly rowVersion: number;
  readonly contentHash: string | null;
  readonly decisionNote: string | null;
  readonly isMine: boolean;
  /** A published import: it can be undone as a whole. */
  readonly isUndoable: boolean;
  readonly authorName: string;
  readonly authorOrganisation: string | null;
  readonly reviewerName: string | null;
  readonly updatedAt: Date;
  readonly submittedAt: Date | null;
  readonly decidedAt: Date | null;
  readonly changeCount: number;
  /** One page of its changes, in their order. */
  readonly changes: readonly ChangeDetail[];
}

export interface ChangeDetail extends ProposedChange {
  readonly position: number;
  /** What is published of this record; of a published submission, what it replaced. Null when there was nothing. */
  readonly before: Content | null;
  /** The version published now; differs from `baseVersion` when something was published meanwhile. */
  readonly currentVersion: number | null;
}

export const changesPerPage = 50;

/** A submission and one page of its changes, for its author and for those who review. */
export async function readSubmission(actor: Actor, id: string, page = 1): Promise<Result<SubmissionDetail, Problem>> {
  if (!isUuid(id)) return refuse({ kind: 'not-found', what: 'submission' });
  const found = await db.submission.findUnique({
    where: { id },
    include: {
      author: { select: { name: true, organisationSlug: true } },
      reviewer: { select: { name: true } },
      changes: { orderBy: { position: 'asc' }, skip: (page - 1) * changesPerPage, take: changesPerPage },
      _count: { select: { changes: true } },
    },
  });
  if (!found) return refuse({ kind: 'not-found', what: 'submission' });
  const permission = may(actor, 'submission.read', { authorId: found.authorId });
  if (!permission.ok) return permission;

  const isPublished = found.state === 'approved';
  const revisions = await db.revision.findMany({
    where: {
      OR: found.changes.map(({ kind, slug }) => ({ kind, slug })),
      ...(isPublished ? { submissionId: id } : {}),
    },
    orderBy: { version: 'desc' },
    distinct: ['kind', 'slug'],
    select: { kind: true, slug: true, version: true, before: true, after: true },
  });
  return accept({
    id: found.id,
    title: found.title,
    state: found.state,
    rowVersion: found.rowVersion,
    contentHash: found.contentHash,
    decisionNote: found.decisionNote,
    isMine: found.authorId === actor.id,
    isUndoable: found.state === 'approved' && found.channel === 'import' && found.undoesId === null,
    authorName: found.author.name,
    authorOrganisation: found.author.organisationSlug,
    reviewerName: found.reviewer?.name ?? null,
    updatedAt: found.updatedAt,
    submittedAt: found.submittedAt,
    decidedAt: found.decidedAt,
    changeCount: found._count.changes,
    changes: found.changes.map((change): ChangeDetail => {
      const revision = revisions.find((each) => each.kind === change.kind && each.slug === change.slug);
      const before = isPublished ? revision?.before : revision?.after;
      return {
        position: change.position,
        kind: change.kind,
        slug: change.slug,
        action: change.action,
        baseVersion: change.baseVersion,
        content: change.content,
        reasonKind: change.reasonKind,
        reason: change.reason,
        answer: change.answer,
        before: (before ?? null) as Content | null, // published content has passed its schema
        currentVersion: revision?.version ?? null,
      };
    }),
  });
}

/** The whole change set as it stands, for a form that changes one part of it. Only its author's. */
export async function readDraftChanges(
  actor: Actor,
  id: string,
): Promise<
  Result<{ readonly title: string; readonly rowVersion: number; readonly changes: readonly ProposedChange[] }, Problem>
> {
  const found = isUuid(id)
    ? await db.submission.findUnique({ where: { id }, include: { changes: { orderBy: { position: 'asc' } } } })
    : null;
  if (!found) return refuse({ kind: 'not-found', what: 'submission' });
  const permission = may(actor, 'submission.write', { authorId: found.authorId });
  if (!permission.ok) return permission;
  return accept({
    title: found.title,
    rowVersion: found.rowVersion,
    changes: found.changes.map(({ kind, slug, action, baseVersion, content, reasonKind, reason, answer }) => ({
      kind,
      slug,
      action,
      baseVersion,
      content,
      reasonKind,
      reason,
      answer,
    })),
  });
}

/** The submission that this person's form made before, by the key the form carries. */
export async function readSubmissionByKey(
  actor: Actor,
  idempotencyKey: string,
): Promise<{ readonly id: string; readonly state: SubmissionState; readonly rowVersion: number } | null> {
  return db.submission.findUnique({
    where: { authorId_idempotencyKey: { authorId: actor.id, idempotencyKey } },
    select: { id: true, state: true, rowVersion: true },
  });
}

const isUuid = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
