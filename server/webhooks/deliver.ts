import pg from 'pg';
import { testEvent, waitAfter } from '@/domain/webhook';
import { type Sent, send } from './send';

export interface DeliverOptions {
  readonly databaseUrl: string;
  /** Whether private networks, and http, may be told. */
  readonly mayBePrivate: boolean;
  readonly report: (line: string) => void;
  /** Shorter in tests. */
  readonly lookEveryMs?: number;
  readonly patienceMs?: number;
}

export interface Deliveries {
  /** Takes no more; what is being sent has a moment to end, and is sent again at the next start where it has not. */
  stop(): Promise<void>;
}

interface Due {
  readonly id: string;
  readonly webhook_id: string;
  readonly event: string;
  readonly url: string;
  readonly secret: string;
  readonly body: string;
  readonly attempts: number;
}

const atOnce = 8;
const usualLookEveryMs = 1_000;
const usualPatienceMs = 10_000;
/** A message that was taken by a process that died is taken again after this. */
const leaseSeconds = 60;
const keptDays = 30;
const tidyEveryMs = 3_600_000;

/**
 * Sends the messages that wait, at least once each: to every address one at a time, to several addresses at once. A message
 * is leased before it is sent, so that what a killed process left behind is taken up again.
 */
export function deliverWebhooks(options: DeliverOptions): Deliveries {
  const { databaseUrl, mayBePrivate, report } = options;
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: 2,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 10_000,
    application_name: 'cornerstone webhooks',
  });
  // A connection that breaks while idle is replaced on the next use; unhandled, its error would end the process.
  pool.on('error', () => {});
  const stopping = new AbortController();
  const underWay = new Map<string, Promise<void>>();
  let isBroken = false;
  let tidiedAt = 0;
  /** Ends the pause between two looks; something happened meanwhile where there is none to end. */
  let wake: (() => void) | null = null;
  let isAwake = false;

  const looking = lookAgainAndAgain();
  return {
    async stop() {
      stopping.abort();
      wake?.();
      await looking;
      await Promise.all(underWay.values());
      await pool.end().catch(() => {});
    },
  };

  async function lookAgainAndAgain(): Promise<void> {
    while (!stopping.signal.aborted) {
      await look();
      await pause(options.lookEveryMs ?? usualLookEveryMs);
    }
  }

  async function pause(ms: number): Promise<void> {
    if (!isAwake && !stopping.signal.aborted) {
      await new Promise<void>((resolve) => {
        wake = resolve;
        setTimeout(resolve, ms).unref();
      });
      wake = null;
    }
    isAwake = false;
  }

  async function look(): Promise<void> {
    try {
      for (const due of await take(atOnce - underWay.size)) {
        const sending = deliver(due).finally(() => {
          underWay.delete(due.webhook_id);
          // The next message of this address need not wait for the next look.
          isAwake = true;
          wake?.();
        });
        underWay.set(due.webhook_id, sending);
      }
      await tidy();
      isBroken = false;
    } catch (error) {
      if (!isBroken && !stopping.signal.aborted) report(`Webhooks wait: ${String(error)}`);
      isBroken = true;
    }
  }

  /** The oldest message that is due of each address that is not being told something already. */
  async function take(most: number): Promise<readonly Due[]> {
    if (most <= 0) return [];
    const { rows } = await pool.query<Due>(
      `with due as (
         select d.id, w.url, w.secret from webhook w
         cross join lateral (
           select id from webhook_delivery
           where webhook_id = w.id and state = 'waiting' and next_attempt_at <= now()
           order by next_attempt_at, created_at limit 1 for update skip locked
         ) d
         where w.paused_at is null and w.removed_at is null and w.id <> all($1::uuid[])
         limit $2
       )
       update webhook_delivery d
       set attempts = d.attempts + 1, last_attempt_at = now(), next_attempt_at = now() + make_interval(secs => $3)
       from due where d.id = due.id
       returning d.id, d.webhook_id, d.event, due.url, due.secret, d.payload::text as body, d.attempts`,
      [[...underWay.keys()], most, leaseSeconds],
    );
    return rows;
  }

  async function deliver({ id, url, secret, body, attempts, event }: Due): Promise<void> {
    const patienceMs = options.patienceMs ?? usualPatienceMs;
    const message = { id: `msg_${id}`, url, secret, body };
    const sent = await send(message, { mayBePrivate, patienceMs, stop: stopping.signal });
    // A database that is away leaves the lease to run out: the message is then sent again.
    await note(id, sent, event === testEvent ? null : waitAfter(attempts)).catch(() => {});
  }

  async function note(id: string, { status, failure }: Sent, waitSeconds: number | null): Promise<void> {
    if (failure === null) {
      await pool.query(
        `update webhook_delivery set state = 'delivered', delivered_at = now(), last_status = $2, last_failure = null where id = $1`,
        [id, status],
      );
    } else if (failure === 'stopped') {
      // It was not its fault: the attempt does not count.
      await pool.query(
        `update webhook_delivery set attempts = attempts - 1, next_attempt_at = now(), last_failure = $2 where id = $1`,
        [id, failure],
      );
    } else {
      await pool.query(
        `update webhook_delivery set last_status = $2, last_failure = $3,
           state = case when $4::int is null then 'dead' else 'waiting' end,
           next_attempt_at = now() + make_interval(secs => coalesce($4::int, 0))
         where id = $1`,
        [id, status, failure, waitSeconds],
      );
    }
  }

  /** What is old is forgotten, delivered or not: who was away for a month reads the record. */
  async function tidy(): Promise<void> {
    if (Date.now() - tidiedAt < tidyEveryMs) return;
    tidiedAt = Date.now();
    await pool.query(`delete from webhook_delivery where created_at < now() - make_interval(days => $1)`, [keptDays]);
  }
}
