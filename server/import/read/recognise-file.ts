import { open } from 'node:fs/promises';
import { fileTypeFromBuffer } from 'file-type';
import { type FileRefused, fileRefused } from '@/domain/import/file-refused';
import { accept, refuse, type Result } from '@/domain/result';

const firstBytes = 8192;

/** What a file is by its content. A name that says otherwise is refused: one of the two is a mistake. */
export async function recogniseFile(path: string, originalName: string): Promise<Result<'csv' | 'xlsx', FileRefused>> {
  const start = await readStart(path);
  const extension = /\.([a-z0-9]{1,5})$/i.exec(originalName.trim())?.[1]?.toLowerCase() ?? '';
  if (isOleContainer(start)) {
    // An encrypted workbook stands in the same container as an old one, in a stream of this name.
    return refuse(
      fileRefused(holdsUtf16(start, 'EncryptedPackage') || extension === 'xlsx' ? 'encrypted' : 'old-excel'),
    );
  }
  // A table whose first words are BM or ID3 is no picture and no song: only what has bytes that no text has is looked up.
  const found = isText(start) ? undefined : await fileTypeFromBuffer(start);
  if (found?.ext === 'ods') return refuse(fileRefused('open-document'));
  if (found?.ext === 'xlsm' || extension === 'xlsm') return refuse(fileRefused('macros'));
  const isZip = start.subarray(0, 4).equals(Buffer.from('PK\x03\x04', 'latin1'));
  if (found && !isZip) return refuse(fileRefused('other-format', { found: found.ext.toUpperCase() }));
  const page = pageIn(start.toString('latin1', 0, 512));
  if (page) return refuse(fileRefused('other-format', { found: page }));
  if (isZip) {
    if (found && found.ext !== 'zip' && found.ext !== 'xlsx') {
      return refuse(fileRefused('other-format', { found: found.ext.toUpperCase() }));
    }
    return textExtensions.includes(extension) || otherExtensions.includes(extension)
      ? refuse(fileRefused('wrong-extension', { found: `.${extension}`, most: '.xlsx' }))
      : accept('xlsx');
  }
  return otherExtensions.includes(extension) || extension === 'xlsx'
    ? refuse(fileRefused('wrong-extension', { found: `.${extension}`, most: '.csv' }))
    : accept('csv');
}

const textExtensions = ['csv', 'tsv', 'tab', 'txt'];
/** Formats that are not read, under whose name something else was found. */
const otherExtensions = ['xls', 'xlsb', 'ods', 'pdf', 'doc', 'docx', 'json', 'xml', 'zip'];

/** Formats that are written in letters, by how they begin. */
function pageIn(start: string): string | null {
  if (start.startsWith('%PDF-')) return 'PDF';
  if (start.startsWith('{\\rtf')) return 'RTF';
  if (/^\s*<\?xml/i.test(start)) return 'XML';
  return /^\s*(?:<!doctype html|<html|<table)/i.test(start) ? 'HTML' : null;
}

/** Marked as Unicode, or without a byte that stands for no letter, tab or line end. UTF-16 without a mark has zeros, and is no format. */
function isText(start: Buffer): boolean {
  const isMarked = ['efbbbf', 'fffe', 'feff'].some((mark) => start.toString('hex', 0, mark.length / 2) === mark);
  return isMarked || !start.some((byte) => byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d) && byte !== 0x1a);
}

async function readStart(path: string): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(firstBytes), 0, firstBytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

const isOleContainer = (start: Buffer) => start.subarray(0, 8).equals(Buffer.from('d0cf11e0a1b11ae1', 'hex'));

const holdsUtf16 = (bytes: Buffer, word: string) => bytes.includes(Buffer.from(word, 'utf16le'));
