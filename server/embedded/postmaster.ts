import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandLineOf, isAlive } from './processes';

/** What PostgreSQL itself writes into its data folder while it runs. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
}

/** The server that runs on this data folder now, also one that an earlier start left behind; null when there is none. */
export function runningPostmaster(data: string): Postmaster | null {
  const found = readPidFile(data);
  return found && isAlive(found.pid) && isServerOf(data, found.pid) ? found : null;
}

/**
 * PostgreSQL clears the pid file of a server that was killed, but takes any live process that got the same number for
 * the old server. The number is replaced by an impossible one; the rest of the file stays, because PostgreSQL finds
 * orphaned children of the old server by it.
 */
export function clearDeadPidFile(data: string): boolean {
  const found = readPidFile(data);
  if (!found || !isAlive(found.pid) || isServerOf(data, found.pid)) return false;
  const [, ...rest] = readFileSync(pidFileIn(data), 'utf8').split('\n');
  writeFileSync(pidFileIn(data), [String(2 ** 31 - 1), ...rest].join('\n'));
  return true;
}

const pidFileIn = (data: string) => join(data, 'postmaster.pid');

function readPidFile(data: string): Postmaster | null {
  try {
    const [pid, , , port] = readFileSync(pidFileIn(data), 'utf8').split('\n').map(Number);
    return pid ? { pid, port: port ?? 0 } : null;
  } catch {
    return null;
  }
}

/** Where the system does not tell command lines, the pid file is believed. */
function isServerOf(data: string, pid: number): boolean {
  const command = commandLineOf(pid);
  return command === null || (command.includes('postgres') && command.includes(data));
}
