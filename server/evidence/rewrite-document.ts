import {
  EncryptedPDFError,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  type PDFObject,
  PDFObjectCopier,
  PDFPage,
  PDFRawStream,
  PDFStream,
} from '@cantoo/pdf-lib';
import { mostPages, refusedUpload, type UploadRefused } from '@/domain/evidence/upload';
import { accept, refuse, type Result } from '@/domain/result';
import { isOverBound } from './bounded-decoding';
import { stripPicture } from './strip-picture';

export interface RewrittenDocument {
  readonly document: Buffer;
  readonly pages: number;
}

/**
 * The pages of a PDF in a new one: what is drawn on them, and nothing else. Left behind are metadata, scripts, actions, links,
 * comments, forms (what was filled in is drawn), attached files, bookmarks, earlier versions, and what the pictures in it say
 * of themselves.
 */
export async function rewriteDocument(bytes: Buffer): Promise<Result<RewrittenDocument, UploadRefused>> {
  try {
    const source = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true });
    const pages = source.getPageCount();
    if (pages === 0) return refuse(refusedUpload('damaged'));
    if (pages > mostPages) return refuse(refusedUpload('too-complex', pages, mostPages));
    if (!drawForms(source)) return refuse(refusedUpload('form'));
    for (const [, object] of source.context.enumerateIndirectObjects()) forgetWhatIsSaidOf(object);
    const target = await copyPages(source);
    if (!stripPictures(target)) return refuse(refusedUpload('damaged'));
    const document = Buffer.from(await target.save({ addDefaultPage: false, updateFieldAppearances: false }));
    return (await isInert(document)) ? accept({ document, pages }) : refuse(refusedUpload('active'));
  } catch (error) {
    if (error instanceof EncryptedPDFError || bytes.includes('/Encrypt')) return refuse(refusedUpload('encrypted'));
    if (isOverBound() || error instanceof RangeError) return refuse(refusedUpload('too-complex'));
    // What the library says quotes the file; what there is to do is the same.
    return refuse(refusedUpload('damaged'));
  }
}

/** What was filled into a form becomes part of the page. False where that cannot be done. */
function drawForms(source: PDFDocument): boolean {
  if (!source.catalog.get(PDFName.of('AcroForm'))) return true;
  try {
    const form = source.getForm();
    if (form.hasXFA()) return false;
    form.flatten({ updateFieldAppearances: false });
    return true;
  } catch {
    return false;
  }
}

const pageEntries = [
  'Type',
  'Resources',
  'MediaBox',
  'CropBox',
  'BleedBox',
  'TrimBox',
  'ArtBox',
  'Rotate',
  'UserUnit',
  'Contents',
  'Group',
];

async function copyPages(source: PDFDocument): Promise<PDFDocument> {
  const target = await PDFDocument.create({ updateMetadata: false });
  const copier = PDFObjectCopier.for(source.context, target.context);
  for (const { node } of source.getPages()) {
    // What is inherited is looked up by the copier; everything else a page may hold is taken away before it looks.
    for (const [name] of node.entries()) {
      if (![...pageEntries, 'Parent'].includes(name.decodeText())) node.delete(name);
    }
    const copied = copier.copy(node);
    target.addPage(PDFPage.of(copied, target.context.register(copied), target));
  }
  // Which layers are shown; without it hidden ones would be.
  const layers = source.catalog.get(PDFName.of('OCProperties'));
  if (layers) target.catalog.set(PDFName.of('OCProperties'), copier.copy(layers));
  return target;
}

const neverKept = [
  'Metadata',
  'PieceInfo',
  'AF',
  'LastModified',
  'OPI',
  'Alternates',
  'AA',
  'StructParent',
  'StructParents',
].map((name) => PDFName.of(name));
/** Of a stream: its bytes, or what it shows, lie in another file. */
const elsewhere = ['F', 'FFilter', 'FDecodeParms', 'Ref'].map((name) => PDFName.of(name));

/** Before the pages are copied: what is led to from nowhere is not copied. */
function forgetWhatIsSaidOf(object: PDFObject): void {
  if (object instanceof PDFArray) for (const each of object.asArray()) forgetWhatIsSaidOf(each);
  const dict = object instanceof PDFStream ? object.dict : object instanceof PDFDict ? object : null;
  if (!dict) return;
  for (const name of neverKept) dict.delete(name);
  if (object instanceof PDFStream) for (const name of elsewhere) dict.delete(name);
  for (const value of dict.values()) forgetWhatIsSaidOf(value);
}

function stripPictures({ context }: PDFDocument): boolean {
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFRawStream)) continue;
    const stripped = stripPicture(object);
    if (stripped === null) return false;
    if (stripped !== object) context.assign(ref, stripped);
  }
  return true;
}

const active = [
  'JS',
  'JavaScript',
  'Launch',
  'URI',
  'SubmitForm',
  'ImportData',
  'GoToR',
  'GoToE',
  'Rendition',
  'RichMedia',
  'RichMediaExecute',
  'Movie',
  'Sound',
  'OpenAction',
  'AA',
  'Annots',
  'AcroForm',
  'XFA',
  'EmbeddedFile',
  'EmbeddedFiles',
  'Filespec',
  'EF',
  'Encrypt',
  'Metadata',
  'Info',
];

/** Reads what was written as a stranger would, and looks for anything that acts. */
async function isInert(document: Buffer): Promise<boolean> {
  const { context } = await PDFDocument.load(document, { updateMetadata: false, throwOnInvalidObject: true });
  const names = new Set<string>();
  for (const [, object] of context.enumerateIndirectObjects()) noteNames(object, names);
  return !context.trailerInfo.Info && !context.trailerInfo.Encrypt && active.every((name) => !names.has(name));
}

function noteNames(object: PDFObject | undefined, names: Set<string>): void {
  if (object instanceof PDFName) names.add(object.decodeText());
  else if (object instanceof PDFArray) for (const each of object.asArray()) noteNames(each, names);
  else if (object instanceof PDFStream) noteNames(object.dict, names);
  else if (object instanceof PDFDict) {
    for (const [name, value] of object.entries()) {
      names.add(name.decodeText());
      noteNames(value, names);
    }
  }
}
