import 'server-only';
import type { Actor } from '@/domain/permission';
import { type RecordKind, recordKinds } from '@/domain/record/kinds';
import { countReferrers, type ReferrerCount } from '@/domain/submission/withdrawal';
import { db } from '../db';
import { inChunks } from '../record/chunks';
import { type Referred, referrersOf } from '../record/referrers';
import { tablesOf } from '../record/tables';

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
    for (const some of inChunks(slugs)) {
      const rows = await tablesOf(db, kind, []).versions.findMany({
        where: { slug: { in: [...some] }, supersededAt: null, isWithdrawn: false },
        orderBy: { slug: 'asc' },
        select: { slug: true, version: true },
      });
      found.push(...rows.map(({ slug, version }) => ({ kind, slug: String(slug), version: Number(version) })));
    }
  }
  return found;
}
