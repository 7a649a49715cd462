import { fileTypeFromBuffer } from 'file-type';
import { documentType, photoTypes, refusedUpload, type UploadRefused } from '@/domain/evidence/upload';
import { accept, refuse, type Result } from '@/domain/result';

export interface Inspected {
  readonly kind: 'photo' | 'document';
  readonly mediaType: string;
}

/** What a file is by its content; its name is not even asked. */
export async function inspectFile(bytes: Buffer): Promise<Result<Inspected, UploadRefused>> {
  if (bytes.length === 0) return refuse(refusedUpload('empty'));
  const found = await fileTypeFromBuffer(bytes);
  const isPhoto = photoTypes.some((type) => type === found?.mime);
  if (!found || (!isPhoto && found.mime !== documentType)) {
    if (isSvg(bytes)) return refuse(refusedUpload('format', 'SVG'));
    if (found?.mime.startsWith('image/')) return refuse(refusedUpload('format', found.ext.toUpperCase()));
    return refuse(refusedUpload('not-recognised', found?.ext.toUpperCase() ?? ''));
  }
  if (isAlsoSomethingElse(bytes, isPhoto)) return refuse(refusedUpload('two-in-one'));
  return accept({ kind: isPhoto ? 'photo' : 'document', mediaType: found.mime });
}

const isSvg = (bytes: Buffer) => /<svg[\s>]/i.test(bytes.toString('latin1', 0, 4096));

/**
 * A photo that is a web page, a program, a document or an archive too, or a document that is an archive: nothing that a
 * camera or an office makes. What is served is made anew and would not hold it; such a file was made to deceive.
 */
function isAlsoSomethingElse(bytes: Buffer, isPhoto: boolean): boolean {
  if (endsAsZip(bytes)) return true;
  if (!isPhoto) return !/%%EOF[\s\0]*$/.test(bytes.toString('latin1', Math.max(0, bytes.length - 2048)));
  const text = bytes.toString('latin1');
  return (
    /<(?:!doctype\s+html|html[\s>]|script[\s>]|svg[\s>]|iframe[\s>]|\?php)/i.test(text) || /%PDF-\d\.\d/.test(text)
  );
}

/** The last record of an archive says how long the comment after it is; that is where the file ends. */
function endsAsZip(bytes: Buffer): boolean {
  const at = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  return at !== -1 && at + 22 <= bytes.length && at + 22 + bytes.readUInt16LE(at + 20) === bytes.length;
}
