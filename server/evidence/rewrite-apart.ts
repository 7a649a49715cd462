import 'server-only';
import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { refusedUpload, type UploadRefused, uploadRefusals } from '@/domain/evidence/upload';
import { accept, refuse, type Result } from '@/domain/result';
import { makeQueue, Overloaded } from '../http/queue';
import type { RewrittenFile } from './rewrite-file';

/** One file at a time, so that memory stays bounded; a few people wait, and more are asked to try again. */
const inTurn = makeQueue({ atOnce: 1, waiting: 8 });
const patienceMs = 60_000;
const mostMemoryMib = 768;

/** Rewrites a file in a process of its own: a file that breaks a program breaks that process and not the service. */
export async function rewriteApart(bytes: Buffer): Promise<Result<RewrittenFile, UploadRefused>> {
  try {
    return await inTurn(() => rewriteInFolder(bytes));
  } catch (error) {
    if (error instanceof Overloaded) return refuse(refusedUpload('busy'));
    throw error;
  }
}

const answer = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    value: z.discriminatedUnion('kind', [
      z.object({
        kind: z.literal('photo'),
        originalMediaType: z.string(),
        width: z.number().int(),
        height: z.number().int(),
      }),
      z.object({ kind: z.literal('document'), originalMediaType: z.string(), pages: z.number().int() }),
    ]),
  }),
  z.object({
    ok: z.literal(false),
    problem: z.object({
      kind: z.literal('upload-refused'),
      because: z.enum(uploadRefusals),
      found: z.string(),
      most: z.string(),
    }),
  }),
]);

const folderPrefix = 'cornerstone-evidence-';
const abandonedAfterMs = 10 * patienceMs;

/** A service that was killed at its work left a folder behind, with an original and all that it tells: it goes. */
async function clearAbandoned(): Promise<void> {
  for (const name of (await readdir(tmpdir())).filter((each) => each.startsWith(folderPrefix))) {
    const folder = join(tmpdir(), name);
    const found = await stat(folder).catch(() => null);
    if (found && Date.now() - found.mtimeMs > abandonedAfterMs) await rm(folder, { recursive: true, force: true });
  }
}

async function rewriteInFolder(bytes: Buffer): Promise<Result<RewrittenFile, UploadRefused>> {
  await clearAbandoned();
  const folder = await mkdtemp(join(tmpdir(), folderPrefix));
  try {
    await writeFile(join(folder, 'original'), bytes, { mode: 0o600 });
    const { status, said, complained } = await run(folder);
    if (status === 'ended-by-force') return refuse(refusedUpload('too-complex'));
    if (status !== 0) throw new Error(`An uploaded file could not be rewritten (${status}): ${complained}`);
    const read = answer.parse(JSON.parse(said));
    if (!read.ok) return read;
    const file = (name: string) => readFile(join(folder, name));
    return accept(
      read.value.kind === 'photo'
        ? { ...read.value, large: await file('large'), small: await file('small') }
        : { ...read.value, document: await file('document') },
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface Ended {
  readonly status: number | 'ended-by-force';
  readonly said: string;
  readonly complained: string;
}

/** 134 is how Node ends when its memory is used up. */
const outOfMemory = 134;

function run(folder: string): Promise<Ended> {
  // Where the program is, as the start found out; in development and in tests it is where they were called from.
  const program = process.env.CORNERSTONE_PROGRAM_FOLDER ?? process.cwd();
  const child = spawn(
    process.execPath,
    [
      `--max-old-space-size=${mostMemoryMib}`,
      join(/* turbopackIgnore: true */ program, 'bin', 'run-ts'),
      join(/* turbopackIgnore: true */ program, 'server', 'evidence', 'rewrite-process.ts'),
      folder,
    ],
    // It is told nothing but where programs are: no address of the database, no secret.
    {
      env: { NODE_ENV: process.env.NODE_ENV, PATH: process.env.PATH, TMPDIR: process.env.TMPDIR },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: patienceMs,
      killSignal: 'SIGKILL',
    },
  );
  const [said, complained]: [Buffer[], Buffer[]] = [[], []];
  child.stdout.on('data', (chunk: Buffer) => said.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => complained.push(chunk));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) =>
      resolve({
        status: signal !== null || code === outOfMemory ? 'ended-by-force' : (code ?? 0),
        said: Buffer.concat(said).toString('utf8'),
        complained: Buffer.concat(complained).toString('utf8').slice(-2000),
      }),
    );
  });
}
