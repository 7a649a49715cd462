import { spawn } from 'node:child_process';
import { chownSync, closeSync, mkdirSync, openSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { type Account, as } from './account';
import { chooseClusterFolder, type Place } from './cluster-folder';
import { databaseName, databaseUrlOf, type Embedded, rememberEmbedded, userName } from './data-directory';
import { Explained, type Report } from './explained';
import { freePort, isPortFree } from './free-port';
import { dataIn, initialiseOnce } from './initialise';
import { clearDeadPidFile, runningPostmaster } from './postmaster';
import { codeOf, isAlive } from './processes';
import { prepareSoftware, type Software } from './software';

export interface Cluster {
  readonly databaseUrl: string;
  isRunning(): boolean;
  /** Starts the server again after it died. Its address stays the same. */
  startAgain(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Brings the embedded PostgreSQL up: makes it the first time, takes over one that a killed start left running, starts it
 * otherwise. The caller holds the lock of the data directory.
 */
export async function startCluster(dataDirectory: string, report: Report): Promise<Cluster> {
  const place = await chooseClusterFolder(dataDirectory, report);
  const software = prepareSoftware(place.account, place.embedded.folder, report);
  initialiseOnce(software, place.account, place.embedded, report);

  let { pid, embedded } = await bringUp(software, place, report);
  rememberEmbedded(dataDirectory, embedded);
  await makeDatabaseOnce(embedded);

  return {
    databaseUrl: databaseUrlOf(embedded),
    isRunning: () => isAlive(pid),
    async startAgain() {
      const again = await bringUp(software, { ...place, embedded }, report);
      if (again.embedded.port !== embedded.port) throw new Error(`Port ${embedded.port} of the database was taken.`);
      ({ pid, embedded } = again);
    },
    stop: () => stopServer(pid),
  };
}

interface Up {
  readonly pid: number;
  readonly embedded: Embedded;
}

async function bringUp(software: Software, { account, embedded }: Place, report: Report): Promise<Up> {
  const data = dataIn(embedded);
  const left = runningPostmaster(data);
  if (left) {
    const taken = { ...embedded, port: left.port || embedded.port };
    if (await answersSoon(taken, left.pid, report)) {
      report('Taking over the PostgreSQL that an earlier start left running.');
      return { pid: left.pid, embedded: taken };
    }
  }
  if (clearDeadPidFile(data)) report('Clearing what a killed PostgreSQL left behind.');

  const port = (await isPortFree(embedded.port)) ? embedded.port : await freePort();
  const chosen = { ...embedded, port };
  // Children of a killed server may need a moment to notice; until then PostgreSQL refuses to start beside them.
  for (let attempt = 1; ; attempt += 1) {
    const failure = await startServer(software, account, chosen, report);
    if (typeof failure === 'number') return { pid: failure, embedded: chosen };
    if (attempt === 30 || !failure.includes('shared memory')) {
      throw new Explained(`PostgreSQL did not start. It said:\n${failure}`);
    }
    await sleep(1000);
  }
}

/** The number of the process once it answers, or what it said when it ended instead. */
async function startServer(
  software: Software,
  account: Account,
  embedded: Embedded,
  report: Report,
): Promise<number | string> {
  const log = join(embedded.folder, 'log');
  mkdirSync(log, { recursive: true });
  if (account.ids) chownSync(log, account.ids.uid, account.ids.gid);
  const startLog = join(log, 'start.log');
  rmSync(startLog, { force: true }); // one that root left could not be written to
  const output = openSync(startLog, 'w');
  // Detached: Ctrl-C in the terminal reaches Cornerstone alone, which first lets requests end and then stops the server.
  const server = spawn(software.postgres, ['-D', dataIn(embedded), ...settingsOf(embedded, log)], {
    ...as(account),
    detached: true,
    stdio: ['ignore', output, output],
    env: { ...process.env, LC_ALL: 'C' },
  });
  closeSync(output);
  server.unref();

  let ended: string | null = null;
  server.once('error', (error) => (ended = error.message));
  server.once('exit', () => (ended ??= lastWords(startLog)));
  for (let waited = 0; ended === null; waited += 100) {
    if (server.pid && (await answers(embedded)) === 'yes') return server.pid;
    if (waited > 0 && waited % 10_000 === 0)
      report('PostgreSQL is still starting; after a crash it first reads its journal ...');
    await sleep(100);
  }
  return ended;
}

/** Its folder may be gone with everything in it: a wait for the server must end all the same. */
function lastWords(startLog: string): string {
  try {
    return readFileSync(startLog, 'utf8').trim() || 'nothing';
  } catch (error) {
    return `nothing that could be read: ${String(error)}`;
  }
}

function settingsOf({ port }: Embedded, log: string): string[] {
  const settings = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    random_page_cost: 1.1,
    jit: 'off',
    // One file for each day of the week, each begun anew, so that the log does not grow for ever.
    logging_collector: 'on',
    log_directory: log,
    log_filename: 'postgresql-%a.log',
    log_truncate_on_rotation: 'on',
    log_rotation_age: '1d',
    log_rotation_size: 0,
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

async function answersSoon(embedded: Embedded, pid: number, report: Report): Promise<boolean> {
  for (let waited = 0; isAlive(pid); waited += 1) {
    const answer = await answers(embedded);
    if (answer === 'yes') return true;
    if (answer === 'not ours') throw new Explained(explainStranger(embedded, pid));
    if (waited === 3) report(`Waiting for the PostgreSQL that an earlier start left (process ${pid}) ...`);
    if (waited === 120) throw new Explained(explainDeaf(pid));
    await sleep(1000);
  }
  return false;
}

async function answers(embedded: Embedded): Promise<'yes' | 'no' | 'not ours'> {
  try {
    await ask(embedded, (client) => client.query('select 1'));
    return 'yes';
  } catch (error) {
    const wrongPassword = '28P01';
    return codeOf(error) === wrongPassword ? 'not ours' : 'no';
  }
}

async function makeDatabaseOnce(embedded: Embedded): Promise<void> {
  await ask(embedded, async (client) => {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [databaseName]);
    if (rowCount === 0) await client.query(`create database ${databaseName}`);
  });
}

async function ask<Value>(
  { port, password }: Embedded,
  question: (client: pg.Client) => Promise<Value>,
): Promise<Value> {
  const client = new pg.Client({
    host: '127.0.0.1',
    port,
    user: userName,
    password,
    database: 'postgres',
    connectionTimeoutMillis: 2000,
  });
  client.on('error', () => {}); // the question itself fails too, and says why
  try {
    await client.connect();
    return await question(client);
  } finally {
    client.end().catch(() => {});
  }
}

/** A fast shutdown: open transactions are rolled back, everything committed is on disk. */
async function stopServer(pid: number): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    if (!isAlive(pid)) return;
    process.kill(pid, signal);
    for (let waited = 0; waited < 60_000 && isAlive(pid); waited += 50) await sleep(50);
  }
}

function explainStranger({ folder, port }: Embedded, pid: number): string {
  return `PostgreSQL (process ${pid}) runs on ${folder} and port ${port}, but does not know the password in postgresql.json.`;
}

function explainDeaf(pid: number): string {
  return `PostgreSQL (process ${pid}), left by an earlier start, has not answered for two minutes. End it, then start again.`;
}
