import 'server-only';
import { isHash } from '../evidence/store';
import type { ServedRow } from '../evidence/read-file';
import { db } from '../db';

/** A file that a published version of a source lists, now or once: what was published stays to be seen. Else null. */
export async function readPublishedFile(hash: string): Promise<ServedRow | null> {
  if (!isHash(hash)) return null;
  return db.evidenceFile.findFirst({
    where: { hash, listed: { some: {} } },
    select: { hash: true, mediaType: true, smallHash: true },
  });
}
