import 'server-only';
import * as z from 'zod';
import type { IsoDate } from '@/domain/calendar';
import { Prisma } from '@/prisma/generated/client/client';
import { dateColumn } from './project-row';
import { dayOfRecord } from './project-statement';
import { type PublicRecord, recordNow } from './record-at';

/** The day of the first publication: before it the record said nothing. Null while nothing is published. */
export async function readFirstPublication(): Promise<IsoDate | null> {
  const rows = await recordNow().query`select published_at from public_revision order by sequence limit 1`;
  const [first] = z.array(z.object({ published_at: z.date() })).parse(rows);
  return first ? dayOfRecord(first.published_at) : null;
}

/** The first day that a report or a count of the record speaks of: where its years begin. Null where there is none. */
export async function readFirstReferenceDay(record: PublicRecord): Promise<IsoDate | null> {
  const rows = await record.query`
    select least(
      (select min(reference_on_last) from current_progress_report),
      (select min(reference_on_last) from current_resettlement)) as first`;
  const [{ first }] = z.tuple([z.object({ first: dateColumn.nullable() })]).parse(rows);
  return first;
}

/** Whether the record knows of it today, withdrawn or not. */
export async function isKnownNow(kind: 'project' | 'place' | 'landmark', slug: string): Promise<boolean> {
  const rows = await recordNow().query(Prisma.sql`select 1 from ${Prisma.raw(`latest_${kind}`)} where slug = ${slug}`);
  return rows.length > 0;
}
