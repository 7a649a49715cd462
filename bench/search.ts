import { spawnSync } from 'node:child_process';
import { cleanEnvironment } from '@/tools/service';
import type { Measured } from './figures';

/** As people type: whole names, in both alphabets, beginnings, with a wrong letter, several words, words that many share. */
const queries = [
  ...['Shubadice', 'Шубадиже', 'lohanaki', 'zobafo', 'Tuvaxeyi', 'гухадже', 'peri', 'mun', 'sh', 'ba'],
  ...[
    'shubadece',
    'lohnaki',
    'tuvaxey',
    'Road in Lohanaki',
    'school zobafo',
    'water main',
    'clinic',
    'road',
    'zzzzqqqq',
  ],
  ...['Organisation 7', 'Title of source 12', 'publisher 3', 'Landmark 40', 'programme', 'homes in ba', 'jeki lo'],
];

/** The search of names without any cache, in a process that has searched before. */
export function measureSearch(databaseUrl: string, size: string, rounds: number): Measured {
  const asked = Array.from({ length: rounds }, () => queries).flat();
  const { status, stdout, stderr } = spawnSync(process.execPath, ['bin/run-ts', 'bench/time-search.ts', ...asked], {
    encoding: 'utf8',
    env: cleanEnvironment({ DATABASE_URL: databaseUrl, NODE_ENV: 'production' }),
  });
  if (status !== 0) throw new Error(`Names could not be searched:\n${stdout}${stderr}`);
  const runs = JSON.parse(stdout) as number[]; // printed by time-search.ts
  const sorted = [...runs].sort((one, other) => one - other);
  const p95 = sorted[Math.ceil(sorted.length * 0.95) - 1] ?? 0;
  return {
    name: 'search of names',
    size,
    unit: 'ms',
    runs,
    note: `95 of 100 within ${p95.toPrecision(3)} ms; aim: 50`,
  };
}
