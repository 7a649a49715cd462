import { setTimeout as sleep } from 'node:timers/promises';
import type { Cluster } from './cluster';
import type { Report } from './explained';

/** Starts the database again whenever it dies, with growing pauses when that does not last. Returns how to end this. */
export function keepRunning(cluster: Cluster, report: Report): () => void {
  const ending = new AbortController();
  void watch(cluster, report, ending.signal);
  return () => ending.abort();
}

async function watch(cluster: Cluster, report: Report, ending: AbortSignal): Promise<void> {
  const longestPause = 30_000;
  let pause = 500;
  while (!ending.aborted) {
    await sleep(pause, undefined, { ref: false, signal: ending }).catch(() => {});
    if (ending.aborted) return;
    if (cluster.isRunning()) {
      pause = 500;
      continue;
    }
    report('PostgreSQL has stopped unexpectedly: starting it again.');
    try {
      await cluster.startAgain();
      report('PostgreSQL runs again.');
    } catch (error) {
      report(`PostgreSQL could not be started again: ${error instanceof Error ? error.message : String(error)}`);
    }
    pause = Math.min(pause * 2, longestPause);
  }
}
