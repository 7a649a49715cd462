import type { OutgoingHttpHeaders } from 'node:http';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { type RateName, type Rates, rateNames, rateWindowSeconds } from '@/domain/api/rates';
import { networkOf } from '@/server/auth/network-of';

export interface Counted {
  /** What is left, for who asks. */
  readonly headers: OutgoingHttpHeaders;
  /** Null: go on. */
  readonly retryAfterSeconds: number | null;
}

export type CountQuestion = (rate: RateName, address: string) => Promise<Counted>;

/** Counts questions in this process, by network and kind; a start begins anew. */
export function countQuestions(rates: Rates): CountQuestion {
  const limiters = new Map(
    rateNames
      .filter((name) => rates[name] > 0)
      .map((name) => [name, new RateLimiterMemory({ points: rates[name], duration: rateWindowSeconds })]),
  );
  return async (rate, address) => {
    const limiter = limiters.get(rate);
    if (!limiter) return { headers: {}, retryAfterSeconds: null };
    const state = await limiter.consume(networkOf(address)).catch((refused: unknown) => {
      if (refused instanceof RateLimiterRes) return refused;
      throw refused;
    });
    const seconds = Math.max(1, Math.ceil(state.msBeforeNext / 1000));
    const isRefused = state.consumedPoints > rates[rate];
    return {
      headers: {
        'ratelimit-policy': `"${rate}";q=${rates[rate]};w=${rateWindowSeconds}`,
        ratelimit: `"${rate}";r=${Math.max(0, state.remainingPoints)};t=${seconds}`,
        ...(isRefused && { 'retry-after': String(seconds) }),
      },
      retryAfterSeconds: isRefused ? seconds : null,
    };
  };
}
