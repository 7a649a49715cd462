import type { Actor } from '@/domain/permission';
import { keepEvidence } from '@/server/commands/keep-evidence';

/** Takes a file in as this person does; the hash under which it is kept. */
export async function keptBy(actor: Actor, bytes: Buffer): Promise<string> {
  const file = await keepEvidence(actor, bytes);
  if (!file.ok) throw new Error(`Not kept: ${JSON.stringify(file.problem)}`);
  return file.value.hash;
}
