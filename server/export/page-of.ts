import 'server-only';
import { Prisma } from '@/prisma/generated/client/client';
import { raw } from './cells';

/** A few rows of a table: those after one that was given before. */
export interface PageOf {
  readonly limit: number;
  readonly after: After | null;
}

export interface After {
  /** What the row is known by, see `read-page.ts`. */
  readonly key: string | number;
  /** How many rows came up to it, where the order is worked out anew for each page and the row may be gone. */
  readonly position: number;
}

/** The conditions of a filter, and those rows only that come after a page before; the rows are in the order of the key. */
export function upToPage(key: string, conditions: Prisma.Sql, page: PageOf | null): Prisma.Sql {
  if (!page?.after) return conditions;
  const joint = conditions === Prisma.empty ? raw('where') : raw('and');
  return Prisma.sql`${conditions} ${joint} ${raw(key)} > ${page.after.key}`;
}

export const limitOf = (page: PageOf | null): Prisma.Sql => (page ? Prisma.sql`limit ${page.limit}` : Prisma.empty);
