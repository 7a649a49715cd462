import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Service {
  readonly url: string;
  readonly pid: number;
  readonly stop: () => Promise<void>;
}

/** The service as an operator runs it, on a database that is there already. */
export async function startService(databaseUrl: string, port: number): Promise<Service> {
  const folder = mkdtempSync(join(tmpdir(), 'cornerstone-bench-'));
  const child = spawn(process.execPath, ['bin/cornerstone', 'start'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl,
      CORNERSTONE_STARTER: 'none',
      CORNERSTONE_DATA_DIR: folder,
      PORT: String(port),
    },
  });
  let said = '';
  for await (const chunk of child.stdout) {
    said += String(chunk);
    if (said.includes('Serving http')) break;
  }
  if (child.pid === undefined || child.exitCode !== null) throw new Error(`The service did not start:\n${said}`);
  child.stdout.destroy();
  return {
    url: `http://127.0.0.1:${port}`,
    pid: child.pid,
    stop: async () => {
      child.kill('SIGTERM');
      if (child.exitCode === null) await once(child, 'exit');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Resident memory of a process now, in MiB (Linux). */
export function residentMiB(pid: number): number {
  const [, kibibytes = '0'] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kibibytes) / 1024;
}
