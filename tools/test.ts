import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findChromium } from './find-chromium';

/** What one part of the tests came to. */
interface Count {
  readonly passed: number;
  readonly failed: number;
}

const project = fileURLToPath(new URL('..', import.meta.url));
process.chdir(project);
const folder = mkdtempSync(join(tmpdir(), 'cornerstone-test-run-'));
// Run by root, the database runs under another account, which must reach its data in here.
chmodSync(folder, 0o711);
const bin = (name: string) => join('node_modules', '.bin', name);

/** Runs every test there is, in the order in which a fault is cheapest to find, and ends with one line. */
async function main(): Promise<void> {
  const counts: Count[] = [
    step('The database client is generated', process.execPath, ['tools/prisma.mjs', 'generate']),
    step('Addresses are typed', bin('next'), ['typegen']),
    step('Types', bin('tsc'), ['--noEmit', '-p', '.']),
    step('Lint and the import rule', bin('eslint'), ['.', '--max-warnings', '0']),
    vitest(),
    step('The production build', process.execPath, ['bin/cornerstone', 'build']),
    await journeys(),
  ];
  rmSync(folder, { recursive: true, force: true });
  const sum = (key: keyof Count) => counts.reduce((total, count) => total + count[key], 0);
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
  process.exitCode = sum('failed') === 0 ? 0 : 1;
}

function step(name: string, command: string, words: readonly string[]): Count {
  console.log(`\n== ${name}`);
  const isPassed = spawnSync(command, words, { stdio: 'inherit' }).status === 0;
  return isPassed ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

function vitest(): Count {
  console.log('\n== Rules and database');
  const report = join(folder, 'vitest.json');
  const { status } = spawnSync(
    bin('vitest'),
    ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    {
      stdio: 'inherit',
    },
  );
  const read = readReport(report);
  return atLeastOneFailedUnless(status === 0, {
    passed: Number(read?.numPassedTests ?? 0),
    failed: Number(read?.numFailedTests ?? 0),
  });
}

async function journeys(): Promise<Count> {
  console.log('\n== Journeys in a browser');
  const chromium = await findChromium();
  console.log(`Chromium: ${chromium.path} (${chromium.because})`);
  const report = join(folder, 'journeys.json');
  const { status } = spawnSync(bin('playwright'), ['test'], {
    stdio: 'inherit',
    env: {
      ...process.env,
      CHROMIUM_PATH: chromium.path,
      CORNERSTONE_TEST_REPORT: report,
      CORNERSTONE_TEST_DATA_DIR: join(folder, 'data'),
    },
  });
  const stats = readReport(report)?.stats as { expected?: number; unexpected?: number; flaky?: number } | undefined;
  return atLeastOneFailedUnless(status === 0, {
    passed: stats?.expected ?? 0,
    failed: (stats?.unexpected ?? 0) + (stats?.flaky ?? 0),
  });
}

function readReport(file: string): Record<string, unknown> | null {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>) : null;
}

/** A runner that ended badly without naming a failed test has failed all the same, and so has one that ran nothing. */
function atLeastOneFailedUnless(isFine: boolean, count: Count): Count {
  const isFailed = !isFine || count.passed + count.failed === 0;
  return isFailed ? { ...count, failed: Math.max(1, count.failed) } : count;
}

await main();
