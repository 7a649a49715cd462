import 'server-only';
import * as z from 'zod';
import { textOf } from '@/domain/record/content';
import { error, type Finding } from '@/domain/record/finding';
import { Prisma } from '@/prisma/generated/client/client';
import type { Transaction } from '../db';
import type { CheckedChange } from './check-changes';
import { keyOf } from './current-versions';

/** What lies in, or is part of, another of its kind. */
const nested = [
  { kind: 'place', field: 'parentSlug', column: 'parent_slug' },
  { kind: 'project', field: 'partOfSlug', column: 'part_of_slug' },
] as const;
type Nested = (typeof nested)[number];

const links = z.array(z.object({ slug: z.string(), above: z.string() }));

/** Records that would come to lie in themselves by way of others: what lies in them would be counted again and again. */
export async function findCircles(
  tx: Transaction,
  changes: readonly CheckedChange[],
): Promise<ReadonlyMap<string, readonly Finding[]>> {
  const found = new Map<string, readonly Finding[]>();
  for (const each of nested) {
    const own = changes.filter(({ kind, content }) => kind === each.kind && textOf(content, each.field) !== null);
    const above = await aboveAll(tx, each, own);
    for (const change of own) {
      const first = textOf(change.content, each.field) ?? '';
      // A record that names itself is found as a reference.
      if (first !== change.slug && leadsTo(change.slug, first, above)) {
        found.set(keyOf(change), [error('refers-to-itself', each.field, { found: first })]);
      }
    }
  }
  return found;
}

/** What each record lies in, from the changed ones upwards, with the change set as it would be. */
async function aboveAll(tx: Transaction, { kind, field, column }: Nested, changes: readonly CheckedChange[]) {
  const above = new Map(changes.map(({ slug, content }) => [slug, textOf(content, field)]));
  const table = Prisma.raw(`${kind}_version`);
  const link = Prisma.raw(column);
  for (let unread = unreadIn(above); unread.length > 0; unread = unreadIn(above)) {
    for (const slug of unread) above.set(slug, null);
    const rows = links.parse(
      await tx.$queryRaw`select slug, ${link} as above from ${table}
        where superseded_at is null and ${link} is not null and slug = any(${unread})`,
    );
    for (const row of rows) above.set(row.slug, row.above);
  }
  return above;
}

const unreadIn = (above: ReadonlyMap<string, string | null>): string[] =>
  [...new Set(above.values())].filter((slug): slug is string => slug !== null && !above.has(slug));

function leadsTo(wanted: string, from: string, above: ReadonlyMap<string, string | null>): boolean {
  const passed = new Set<string>();
  for (let at: string | null = from; at !== null && !passed.has(at); at = above.get(at) ?? null) {
    if (at === wanted) return true;
    passed.add(at);
  }
  return false;
}
