import 'server-only';
import { mediaTypeOf, refusedUpload } from '@/domain/evidence/upload';
import { may, type Actor } from '@/domain/permission';
import type { Problem } from '@/domain/problem';
import { accept, refuse, type Result } from '@/domain/result';
import { recordAudit } from '../audit';
import type { EvidenceFile, Prisma } from '@/prisma/generated/client/client';
import { db, transact, type Transaction } from '../db';
import { env } from '../env';
import { hashOfBytes } from '../evidence/hash-of-bytes';
import { openStore } from '../evidence/open-store';
import { rewriteApart } from '../evidence/rewrite-apart';
import type { RewrittenFile } from '../evidence/rewrite-file';
import type { EvidenceStore } from '../evidence/store';
import { type StoredFile, storedFileOf } from '../evidence/stored-file';
import { makeQueue } from '../http/queue';

/**
 * Takes in a file as evidence: rewrites it, keeps what was uploaded and what will be served, and writes down the facts of
 * both. The files come first: a row never names a file that is not there. The same file twice is one file, and counts once
 * towards what one person may send within a day. Where the store fails, nothing is kept.
 */
export async function keepEvidence(actor: Actor, bytes: Buffer): Promise<Result<StoredFile, Problem>> {
  const permission = may(actor, 'record.propose', { kind: 'source' });
  if (!permission.ok) return permission;
  const mib = bytes.length / bytesPerMib;
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
  const served = servedOf(file);
  if (served.equals(bytes) || (file.kind === 'photo' && file.small.equals(bytes))) {
    return refuse(refusedUpload('made-anew-before'));
  }
  return inTurn(async () => {
    const spent = await spentToday(actor);
    if (spent + bytes.length > env.CORNERSTONE_UPLOAD_DAY_MIB * bytesPerMib) {
      const found = ((spent + bytes.length) / bytesPerMib).toFixed(1);
      return refuse(refusedUpload('quota', found, env.CORNERSTONE_UPLOAD_DAY_MIB));
    }
    return keepTogether(openStore(env), [bytes, served, ...(file.kind === 'photo' ? [file.small] : [])], () =>
      transact(async (tx) => {
        // Two uploads of one file at once, or two files that show the same to the pixel: one file.
        await tx.evidenceFile.createMany({ data: [factsOf(actor, bytes, file)], skipDuplicates: true });
        return writeDown(tx, actor, await tx.evidenceFile.findUniqueOrThrow({ where: { hash: hashOfBytes(served) } }));
      }),
    );
  });
}

/** Files are put away one after another: what one upload takes back when it fails, no other relies on. */
const inTurn = makeQueue({ atOnce: 1, waiting: 100 });

const bytesPerMib = 1024 * 1024;

async function spentToday(actor: Actor): Promise<number> {
  const { _sum: sum } = await db.evidenceFile.aggregate({
    where: { uploadedById: actor.id, uploadedAt: { gt: new Date(Date.now() - 24 * 60 * 60 * 1000) } },
    _sum: { originalBytes: true },
  });
  return sum.originalBytes ?? 0;
}

/** Puts files away and writes them down, all or none: what was put in for nothing is taken out again. */
async function keepTogether<Value>(
  store: EvidenceStore,
  files: readonly Buffer[],
  write: () => Promise<Result<Value, Problem>>,
): Promise<Result<Value, Problem>> {
  const added: string[] = [];
  const takeBack = () => Promise.allSettled(added.map((hash) => store.remove(hash)));
  try {
    for (const bytes of files) {
      const hash = hashOfBytes(bytes);
      if (await store.has(hash)) continue;
      added.push(hash);
      await store.put(bytes);
    }
  } catch (error) {
    await takeBack();
    console.error('A file of evidence could not be kept:', error);
    return refuse({ kind: 'store-unavailable', because: isFull(error) ? 'full' : 'no-answer' });
  }
  try {
    const written = await write();
    if (!written.ok) await takeBack();
    return written;
  } catch (error) {
    await takeBack();
    throw error;
  }
}

const isFull = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT');

function factsOf(actor: Actor, bytes: Buffer, file: RewrittenFile): Prisma.EvidenceFileCreateManyInput {
  const served = servedOf(file);
  return {
    hash: hashOfBytes(served),
    mediaType: mediaTypeOf[file.kind === 'photo' ? 'large.jpg' : 'document.pdf'],
    bytes: served.length,
    ...(file.kind === 'photo'
      ? {
          width: file.width,
          height: file.height,
          smallHash: hashOfBytes(file.small),
          smallBytes: file.small.length,
        }
      : { pages: file.pages }),
    originalHash: hashOfBytes(bytes),
    originalMediaType: file.originalMediaType,
    originalBytes: bytes.length,
    uploadedById: actor.id,
  };
}

const servedOf = (file: RewrittenFile): Buffer => (file.kind === 'photo' ? file.large : file.document);

/** Each who took a file in may see it from then on. */
async function writeDown(tx: Transaction, actor: Actor, file: EvidenceFile): Promise<Result<StoredFile, Problem>> {
  const { hash, originalHash } = file;
  await recordAudit(tx, actor, { verb: 'evidence.kept', subject: `evidence/${hash}`, details: { originalHash } });
  return accept(storedFileOf(file));
}
