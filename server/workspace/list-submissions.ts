import 'server-only';
import { may, type Actor } from '@/domain/permission';
import type { RecordKind } from '@/domain/record/kinds';
import type { SubmissionState } from '@/domain/submission/process';
import type { Prisma } from '@/prisma/generated/client/client';
import { db } from '../db';

export interface SubmissionLine {
  readonly id: string;
  readonly title: string;
  readonly state: SubmissionState;
  readonly authorName: string;
  readonly isMine: boolean;
  readonly decisionNote: string | null;
  readonly changeCount: number;
  readonly updatedAt: Date;
  readonly submittedAt: Date | null;
}

export interface SubmissionLines {
  readonly rows: readonly SubmissionLine[];
  readonly total: number;
}

interface Paging {
  readonly limit: number;
  readonly offset?: number;
}

/** What this person wrote, latest first. */
export async function listMySubmissions(
  actor: Actor,
  { state, ...paging }: Paging & { readonly state: SubmissionState | null },
): Promise<SubmissionLines> {
  return list(actor, { authorId: actor.id, ...(state ? { state } : {}) }, { updatedAt: 'desc' }, paging);
}

export interface Queue extends Paging {
  readonly state: SubmissionState;
  readonly kind: RecordKind | null;
  /** Their own waits for someone else; the queue shows it as such, unless only what they may decide is asked for. */
  readonly isOthersOnly?: boolean;
}

/** What waits for a reviewer, longest first. */
export async function listQueue(
  actor: Actor,
  { state, kind, isOthersOnly, ...paging }: Queue,
): Promise<SubmissionLines> {
  // A draft is its author's alone until it is submitted.
  if (!may(actor, 'submission.review').ok || state === 'draft') return { rows: [], total: 0 };
  const order: Prisma.SubmissionOrderByWithRelationInput =
    state === 'submitted' ? { submittedAt: 'asc' } : { decidedAt: 'desc' };
  const where = {
    state,
    ...(isOthersOnly ? { authorId: { not: actor.id } } : {}),
    ...(kind ? { changes: { some: { kind } } } : {}),
  };
  return list(actor, where, order, paging);
}

async function list(
  actor: Actor,
  where: Prisma.SubmissionWhereInput,
  orderBy: Prisma.SubmissionOrderByWithRelationInput,
  { limit, offset = 0 }: Paging,
): Promise<SubmissionLines> {
  const [rows, total] = await Promise.all([
    db.submission.findMany({
      where,
      orderBy: [orderBy, { id: 'asc' }],
      take: limit,
      skip: offset,
      include: { author: { select: { name: true } }, _count: { select: { changes: true } } },
    }),
    db.submission.count({ where }),
  ]);
  return {
    total,
    rows: rows.map(({ author, _count, ...row }) => ({
      id: row.id,
      title: row.title,
      state: row.state,
      authorName: author.name,
      isMine: row.authorId === actor.id,
      decisionNote: row.decisionNote,
      changeCount: _count.changes,
      updatedAt: row.updatedAt,
      submittedAt: row.submittedAt,
    })),
  };
}
