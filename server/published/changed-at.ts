import 'server-only';
import * as z from 'zod';
import { env } from '../env';
import type { PublicRecord } from './record-at';

const row = z.object({ at: z.date() });

/**
 * Since when the record has said what it says: since its last publication, or since its day began, whichever is later,
 * because lateness changes with the day.
 */
export async function readChangedAt(record: PublicRecord): Promise<Date> {
  const rows = await record.query`
    select greatest(
      (select published_at from public_revision order by sequence desc limit 1),
      ${record.day}::date::timestamp at time zone ${env.CORNERSTONE_TIME_ZONE}) as at`;
  const [{ at }] = z.tuple([row]).parse(rows);
  return at;
}
