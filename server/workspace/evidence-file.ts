import 'server-only';
import * as z from 'zod';
import type { Actor } from '@/domain/permission';
import { db } from '../db';
import type { ServedRow } from '../evidence/read-file';
import { isHash } from '../evidence/store';
import { type StoredFile, storedFileOf } from '../evidence/stored-file';

const rows = z.array(
  z.object({
    hash: z.string(),
    mediaType: z.string(),
    smallHash: z.string().nullable(),
    bytes: z.number(),
    width: z.number().nullable(),
    height: z.number().nullable(),
    pages: z.number().nullable(),
  }),
);

/**
 * Of these files those that this person may see: what they took in themselves, what is published, and, for those who
 * review, what stands in anyone's submission. Naming a file in a submission of one's own shows nothing of it. The query
 * itself asks who it is.
 */
async function readFiles(actor: Actor, hashes: readonly string[]): Promise<z.output<typeof rows>> {
  const wanted = hashes.filter(isHash);
  if (wanted.length === 0) return [];
  return rows.parse(
    await db.$queryRaw`
      select f.hash, f.media_type as "mediaType", f.small_hash as "smallHash", f.bytes, f.width, f.height, f.pages
      from evidence_file f
      where f.hash = any(${wanted}) and (
        exists (select from source_evidence e where e.hash = f.hash)
        or exists (
          select from audit_event a
          where a.subject = 'evidence/' || f.hash and a.verb = 'evidence.kept' and a.actor_id = ${actor.id}::uuid)
        or exists (
          select from submission_change c
          where ${actor.role !== 'editor'} and c.kind = 'source'
            and c.content->'evidence' @> jsonb_build_array(jsonb_build_object('hash', f.hash))))`,
  );
}

export async function readFileFor(actor: Actor, hash: string): Promise<ServedRow | null> {
  return (await readFiles(actor, [hash]))[0] ?? null;
}

/** The facts of the files that a form or a review shows, by hash. */
export async function readFileFacts(
  actor: Actor,
  hashes: readonly string[],
): Promise<Readonly<Record<string, StoredFile>>> {
  return Object.fromEntries((await readFiles(actor, hashes)).map((row) => [row.hash, storedFileOf(row)]));
}
