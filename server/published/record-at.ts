import 'server-only';
import type { IsoDate } from '@/domain/calendar';
import { dayOf, isPast, now, type Past } from '@/domain/past';
import { Prisma } from '@/prisma/generated/client/client';
import { today } from '../clock';
import { db, patienceMs } from '../db';
import { env } from '../env';

/**
 * The published record on one day: now, or a past. Everything the public reads is asked of one of these, so that no
 * question can forget which day it is asked of.
 */
export interface PublicRecord {
  readonly past: Past;
  /** "Today" in this record. */
  readonly day: IsoDate;
  /** The last day whose publications it knows: what had happened by a day does not limit them. */
  readonly publishedUpTo: IsoDate;
  /** Rows as the database gives them; the asker reads their shape. Takes SQL, or is used as a tag of it. */
  query(sql: Prisma.Sql): Promise<unknown[]>;
  query(words: TemplateStringsArray, ...values: readonly unknown[]): Promise<unknown[]>;
}

export const recordNow = (): PublicRecord => recordAt(now);

export function recordAt(past: Past, latest = today()): PublicRecord {
  return {
    past,
    day: dayOf(past, latest),
    publishedUpTo: dayOf({ ...past, until: null }, latest),
    query(asked: Prisma.Sql | TemplateStringsArray, ...values: readonly unknown[]) {
      const sql = asked instanceof Prisma.Sql ? asked : Prisma.sql(asked, ...values);
      return isPast(past) ? askPast(past, sql) : db.$queryRaw<unknown[]>(sql);
    },
  };
}

/** The same record as it stood at the end of an earlier day. */
export const recordAsOf = (record: PublicRecord, day: IsoDate): PublicRecord =>
  day < record.publishedUpTo ? recordAt({ ...record.past, asOf: day }) : record;

/** The names a query reads lead to the views of the day asked for, in its own transaction and nowhere else. */
async function askPast(past: Past, sql: Prisma.Sql): Promise<unknown[]> {
  return db.$transaction(
    async (tx) => {
      await tx.$queryRaw(goToSql(past));
      return tx.$queryRaw<unknown[]>(sql);
    },
    { maxWait: patienceMs.connection, timeout: patienceMs.statement },
  );
}

/** Sets the day for the rest of the transaction: see the migration that makes the views of each day. */
export function goToSql({ asOf, until }: Past): Prisma.Sql {
  return Prisma.sql`select
    set_config('search_path', ${until ? 'happened, public' : 'said, public'}, true),
    set_config('cornerstone.before_instant', coalesce(((${asOf}::date + 1)::timestamp at time zone ${env.CORNERSTONE_TIME_ZONE})::text, ''), true),
    set_config('cornerstone.by_day', coalesce(${until}::text, ''), true)`;
}
