import 'server-only';
import { may, type Actor } from '@/domain/permission';
import type { Content } from '@/domain/record/content';
import { recordKinds, type RecordKind } from '@/domain/record/kinds';
import type { ChangeAction } from '@/domain/submission/change';
import type { ReasonKind } from '@/domain/vocabulary';
import { db } from '../db';

export interface PublishedRecord {
  readonly version: number;
  readonly isWithdrawn: boolean;
  readonly content: Content;
  readonly publishedAt: Date;
}

export interface PublishedVersion {
  readonly version: number;
  readonly action: ChangeAction;
  readonly reasonKind: ReasonKind;
  readonly reason: string | null;
  readonly publishedAt: Date;
}

/** The latest revision of a record, withdrawn ones included; or the one asked for. */
export async function readRecord(
  _actor: Actor,
  { kind, slug, version }: { readonly kind: RecordKind; readonly slug: string; readonly version?: number },
): Promise<PublishedRecord | null> {
  const revision = await db.revision.findFirst({
    where: { kind, slug, ...(version === undefined ? {} : { version }) },
    orderBy: { version: 'desc' },
    select: { version: true, action: true, after: true, publishedAt: true },
  });
  if (!revision) return null;
  return {
    version: revision.version,
    isWithdrawn: revision.action === 'withdraw',
    content: revision.after as unknown as Content, // published content has passed its schema
    publishedAt: revision.publishedAt,
  };
}

/** Every version of a record that was published, latest first. */
export async function readVersionsOf(
  _actor: Actor,
  { kind, slug }: { readonly kind: RecordKind; readonly slug: string },
): Promise<readonly PublishedVersion[]> {
  return db.revision.findMany({
    where: { kind, slug },
    orderBy: { version: 'desc' },
    select: { version: true, action: true, reasonKind: true, reason: true, publishedAt: true },
  });
}

/** How many records are published now of each kind that this person may enter. */
export async function countRecords(actor: Actor): Promise<ReadonlyMap<RecordKind, number>> {
  const rows = await db.$queryRaw<{ kind: RecordKind; count: bigint }[]>`
    select kind::text, count(*) from (
      select distinct on (kind, slug) kind, slug, action from revision order by kind, slug, version desc
    ) latest where action <> 'withdraw' group by kind`;
  const counts = new Map(rows.map(({ kind, count }) => [kind, Number(count)]));
  const kinds = recordKinds.filter((kind) => may(actor, 'record.propose', { kind }).ok);
  return new Map(kinds.map((kind) => [kind, counts.get(kind) ?? 0]));
}
