import { spawnSync } from 'node:child_process';
import { cleanEnvironment } from '@/tools/service';
import type { Measured } from './figures';
import type { Size } from './synthetic';

/** Everything that /en asks of the database, without any cache, in a process that has asked it before. */
export function measureOverview(databaseUrl: string, { projects, reports }: Size, runs: number): Measured {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['bin/run-ts', 'bench/time-overview.ts', String(runs)], {
    encoding: 'utf8',
    env: cleanEnvironment({ DATABASE_URL: databaseUrl, NODE_ENV: 'production' }),
  });
  if (status !== 0) throw new Error(`The overview could not be read:\n${stdout}${stderr}`);
  const milliseconds = (JSON.parse(stdout) as readonly number[]).slice(); // printed by time-overview.ts
  return {
    name: 'uncached overview query',
    size: `${count(projects)} projects, ${count(reports)} reports`,
    unit: 'ms',
    runs: milliseconds,
    ...(projects >= 100_000 ? { note: 'aim: below 250 ms' } : {}),
  };
}

const count = (value: number) => value.toLocaleString('en');
