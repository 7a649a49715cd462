import type { Report } from '@/server/embedded/explained';

export interface Shutdown {
  /** Aborted when the stop begins. */
  readonly signal: AbortSignal;
  /** Something to undo at the end; what was begun last is undone first. */
  later(undo: () => Promise<void> | void): void;
  /** Undoes everything, once, however often it is asked. */
  now(): Promise<void>;
}

/**
 * Ends the service in order on SIGTERM or Ctrl-C. A second signal leaves at once; one that follows immediately is the
 * same Ctrl-C, which npm passes on a second time.
 */
export function prepareShutdown(report: Report): Shutdown {
  const undone: (() => Promise<void> | void)[] = [];
  const ending = new AbortController();
  let running: Promise<void> | null = null;
  let askedAt = 0;

  const now = () => (running ??= undoAll());
  async function undoAll(): Promise<void> {
    ending.abort();
    for (const undo of undone.reverse()) {
      await Promise.resolve(undo()).catch((error: unknown) => report(`While stopping: ${String(error)}`));
    }
  }

  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, end);
  whenNpmEnds(end);

  function end(): void {
    if (askedAt && Date.now() - askedAt > 2_000) process.exit(130);
    if (askedAt) return;
    askedAt = Date.now();
    report('Stopping; requests under way are finished first ...');
    void now().then(() => {
      report('Stopped.');
      process.exit(0);
    });
  }
  return { signal: ending.signal, later: (undo) => void undone.push(undo), now };
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
