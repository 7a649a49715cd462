import { spawnSync } from 'node:child_process';
import { cleanEnvironment } from '@/tools/service';
import type { Measured } from './figures';
import type { Size } from './synthetic';

/** Everything that /en asks of the database, without any cache, in a process that has asked it before. */
export function measureOverview(
  databaseUrl: string,
  { projects, reports }: Size,
  runs: number,
  note?: string,
): Measured {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['bin/run-ts', 'bench/time-overview.ts', String(runs)],
    {
      encoding: 'utf8',
      env: cleanEnvironment({ DATABASE_URL: databaseUrl, NODE_ENV: 'production' }),
    },
  );
  if (status !== 0) throw new Error(`The overview could not be read:\n${stdout}${stderr}`);
  return {
    name: 'uncached overview query',
    size: `${count(projects)} projects, ${count(reports)} reports`,
    unit: 'ms',
    runs: JSON.parse(stdout) as readonly number[], // printed by time-overview.ts
    ...(note ? { note } : {}),
  };
}

const count = (value: number) => value.toLocaleString('en');
