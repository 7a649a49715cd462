import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { type Account, accountFor, as } from '@/server/embedded/account';
import { freePort } from '@/server/embedded/free-port';

/** A PostgreSQL that does not come with the service: over TCP only with TLS and a password, over its socket without. */
export interface ForeignServer {
  readonly version: string;
  /** Makes a database and says how it is reached. */
  makeDatabase(
    name: string,
  ): Promise<{ readonly overTls: string; readonly overSocket: string; readonly withoutTls: string }>;
  stop(): Promise<void>;
}

/** Debian's newest one, in a folder of its own; null where it is not installed. */
export async function startDebianServer(): Promise<ForeignServer | null> {
  const programs = newestPrograms();
  if (!programs) return null;
  const folder = mkdtempSync(join(tmpdir(), 'cornerstone-foreign-'));
  const account = accountFor(join(folder, 'data'), () => {});
  give(account, folder, 0o755);
  makeCertificate(account, folder);
  make(account, programs, folder);
  const port = await freePort();
  const stop = start(account, programs, folder, port);

  const admin = `postgresql://operator@/postgres?host=${encodeURIComponent(folder)}&port=${port}`;
  await answers(admin);
  await ask(admin, `alter role operator password 'only for this proof'`);
  const [found] = await ask<{ version: string }>(admin, `select current_setting('server_version') as version`);
  return {
    version: found?.version ?? 'unknown',
    async makeDatabase(name) {
      await ask(admin, `create database ${name} template template0 encoding 'UTF8' locale 'C.UTF-8'`);
      const overTcp = `postgresql://operator:only%20for%20this%20proof@localhost:${port}/${name}`;
      return {
        overTls: `${overTcp}?sslmode=verify-full&sslrootcert=${join(folder, 'server.crt')}`,
        withoutTls: `${overTcp}?sslmode=disable`,
        overSocket: `postgresql://operator@/${name}?host=${encodeURIComponent(folder)}&port=${port}`,
      };
    },
    async stop() {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function newestPrograms(): string | null {
  const versions = '/usr/lib/postgresql';
  if (!existsSync(versions)) return null;
  const newest = readdirSync(versions)
    .map(Number)
    .filter((version) => version >= 15)
    .sort((one, other) => other - one)[0];
  const programs = join(versions, String(newest), 'bin');
  return existsSync(join(programs, 'initdb')) ? programs : null;
}

function makeCertificate(account: Account, folder: string): void {
  const [key, certificate] = [join(folder, 'server.key'), join(folder, 'server.crt')];
  const words = [
    'req',
    '-x509',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-days',
    '2',
    '-subj',
    '/CN=localhost',
    '-addext',
    'subjectAltName=DNS:localhost',
  ];
  run('openssl', [...words, '-keyout', key, '-out', certificate]);
  give(account, key, 0o600);
  give(account, certificate, 0o644);
}

function make(account: Account, programs: string, folder: string): void {
  const data = join(folder, 'data');
  mkdirSync(data);
  give(account, data, 0o700);
  run(
    join(programs, 'initdb'),
    [`--pgdata=${data}`, '--username=operator', '--auth=trust', '--encoding=UTF8', '--locale=C.UTF-8'],
    account,
  );
  const rules = [
    'local all all trust',
    'hostssl all all 127.0.0.1/32 scram-sha-256',
    'hostssl all all ::1/128 scram-sha-256',
  ];
  writeFileSync(join(data, 'pg_hba.conf'), `${rules.join('\n')}\n`);
}

function start(account: Account, programs: string, folder: string, port: number): () => Promise<void> {
  const settings = {
    port,
    listen_addresses: 'localhost',
    unix_socket_directories: folder,
    ssl: 'on',
    ssl_cert_file: join(folder, 'server.crt'),
    ssl_key_file: join(folder, 'server.key'),
  };
  const words = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const server = spawn(join(programs, 'postgres'), ['-D', join(folder, 'data'), ...words], {
    ...as(account),
    stdio: 'ignore',
  });
  return async () => {
    server.kill('SIGINT');
    while (server.exitCode === null && server.signalCode === null) await sleep(50);
  };
}

function give(account: Account, path: string, mode: number): void {
  chmodSync(path, mode);
  if (account.ids) chownSync(path, account.ids.uid, account.ids.gid);
}

function run(program: string, words: readonly string[], account?: Account): void {
  const { status, stderr, error } = spawnSync(program, words, { ...(account ? as(account) : {}), encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program}: ${error?.message ?? stderr}`);
}

async function answers(address: string): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return void (await ask(address, 'select 1'));
    } catch (error) {
      if (attempt === 100) throw error;
      await sleep(100);
    }
  }
}

export async function ask<Row extends pg.QueryResultRow>(address: string, statement: string): Promise<readonly Row[]> {
  const client = new pg.Client({ connectionString: address, connectionTimeoutMillis: 5000 });
  client.on('error', () => {}); // the question itself fails too, and says why
  try {
    await client.connect();
    return (await client.query<Row>(statement)).rows;
  } finally {
    client.end().catch(() => {});
  }
}
