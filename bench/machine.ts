import { spawnSync } from 'node:child_process';
import { cpus, loadavg, release, totalmem, type } from 'node:os';

const loadBefore = loadavg()[0] ?? 0;

/** One paragraph on what the figures were taken with. */
export function describeMachine(postgresql: string): string {
  const processors = cpus();
  const gibibytes = Math.round(totalmem() / 1024 ** 3);
  const { stdout } = spawnSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' });
  return [
    `Taken on ${new Date().toISOString().slice(0, 10)}`,
    `on ${processors.length} × ${processors[0]?.model.trim() ?? 'unknown processor'}`,
    `${gibibytes} GiB of memory`,
    `${type()} ${release()}`,
    `Node ${process.versions.node}`,
    `PostgreSQL ${postgresql}`,
    `load average ${loadBefore.toFixed(1)} before`,
    `after commit ${stdout?.trim() || 'unknown'}.`,
  ].join(', ');
}
