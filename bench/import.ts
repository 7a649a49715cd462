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
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      '--max-old-space-size=320',
      '--max-semi-space-size=8',
      'bin/run-ts',
      'bench/time-import.ts',
      String(rows),
      isPublished ? 'publish' : '',
    ].filter((word) => word !== '' && !(isPublished && word.startsWith('--max'))),
    { encoding: 'utf8', env: cleanEnvironment({ DATABASE_URL: databaseUrl, NODE_ENV: 'production' }) },
  );
  if (status !== 0) throw new Error(`The file could not be brought:\n${stdout}${stderr}`);
  const found = printed.parse(JSON.parse(stdout.trim().split('\n').at(-1) ?? ''));
  const size = `${rows.toLocaleString('en')} new reports`;
  const each = (name: string, unit: string, value: number | undefined, note?: string): Measured[] =>
    value === undefined ? [] : [{ name, size, unit, runs: [value], ...(note ? { note } : {}) }];
  return [
    ...each('an import: every row checked and previewed', 's', found.checkSeconds, `aim: ${aim.seconds}`),
    ...each('the same: most memory of its process', 'MiB', found.checkMiB, `aim: ${aim.mib}`),
    ...each('the same: handed in as one submission', 's', found.proposeSeconds),
    ...each('the same: published, all or nothing', 's', found.publishSeconds, 'aim: 30'),
  ];
}
