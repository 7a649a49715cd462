import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '@/server/embedded/free-port';

/** The service as an operator runs it, in a process of its own. */
export interface Service {
  readonly url: string;
  readonly pid: number;
  /** From the start to the first answer that it is ready. */
  readonly secondsToReady: number;
  /** Everything it has said so far. */
  said(): string;
  /** Sends the signal and waits for the end; its status, null when the signal itself ended it. */
  end(signal?: NodeJS.Signals): Promise<number | null>;
}

export interface Start {
  /** Folder of the program. */
  readonly checkout: string;
  /** Environment variables, beside those of this process. */
  readonly settings: Readonly<Record<string, string | undefined>>;
  /** Another command than `bin/cornerstone start`. */
  readonly command?: readonly [string, ...string[]];
  /** Another user to run it as. */
  readonly ids?: { readonly uid: number; readonly gid: number };
  readonly patienceMs?: number;
}

const running = new Set<ChildProcess>();

/** Ends what a check that failed half way has left running. */
export async function endEveryService(): Promise<void> {
  await Promise.all([...running].map((child) => endOf(child, 'SIGTERM')));
}

/** @throws {Error} with what it said, when it ends or is not ready in time. */
export async function startService({
  checkout,
  settings,
  command,
  ids,
  patienceMs = 300_000,
}: Start): Promise<Service> {
  const port = Number(settings.PORT ?? (await freePort()));
  const url = `http://127.0.0.1:${port}`;
  const [program, ...words] = command ?? [process.execPath, 'bin/cornerstone', 'start'];
  const begun = Date.now();
  const child = spawn(program, words, {
    ...ids,
    cwd: checkout,
    env: cleanEnvironment({ ...settings, PORT: String(port) }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (said += text.toString()));

  while (!(await isReady(url))) {
    const isLate = Date.now() - begun > patienceMs;
    if (isLate) child.kill('SIGKILL');
    if (isLate || hasEnded(child))
      throw new Error(`The service is not ready after ${Date.now() - begun} ms. It said:\n${said}`);
    await sleep(50);
  }
  return {
    url,
    pid: child.pid ?? 0,
    secondsToReady: (Date.now() - begun) / 1000,
    said: () => said,
    end: (signal = 'SIGTERM') => endOf(child, signal),
  };
}

/** Ours, without what a surrounding npm or a shell has set for another start. */
export function cleanEnvironment(settings: Readonly<Record<string, string | undefined>>): NodeJS.ProcessEnv {
  const isOurs = (name: string) =>
    /^(npm_|CORNERSTONE_|NEXTAUTH_|DATABASE_URL$|NODE_ENV$|TSX_|PORT$|__NEXT)/.test(name);
  const kept = Object.entries(process.env).filter(([name]) => !isOurs(name));
  return { ...Object.fromEntries(kept), ...settings } as NodeJS.ProcessEnv; // Next's types want a NODE_ENV, which the start sets
}

export async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(3000) })).ok;
  } catch {
    return false;
  }
}

const hasEnded = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null;

async function endOf(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (!hasEnded(child)) child.kill(signal);
  for (let waited = 0; waited < 60_000 && !hasEnded(child); waited += 20) await sleep(20);
  if (!hasEnded(child)) throw new Error(`The service did not end within a minute of ${signal}.`);
  return child.exitCode;
}
