import 'server-only';
import { RateLimiterRes } from 'rate-limiter-flexible';
import { rateWindowSeconds } from '@/domain/api/rates';
import { env } from '../env';
import { limiter } from './throttle';

export interface TokenRate {
  /** What is left, for the program. */
  readonly headers: Readonly<Record<string, string>>;
  /** Null: go on. */
  readonly retryAfterSeconds: number | null;
}

/** Counts what one token asks, wherever it asks from; kept in the database, so that a start does not begin anew. */
export async function countByToken(tokenId: string): Promise<TokenRate> {
  const most = env.CORNERSTONE_API_SUBMISSIONS_PER_MINUTE;
  if (most === 0) return { headers: {}, retryAfterSeconds: null };
  const state = await limiter('token', most, rateWindowSeconds)
    .consume(tokenId)
    .catch((refused: unknown) => {
      if (refused instanceof RateLimiterRes) return refused;
      throw refused;
    });
  const seconds = Math.max(1, Math.ceil(state.msBeforeNext / 1000));
  const isRefused = state.consumedPoints > most;
  return {
    headers: {
      'ratelimit-policy': `"submissions";q=${most};w=${rateWindowSeconds}`,
      ratelimit: `"submissions";r=${Math.max(0, state.remainingPoints)};t=${seconds}`,
      ...(isRefused ? { 'retry-after': String(seconds) } : {}),
    },
    retryAfterSeconds: isRefused ? seconds : null,
  };
}
