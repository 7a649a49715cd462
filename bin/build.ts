import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Explained, type Report } from '@/server/embedded/explained';
import { takeLock } from '@/server/embedded/lock';
import { env } from '@/server/env';
import { programFolder } from './command';
import { isClientFresh } from './prisma-client.mjs';

/** The folders and files whose content decides what the built pages are. */
const sources = ['app', 'components', 'domain', 'i18n', 'messages', 'public', 'server', 'prisma/schema.prisma'];
const rootFiles = [
  'next.config.ts',
  'proxy.ts',
  'instrumentation.ts',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
];
const notInPages = /\.test\.tsx?$|\/server\/(archive|embedded|http|backup)\//;

const built = () => join(programFolder, env.CORNERSTONE_BUILD_DIR);
const stamp = () => join(built(), 'built-from');

/** Makes the database client and the pages when they are missing or older than their sources. True when it built pages. */
export async function buildIfStale(report: Report, signal?: AbortSignal): Promise<boolean> {
  const lock = await waitForLock(report, signal);
  try {
    await generateClientIfStale(report, signal);
    const state = stateOfSources();
    if (isBuiltFrom(state)) return false;
    await buildPages(report, signal);
    writeFileSync(stamp(), state);
    return true;
  } finally {
    lock.release();
  }
}

/** Two starts from one checkout, on two data directories, must not build into the same folder at once. */
async function waitForLock(report: Report, signal?: AbortSignal) {
  for (let waited = 0; ; waited += 1) {
    const lock = takeLock(join(programFolder, 'node_modules', '.cornerstone-build.json'), 'building the pages');
    if (lock.ok) return lock.value;
    if (waited === 0) report(`Process ${lock.problem.pid} is building the pages: waiting for it ...`);
    await sleep(500, undefined, { signal });
  }
}

export async function generateClientIfStale(report: Report, signal?: AbortSignal): Promise<void> {
  if (isClientFresh()) return;
  report('Generating the database client ...');
  const failure = await runNode([join(programFolder, 'tools', 'prisma.mjs'), 'generate'], signal);
  if (failure !== null) throw new Explained(`The database client could not be generated. Prisma said:\n${failure}`);
}

async function buildPages(report: Report, signal?: AbortSignal): Promise<void> {
  report('Building the pages; this takes a minute or two, and is done once ...');
  rmSync(stamp(), { force: true });
  const startedAt = Date.now();
  const seconds = () => Math.round((Date.now() - startedAt) / 1000);
  const progress = setInterval(() => report(`  still building, ${seconds()} seconds so far ...`), 15_000);
  const next = createRequire(import.meta.url).resolve('next/dist/bin/next');
  const failure = await runNode([next, 'build'], signal).finally(() => clearInterval(progress));
  if (failure !== null) throw new Explained(`The pages could not be built. Next said:\n${failure}`);
  report(`The pages are built (${seconds()} seconds).`);
}

/** Null when it went well, else everything that was said. */
function runNode(args: readonly string[], signal?: AbortSignal): Promise<string | null> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...args], {
      cwd: programFolder,
      env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
      signal,
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (said += text.toString()));
    child.once('error', reject);
    child.once('close', (status) => resolve(status === 0 ? null : said.trim() || 'nothing'));
  });
}

function isBuiltFrom(state: string): boolean {
  return existsSync(join(built(), 'BUILD_ID')) && existsSync(stamp()) && readFileSync(stamp(), 'utf8') === state;
}

function stateOfSources(): string {
  const hash = createHash('sha256');
  const files = [...rootFiles.filter((name) => existsSync(join(programFolder, name))), ...sources.flatMap(filesIn)];
  for (const file of files)
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(programFolder, file)))
      .update('\0');
  return hash.digest('hex');
}

function filesIn(path: string): string[] {
  const full = join(programFolder, path);
  if (!existsSync(full)) return [];
  if (path.endsWith('.prisma')) return [path];
  return readdirSync(full, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(programFolder.length))
    .filter((file) => !notInPages.test(`/${file}`))
    .sort();
}
