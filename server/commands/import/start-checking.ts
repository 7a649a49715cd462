import 'server-only';
import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { join } from 'node:path';
import { fileRefused } from '@/domain/import/file-refused';
import { db } from '../../db';
import { env } from '../../env';
import { removeAbandoned } from '../../import/import-files';

/** What a check may take; a file of a million rows takes half of it. */
const mostMemoryMib = 320;

// Pages and the start load their modules apart; one process checks for both.
const kept = globalThis as { cornerstoneChecking?: { child: ChildProcess; isAskedAgain: boolean } | undefined };

/** Sees to it that what waits is checked, by a process of its own; asked again while one runs, it looks once more. */
export function startChecking(): void {
  if (kept.cornerstoneChecking) {
    kept.cornerstoneChecking.isAskedAgain = true;
    return;
  }
  // Where the program is, as the start found out; in development and in tests it is where they were called from.
  const program = process.env.CORNERSTONE_PROGRAM_FOLDER ?? process.cwd();
  const child = spawn(
    process.execPath,
    [
      `--max-old-space-size=${mostMemoryMib}`,
      '--max-semi-space-size=8',
      '--optimize-for-size',
      join(/* turbopackIgnore: true */ program, 'bin', 'run-ts'),
      join(/* turbopackIgnore: true */ program, 'server', 'commands', 'import', 'check-process.ts'),
    ],
    {
      env: {
        ...process.env,
        DATABASE_URL: env.DATABASE_URL,
        CORNERSTONE_DATA_DIR: env.CORNERSTONE_DATA_DIR,
        NODE_OPTIONS: '',
      },
      // Its standard input closes when this process ends, however it ends.
      stdio: ['pipe', 'pipe', 'inherit'],
    },
  );
  const checking = { child, isAskedAgain: false };
  kept.cornerstoneChecking = checking;
  let began = '';
  child.stdout.on('data', (line: Buffer) => (began = line.toString().trim().split('\n').at(-1) ?? began));
  child.once('close', (code, signal) => {
    kept.cornerstoneChecking = undefined;
    const isBroken = code === outOfMemory || signal === 'SIGKILL' || signal === 'SIGABRT';
    if (code === 0) failures = 0;
    else if (isBroken) void backAfterBreak(began).catch(() => {});
    else if ((failures += 1) <= mostFailures) setTimeout(startChecking, againAfterMs).unref();
    if (checking.isAskedAgain) startChecking();
  });
  // Who stops the service does not wait for it: it goes on after the next start.
  child.unref();
}

/** 134 is how Node ends when its memory is used up. */
const outOfMemory = 134;
/** A database that does not answer comes back; until then it is not asked all the time. */
const mostFailures = 20;
const againAfterMs = 5_000;
let failures = 0;

/** A file that breaks the process that reads it is not tried for ever: its person reads what happened. */
async function backAfterBreak(runId: string): Promise<void> {
  if (!runId) return;
  await db.importRun.updateMany({
    where: { id: runId, state: 'checking' },
    data: { state: 'mapping', refusal: { ...fileRefused('broke-off') }, updatedAt: new Date() },
  });
  const waiting = await db.importRun.count({ where: { state: 'checking' } });
  if (waiting > 0) startChecking();
}

/** What the start does: goes on with checks that were cut short, and removes what nobody came back to. */
export async function resumeImports(keptDays: number): Promise<void> {
  await dropForgotten(keptDays);
  const waiting = await db.importRun.count({ where: { state: 'checking' } });
  if (waiting > 0) startChecking();
}

/** Runs that nobody has touched for so long end; their rows and files are gone. */
export async function dropForgotten(keptDays: number): Promise<void> {
  const before = new Date(Date.now() - keptDays * 24 * 60 * 60 * 1000);
  await db.importRun.updateMany({
    where: { state: { notIn: ['proposed', 'dropped'] }, updatedAt: { lt: before } },
    data: { state: 'dropped', updatedAt: new Date() },
  });
  const open = await db.importRun.findMany({
    where: { state: { notIn: ['proposed', 'dropped'] } },
    select: { id: true },
  });
  await removeAbandoned(new Set(open.map(({ id }) => id)));
}

/** Small files are checked while one waits; of others the page tells how far they are. */
export async function waitForCheck(runId: string, mostMs: number): Promise<void> {
  for (let waited = 0; waited < mostMs; waited += 100) {
    const run = await db.importRun.findUnique({ where: { id: runId }, select: { state: true } });
    if (run?.state !== 'checking') return;
    await sleep(100);
  }
}
