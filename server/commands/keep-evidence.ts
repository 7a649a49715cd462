import 'server-only';
import { mediaTypeOf, refusedUpload } from '@/domain/evidence/upload';
import { may, type Actor } from '@/domain/permission';
import type { Problem } from '@/domain/problem';
import { accept, refuse, type Result } from '@/domain/result';
import { recordAudit } from '../audit';
import type { EvidenceFile } from '@/prisma/generated/client/client';
import { db, transact, type Transaction } from '../db';
import { env } from '../env';
import { hashOfBytes } from '../evidence/hash-of-bytes';
import { openStore } from '../evidence/open-store';
import { rewriteApart } from '../evidence/rewrite-apart';
import { type StoredFile, storedFileOf } from '../evidence/stored-file';

/**
 * Takes in a file as evidence: rewrites it, keeps what was uploaded and what will be served, and writes down the facts of
 * both. The files come first: a row never names a file that is not there. The same file twice is one file.
 */
export async function keepEvidence(actor: Actor, bytes: Buffer): Promise<Result<StoredFile, Problem>> {
  const permission = may(actor, 'record.propose', { kind: 'source' });
  if (!permission.ok) return permission;
  const mib = bytes.length / (1024 * 1024);
  if (mib > env.CORNERSTONE_UPLOAD_MAX_MIB) {
    return refuse(refusedUpload('too-large', (Math.ceil(mib * 10) / 10).toFixed(1), env.CORNERSTONE_UPLOAD_MAX_MIB));
  }
  const originalHash = hashOfBytes(bytes);
  // What was saved from here and is sent again is the file that it was saved from.
  const known = await db.evidenceFile.findFirst({
    where: { OR: [{ originalHash }, { hash: originalHash }, { smallHash: originalHash }] },
  });
  if (known) return transact((tx) => writeDown(tx, actor, known));

  const rewritten = await rewriteApart(bytes);
  if (!rewritten.ok) return rewritten;
  const file = rewritten.value;
  const served = file.kind === 'photo' ? file.large : file.document;
  if (served.equals(bytes) || (file.kind === 'photo' && file.small.equals(bytes))) {
    return refuse(refusedUpload('made-anew-before'));
  }
  const store = openStore(env);
  await store.put(bytes);
  const facts = {
    hash: await store.put(served),
    mediaType: mediaTypeOf[file.kind === 'photo' ? 'large.jpg' : 'document.pdf'],
    bytes: served.length,
    ...(file.kind === 'photo'
      ? {
          width: file.width,
          height: file.height,
          smallHash: await store.put(file.small),
          smallBytes: file.small.length,
        }
      : { pages: file.pages }),
    originalHash,
    originalMediaType: file.originalMediaType,
    originalBytes: bytes.length,
    uploadedById: actor.id,
  };
  return transact(async (tx) => {
    // Two uploads of one file at once, or two files that show the same to the pixel: one file.
    await tx.evidenceFile.createMany({ data: [facts], skipDuplicates: true });
    return writeDown(tx, actor, await tx.evidenceFile.findUniqueOrThrow({ where: { hash: facts.hash } }));
  });
}

/** Each who took a file in may see it from then on. */
async function writeDown(tx: Transaction, actor: Actor, file: EvidenceFile): Promise<Result<StoredFile, Problem>> {
  const { hash, originalHash } = file;
  await recordAudit(tx, actor, { verb: 'evidence.kept', subject: `evidence/${hash}`, details: { originalHash } });
  return accept(storedFileOf(file));
}
