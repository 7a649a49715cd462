import { spawnSync } from 'node:child_process';
import { cleanEnvironment } from '@/tools/service';
import { type Measured, median } from './figures';
import type { Size } from './synthetic';

interface Runs {
  readonly now: readonly number[];
  readonly asOf: readonly number[];
  readonly until: readonly number[];
}

/**
 * Everything that /en asks of the database, without any cache, in a process that has asked it before: now, as of the day
 * between the first publication and the corrections, and until a day a year ago.
 */
export function measureOverview(
  databaseUrl: string,
  { projects, reports }: Size,
  runs: number,
  note?: string,
): Measured[] {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['bin/run-ts', 'bench/time-overview.ts', String(runs), daysAgo(30), daysAgo(365)],
    {
      encoding: 'utf8',
      env: cleanEnvironment({ DATABASE_URL: databaseUrl, NODE_ENV: 'production' }),
    },
  );
  if (status !== 0) throw new Error(`The overview could not be read:\n${stdout}${stderr}`);
  const { now, asOf, until } = JSON.parse(stdout) as Runs; // printed by time-overview.ts
  const size = `${count(projects)} projects, ${count(reports)} reports`;
  const share = (of: readonly number[]) => `${(median(of) / median(now)).toFixed(2)} × the current one`;
  return [
    { name: 'uncached overview query', size, unit: 'ms', runs: now, ...(note ? { note } : {}) },
    { name: 'the same, as of 30 days ago', size, unit: 'ms', runs: asOf, note: `${share(asOf)}; aim: at most 2` },
    { name: 'the same, until 365 days ago', size, unit: 'ms', runs: until, note: share(until) },
  ];
}

const dayMs = 24 * 60 * 60 * 1000;
const daysAgo = (days: number) => new Date(Date.now() - days * dayMs).toISOString().slice(0, 10);
const count = (value: number) => value.toLocaleString('en');
