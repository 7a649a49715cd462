import 'server-only';
import type { RecordKind } from '@/domain/record/kinds';
import type { Content } from '@/domain/record/content';
import { textOf } from '@/domain/record/content';
import { spanOf } from '@/domain/record/rules';
import { snakeCase } from '@/domain/export/column';
import {
  likelyDuplicates,
  type Likeness,
  likenessKey,
  likenessOf,
  nearDays,
  type LikelyDuplicate,
} from '@/domain/import/likely-duplicates';
import { Prisma } from '@/prisma/generated/client/client';
import * as z from 'zod';
import type { Transaction } from '../db';
import { namesInOneStatement } from '../record/chunks';

export interface NewRecord {
  readonly slug: string;
  readonly content: Content;
}

/** Finds, for new records, the published ones that they may already be. By the new record's identifier. */
export type FindLikely = (
  tx: Transaction,
  fresh: readonly NewRecord[],
) => Promise<ReadonlyMap<string, readonly LikelyDuplicate[]>>;

/** Statements are many, and told apart by what they are of and when: PostgreSQL finds those that are near. */
const dated: Partial<Record<RecordKind, { readonly of: string; readonly on: string }>> = {
  contract: { of: 'projectSlug', on: 'signedOn' },
  milestone: { of: 'projectSlug', on: 'plannedOn' },
  condition: { of: 'landmarkSlug', on: 'observedOn' },
  progress_report: { of: 'projectSlug', on: 'referenceOn' },
  resettlement: { of: 'placeSlug', on: 'referenceOn' },
  readiness: { of: 'placeSlug', on: 'referenceOn' },
};

/** Made once for a file. */
export async function likelyPublished(tx: Transaction, kind: RecordKind): Promise<FindLikely> {
  const near = dated[kind];
  return near ? findNear(kind, near) : findAmongAll(tx, kind);
}

const contentRows = z.array(
  z.object({ slug: z.string(), content: z.record(z.string(), z.unknown()).transform((value) => value as Content) }), // published, so it has passed its schema
);

function findNear(kind: RecordKind, { of, on }: { readonly of: string; readonly on: string }): FindLikely {
  const table = Prisma.raw(`current_${kind}`);
  const [owner, first, last] = [of, `${on}First`, `${on}Last`].map((name) => Prisma.raw(snakeCase(name)));
  return async (tx, fresh) => {
    const asked = fresh.flatMap(({ content }) => {
      const [owned, span] = [textOf(content, of), spanOf(content, on)];
      return owned && span ? [{ owned, ...span }] : [];
    });
    if (asked.length === 0) return new Map();
    const rows = contentRows.parse(
      await tx.$queryRaw`
        select r.slug, v.after as content from (
          select distinct c.slug, c.revision_id from ${table} c
          join unnest(${asked.map(({ owned }) => owned)}::text[], ${asked.map((each) => each.first)}::date[],
            ${asked.map((each) => each.last)}::date[]) as asked (owner, first, last)
            on c.${owner} = asked.owner and c.${first} <= asked.last + ${nearDays}::int and c.${last} >= asked.first - ${nearDays}::int
        ) r join revision v on v.id = r.revision_id`,
    );
    return compareWith(kind, fresh, indexOf(kind, rows));
  };
}

/** Records with names are fewer: they are read once. */
async function findAmongAll(tx: Transaction, kind: RecordKind): Promise<FindLikely> {
  const index = new Map<string, Likeness[]>();
  for (let last = ''; ; ) {
    const rows = contentRows.parse(
      await tx.$queryRaw`
        select c.slug, v.after as content from ${Prisma.raw(`current_${kind}`)} c join revision v on v.id = c.revision_id
        where c.slug > ${last} order by c.slug limit ${namesInOneStatement / 5}`,
    );
    for (const [key, some] of indexOf(kind, rows)) index.set(key, [...(index.get(key) ?? []), ...some]);
    const end = rows.at(-1);
    if (!end) break;
    last = end.slug;
  }
  return async (_, fresh) => compareWith(kind, fresh, index);
}

/** A row is compared with so many of those at its place, and no more: the file is long. */
const mostCompared = 500;
const anywhere = '';

type Index = ReadonlyMap<string, readonly Likeness[]>;

function indexOf(kind: RecordKind, rows: readonly NewRecord[]): Map<string, Likeness[]> {
  const index = new Map<string, Likeness[]>();
  for (const { slug, content } of rows) {
    const likeness = likenessOf(kind, slug, content);
    for (const place of likeness.places.length > 0 ? likeness.places : [anywhere]) {
      const key = `${likenessKey(likeness)} ${place}`;
      const known = index.get(key);
      if (known) known.push(likeness);
      else index.set(key, [likeness]);
    }
  }
  return index;
}

function compareWith(kind: RecordKind, fresh: readonly NewRecord[], index: Index) {
  return new Map(
    fresh.flatMap(({ slug, content }) => {
      const likeness = likenessOf(kind, slug, content);
      const among = new Set(
        [...likeness.places, anywhere].flatMap((place) => index.get(`${likenessKey(likeness)} ${place}`) ?? []),
      );
      const found = likelyDuplicates(likeness, [...among].slice(0, mostCompared));
      return found.length > 0 ? [[slug, found] as const] : [];
    }),
  );
}
