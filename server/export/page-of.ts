import 'server-only';
import { Prisma } from '@/prisma/generated/client/client';
import { raw } from './cells';

/** A few rows of a table: those after one that was given before, or one alone. */
export interface PageOf {
  readonly limit: number;
  readonly after: After | null;
  /** The public identifier of the one row that is asked for. */
  readonly only?: string;
}

export interface After {
  /** What the row is known by, see `read-page.ts`. */
  readonly key: string | number;
  /** How many rows came up to it, where the order is worked out anew for each page and the row may be gone. */
  readonly position: number;
}

/** The conditions of a filter, and those rows only that a page has; the rows are in the order of the key. */
export function upToPage(key: string, conditions: Prisma.Sql, page: PageOf | null): Prisma.Sql {
  const joint = conditions === Prisma.empty ? raw('where') : raw('and');
  if (page?.only !== undefined) return Prisma.sql`${conditions} ${joint} ${raw(key)} = ${page.only}`;
  if (!page?.after) return conditions;
  return Prisma.sql`${conditions} ${joint} ${raw(key)} > ${page.after.key}`;
}

export const limitOf = (page: PageOf | null): Prisma.Sql => (page ? Prisma.sql`limit ${page.limit}` : Prisma.empty);
