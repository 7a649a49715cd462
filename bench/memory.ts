import { readFileSync } from 'node:fs';

/** Resident memory of a process now, in MiB; null where the system does not tell (Linux does). */
export function residentMiB(pid: number): number | null {
  try {
    const [, kibibytes] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return kibibytes === undefined ? null : Number(kibibytes) / 1024;
  } catch {
    return null;
  }
}
