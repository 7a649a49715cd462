import type { UploadRefused } from '@/domain/evidence/upload';
import { accept, type Result } from '@/domain/result';
import { inspectFile } from './inspect-file';
import { type RewrittenDocument, rewriteDocument } from './rewrite-document';
import { type RewrittenPhoto, rewritePhoto } from './rewrite-photo';

export type RewrittenFile = { readonly originalMediaType: string } & (
  | ({ readonly kind: 'photo' } & RewrittenPhoto)
  | ({ readonly kind: 'document' } & RewrittenDocument)
);

/** A new file that shows what this one shows, or why there is none. */
export async function rewriteFile(bytes: Buffer): Promise<Result<RewrittenFile, UploadRefused>> {
  const inspected = await inspectFile(bytes);
  if (!inspected.ok) return inspected;
  const { kind, mediaType: originalMediaType } = inspected.value;
  if (kind === 'photo') {
    const photo = await rewritePhoto(bytes);
    return photo.ok ? accept({ kind, originalMediaType, ...photo.value }) : photo;
  }
  const document = await rewriteDocument(bytes);
  return document.ok ? accept({ kind, originalMediaType, ...document.value }) : document;
}
