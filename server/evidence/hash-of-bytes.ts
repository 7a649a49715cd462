import { createHash } from 'node:crypto';

export const hashOfBytes = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** A disk or a store that gives other bytes than it was given is a failure, and its bytes go nowhere. */
export function checked(hash: string, bytes: Buffer): Buffer {
  if (hashOfBytes(bytes) === hash) return bytes;
  throw new Error(`The evidence file ${hash} is damaged: its bytes have another hash.`);
}
