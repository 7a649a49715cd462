import 'server-only';
import { createHash, randomBytes } from 'node:crypto';
import { canonical } from '@/domain/submission/compare';

/** SHA-256 of a value's one canonical text, in hex. Equal contents have equal hashes. */
export const hashOf = (value: unknown): string => createHash('sha256').update(canonical(value)).digest('hex');

/** The hash of a list, without its one text ever being in memory as a whole. */
export function hashOfList(values: readonly unknown[]): string {
  const hash = createHash('sha256').update('[');
  values.forEach((value, index) => hash.update(`${index > 0 ? ',' : ''}${canonical(value)}`));
  return hash.update(']').digest('hex');
}

/** A UUID of version 7: sorts by time of making, so that new rows stand together in their index. */
export function newId(): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(Date.now(), 0, 6);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
