import 'server-only';
import type { Content } from '@/domain/record/content';
import type { RecordKind } from '@/domain/record/kinds';
import type { Transaction } from '../db';
import { inChunks, namesInOneStatement } from '../record/chunks';

export interface RecordKey {
  readonly kind: RecordKind;
  readonly slug: string;
}

export interface CurrentVersion {
  readonly version: number;
  readonly isWithdrawn: boolean;
  readonly content: Content;
}

/** One text for a record among all kinds. */
export const keyOf = ({ kind, slug }: RecordKey): string => `${kind}/${slug}`;

/** The latest revision of each of these records that was ever published, withdrawn ones included, by key. */
export async function currentVersions(
  tx: Transaction,
  wanted: readonly RecordKey[],
): Promise<ReadonlyMap<string, CurrentVersion>> {
  const found = new Map<string, CurrentVersion>();
  for (const [kind, slugs] of byKind(wanted)) {
    for (const some of inChunks([...new Set(slugs)], namesInOneStatement / 5)) {
      const rows = await tx.$queryRaw<{ slug: string; version: number; action: string; after: unknown }[]>`
        select distinct on (slug) slug, version, action::text as action, after from revision
        where kind = ${kind}::"RecordKind" and slug = any(${[...some]}) order by slug, version desc`;
      for (const { slug, version, action, after } of rows) {
        found.set(keyOf({ kind, slug }), {
          version,
          isWithdrawn: action === 'withdraw',
          content: after as Content, // published content has passed its schema
        });
      }
    }
  }
  return found;
}

export function byKind(keys: readonly RecordKey[]): ReadonlyMap<RecordKind, readonly string[]> {
  const grouped = new Map<RecordKind, string[]>();
  for (const { kind, slug } of keys) {
    const slugs = grouped.get(kind);
    if (slugs) slugs.push(slug);
    else grouped.set(kind, [slug]);
  }
  return grouped;
}
