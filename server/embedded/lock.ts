import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import * as z from 'zod';
import { accept, refuse, type Result } from '@/domain/result';
import { beginningOf, codeOf, isAlive } from './processes';

const holder = z.object({ pid: z.number(), beganAt: z.string().nullable(), says: z.string() });
export type Holder = z.infer<typeof holder>;

export interface Lock {
  release(): void;
}

/**
 * Lets one process at a time do something. What a killed process left behind is taken over; `says` tells the refused
 * one what the holder is doing.
 */
export function takeLock(file: string, says: string): Result<Lock, Holder> {
  const mine: Holder = { pid: process.pid, beganAt: beginningOf(process.pid), says };
  return alone(`${file}.taking`, () => {
    const current = readHolder(file);
    if (current) return refuse(current);
    writeFileSync(`${file}.new`, JSON.stringify(mine), { mode: 0o644 });
    renameSync(`${file}.new`, file);
    return accept({ release: () => rmSync(file, { force: true }) });
  });
}

/** Who holds the lock now; null when nobody does, or only a process that ended without releasing it. */
export function readHolder(file: string): Holder | null {
  try {
    const found = holder.parse(JSON.parse(readFileSync(file, 'utf8')));
    return isAlive(found.pid) && beginningOf(found.pid) === found.beganAt ? found : null;
  } catch {
    return null;
  }
}

/** Looking and taking must not interleave with another process that does the same; a folder is made by one only. */
function alone<Value>(folder: string, act: () => Value): Value {
  const giveUpAt = Date.now() + 10_000;
  while (!isMade(folder)) {
    if (Date.now() > giveUpAt || isForgotten(folder)) rmSync(folder, { recursive: true, force: true });
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
  }
  try {
    return act();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function isMade(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Taking the lock is a matter of milliseconds: a folder of ten seconds ago was left by a killed process. */
function isForgotten(folder: string): boolean {
  try {
    return Date.now() - statSync(folder).mtimeMs > 10_000;
  } catch {
    return false;
  }
}
