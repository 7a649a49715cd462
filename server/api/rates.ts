import 'server-only';
import type { Rates } from '@/domain/api/rates';
import { env } from '../env';

/** How often a minute one network may ask here. */
export const apiRates = (): Rates => ({
  descriptions: env.CORNERSTONE_API_DESCRIPTIONS_PER_MINUTE,
  lists: env.CORNERSTONE_API_LISTS_PER_MINUTE,
  records: env.CORNERSTONE_API_RECORDS_PER_MINUTE,
});
