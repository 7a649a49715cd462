import 'server-only';
import type { Actor } from '@/domain/permission';
import { type RecordKind, recordKinds } from '@/domain/record/kinds';
import { countReferrers, type ReferrerCount } from '@/domain/submission/withdrawal';
import { Prisma } from '@/prisma/generated/client/client';
import { db } from '../db';
import { type Referred, referrersOf } from '../record/referrers';
import { versionTableOf } from '../record/tables';

/** How many current records name each of these, by `kind/slug`; what the submission changes or withdraws too is left out. */
export async function readReferring(
  _actor: Actor,
  targets: readonly Referred[],
  submissionId: string | null,
): Promise<ReadonlyMap<string, readonly ReferrerCount[]>> {
  const inSubmission = submissionId
    ? await db.submissionChange.findMany({ where: { submissionId }, select: { kind: true, slug: true } })
    : [];
  const apart = new Set(inSubmission.map(({ kind, slug }) => `${kind}/${slug}`));
  const left = (await referrersOf(db, targets)).filter(({ kind, slug }) => !apart.has(`${kind}/${slug}`));
  return new Map(
    targets.map((target) => [
      `${target.kind}/${target.slug}`,
      countReferrers(left.filter((referrer) => referrer.target === target)),
    ]),
  );
}

export interface OwnedRecord {
  readonly kind: RecordKind;
  readonly slug: string;
  readonly version: number;
}

/** The current records that say nothing without this one. */
export async function readOwned(_actor: Actor, record: Referred): Promise<readonly OwnedRecord[]> {
  const owned = (await referrersOf(db, [record])).filter(({ isOwned }) => isOwned);
  const found: OwnedRecord[] = [];
  for (const kind of recordKinds) {
    const slugs = owned.filter((each) => each.kind === kind).map(({ slug }) => slug);
    const table = Prisma.raw(versionTableOf(kind));
    const rows = await db.$queryRaw<{ slug: string; version: number }[]>`
      select slug, version from ${table} where superseded_at is null and not is_withdrawn and slug = any(${slugs}) order by slug`;
    found.push(...rows.map(({ slug, version }) => ({ kind, slug, version })));
  }
  return found;
}
