import { spawnSync } from 'node:child_process';
import * as z from 'zod';
import { cleanEnvironment } from '@/tools/service';
import type { Measured } from './figures';

const printed = z.object({
  checkSeconds: z.number(),
  checkMiB: z.number(),
  proposeSeconds: z.number().optional(),
  publishSeconds: z.number().optional(),
});

interface Aim {
  readonly seconds: number;
  readonly mib: number;
}

/** A file of new progress reports: checked and shown as a dry run, and, where asked for, handed in and published. */
export function measureImport(
  databaseUrl: string,
  { rows, isPublished, aim }: { readonly rows: number; readonly isPublished: boolean; readonly aim: Aim },
): Measured[] {
  const { checkSeconds, checkMiB } = run(databaseUrl, rows, checkMemory, '');
  // Published by the service, whose memory is not bounded so: a run of its own.
  const { proposeSeconds, publishSeconds } = isPublished
    ? run(databaseUrl, rows, [], 'publish')
    : { proposeSeconds: undefined, publishSeconds: undefined };
  const size = `${rows.toLocaleString('en')} new reports`;
  const each = (name: string, unit: string, value: number | undefined, note?: string): Measured[] =>
    value === undefined ? [] : [{ name, size, unit, runs: [value], ...(note ? { note } : {}) }];
  return [
    ...each('an import: every row checked and previewed', 's', checkSeconds, `aim: ${aim.seconds}`),
    ...each('the same: most memory of its process', 'MiB', checkMiB, `aim: ${aim.mib}`),
    ...each('the same: handed in as one submission', 's', proposeSeconds),
    ...each('the same: published, all or nothing', 's', publishSeconds, 'aim: 30'),
  ];
}

/** As the service bounds the process that checks files. */
const checkMemory = ['--max-old-space-size=320', '--max-semi-space-size=8', '--optimize-for-size'];

function run(databaseUrl: string, rows: number, options: readonly string[], then: '' | 'publish') {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [...options, 'bin/run-ts', 'bench/time-import.ts', String(rows), ...(then ? [then] : [])],
    { encoding: 'utf8', env: cleanEnvironment({ DATABASE_URL: databaseUrl, NODE_ENV: 'production' }) },
  );
  if (status !== 0) throw new Error(`The file could not be brought:\n${stdout}${stderr}`);
  return printed.parse(JSON.parse(stdout.trim().split('\n').at(-1) ?? ''));
}
