import 'server-only';
import { createHash } from 'node:crypto';
import { Pool } from 'pg';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { Problem } from '@/domain/problem';
import { accept, refuse, type Result } from '@/domain/result';
import { env } from '../env';
import { networkOf } from './network-of';

const minutes = 60;
const windowSeconds = 15 * minutes;
const knownSeconds = 60 * 24 * 60 * minutes;

/** Failed attempts within a quarter of an hour. An office behind one address makes more of them than one person does. */
export const attempts = { fromOneAddress: 60, onOneAccount: 30, onOneAccountFromOneAddress: 6 };

// The development server reloads modules without closing connections; one pool is kept across reloads.
const kept = globalThis as { cornerstoneThrottle?: Pool };

function storeClient(): Pool {
  if (kept.cornerstoneThrottle) return kept.cornerstoneThrottle;
  const pool = new Pool({
    connectionString: env.DATABASE_URL,
    max: 2,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 5_000,
    idleTimeoutMillis: 10_000,
    allowExitOnIdle: true,
  });
  // A connection that breaks while idle is replaced on the next use; unhandled, its error would end the process.
  pool.on('error', () => {});
  return (kept.cornerstoneThrottle = pool);
}

export const limiter = (keyPrefix: string, points: number, duration: number) =>
  new RateLimiterPostgres({
    storeClient: storeClient(),
    tableName: 'rate_limit',
    tableCreated: true,
    keyPrefix,
    points,
    duration,
  });

const byAddress = limiter('address', attempts.fromOneAddress, windowSeconds);
const byAccount = limiter('account', attempts.onOneAccount, windowSeconds);
const byBoth = limiter('pair', attempts.onOneAccountFromOneAddress, windowSeconds);
/** Where an account was last used with success: an attack from elsewhere does not lock its owner out there. */
const known = limiter('known', Number.MAX_SAFE_INTEGER, knownSeconds);

export interface Attempt {
  readonly email: string;
  readonly address: string;
}

/** Counts an attempt before it is looked at, so that many at once are all counted; `forgive` takes it back. */
export async function countAttempt(attempt: Attempt): Promise<Result<true, Problem>> {
  const { account, address, both } = keysOf(attempt);
  const isKnown = (await known.get(both)) !== null;
  const counted = await Promise.allSettled([
    byBoth.consume(both),
    byAddress.consume(address),
    ...(isKnown ? [] : [byAccount.consume(account)]),
  ]);
  const waits = counted.flatMap((outcome) => {
    if (outcome.status === 'fulfilled') return [];
    if (outcome.reason instanceof RateLimiterRes) return [outcome.reason.msBeforeNext];
    throw outcome.reason;
  });
  if (waits.length === 0) return accept(true);
  return refuse({ kind: 'too-many-attempts', retryAfterSeconds: Math.max(1, Math.ceil(Math.max(...waits) / 1000)) });
}

/** After a right password: the attempt counts for nothing, and this person is known at this address. */
export async function forgive(attempt: Attempt): Promise<void> {
  const { account, address, both } = keysOf(attempt);
  // Where the person was known, the attempt was not counted for the account, and cannot be given back.
  if ((await known.get(both)) === null) await byAccount.reward(account);
  await Promise.all([byBoth.delete(both), byAddress.reward(address), known.set(both, 1, knownSeconds)]);
}

/** Addresses of people are not kept in the open, and every key is of one length. */
function keysOf({ email, address }: Attempt) {
  const digest = (text: string) => createHash('sha256').update(text).digest('base64url');
  const network = networkOf(address);
  return { account: digest(email), address: digest(network), both: digest(`${email} ${network}`) };
}
