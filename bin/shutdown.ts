import type { Report } from '@/server/embedded/explained';

export interface Shutdown {
  /** Aborted when the stop begins. */
  readonly signal: AbortSignal;
  /** Something to undo at the end; what was begun last is undone first. */
  later(undo: () => Promise<void> | void): void;
  /** Undoes everything, once, however often it is asked. */
  now(): Promise<void>;
}

/** Longer than everything together may take that is worth waiting for: answers under way, and PostgreSQL's own shutdown. */
const patienceMs = 150_000;

/**
 * Ends the service in order on SIGTERM or Ctrl-C. A second signal leaves at once; one that follows immediately is the
 * same Ctrl-C, which npm passes on a second time. What cannot be undone, or takes too long, does not keep the service: it
 * says so and leaves.
 */
export function prepareShutdown(report: Report, mostMs = patienceMs): Shutdown {
  goOnUnread();
  const undone: (() => Promise<void> | void)[] = [];
  const ending = new AbortController();
  let running: Promise<void> | null = null;
  let askedAt = 0;

  const now = () => (running ??= undoAll());
  async function undoAll(): Promise<void> {
    ending.abort();
    for (const undo of undone.reverse()) {
      // Called within a promise: one that throws at once keeps the others from nothing either.
      await Promise.resolve()
        .then(undo)
        .catch((error: unknown) => report(`While stopping: ${String(error)}`));
    }
  }

  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, end);
  whenNpmEnds(end);

  function end(): void {
    if (askedAt && Date.now() - askedAt > 2_000) process.exit(130);
    if (askedAt) return;
    askedAt = Date.now();
    report('Stopping; requests under way are finished first ...');
    setTimeout(() => {
      report('Something did not stop in time; leaving without it.');
      process.exit(1);
    }, mostMs).unref();
    void now().then(() => {
      report('Stopped.');
      process.exit(0);
    });
  }
  return { signal: ending.signal, later: (undo) => void undone.push(undo), now };
}

/**
 * Goes on when nobody reads any more what the service says: whoever started it may end before it. Each line would raise an
 * error, which the pages' own handler of errors would say in another line, and so on for ever, at the cost of a whole core.
 */
function goOnUnread(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
}

/** npm runs its scripts in a shell, and a shell that is told to end does not tell what it runs. */
function whenNpmEnds(end: () => void): void {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const look = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(look);
    end();
  }, 500);
  look.unref();
}
