import 'server-only';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { evidencePath, type Variant } from '@/domain/evidence/upload';
import type { Report } from '../embedded/explained';
import type { EvidenceStore } from '../evidence/store';
import type { ArchiveFolder } from './archive-folder';
import { rowsFile } from './archive-manifest';
import { linesOf } from './lines';

/** The published photos and documents, as they are served: what was sent is never public. Says how many files there are. */
export async function writeEvidence(store: EvidenceStore, folder: ArchiveFolder, report: Report): Promise<number> {
  let written = 0;
  let missing = 0;
  const write = async (hash: string, named: string, variant: Variant) => {
    const bytes = await store.get(hash);
    if (!bytes) {
      missing += 1;
      return;
    }
    written += 1;
    await folder.write(evidencePath(named, variant).slice(1), bytes);
  };
  for await (const line of linesOf(createReadStream(join(folder.work, rowsFile('evidence_file')), 'utf8'))) {
    const { hash, small_hash: small } = JSON.parse(line) as { hash: string; small_hash: string | null }; // just written
    await write(hash, hash, small ? 'large.jpg' : 'document.pdf');
    if (small) await write(small, hash, 'small.jpg');
  }
  if (missing > 0) {
    report(
      `The store lacks ${missing} files of evidence that the record names: they are not in this archive. ` +
        'If nobody took them away, look whether CORNERSTONE_DATA_DIR or CORNERSTONE_S3_* name the store of this record.',
    );
  }
  return written;
}
