import 'server-only';
import { dayIn, type IsoDate } from '@/domain/calendar';
import { env } from './env';

/** Today where the record is kept: lateness and file names speak of this day. */
export const today = (): IsoDate => dayIn(env.CORNERSTONE_TIME_ZONE, new Date());
