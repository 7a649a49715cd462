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
  const found = await fileTypeFromBuffer(start);
  if (found?.ext === 'ods') return refuse(fileRefused('open-document'));
  if (found?.ext === 'xlsm' || extension === 'xlsm') return refuse(fileRefused('macros'));
  const isZip = start.subarray(0, 4).equals(Buffer.from('PK\x03\x04', 'latin1'));
  if (found && !isZip && !found.mime.startsWith('text/') && found.ext !== 'xml') {
    return refuse(fileRefused('other-format', { found: found.ext.toUpperCase() }));
  }
  if (/^\s*(?:<!doctype html|<html|<\?xml|<table|\{\\rtf)/i.test(start.toString('latin1', 0, 512))) {
    return refuse(fileRefused('other-format', { found: start.toString('latin1', 0, 5) === '{\\rtf' ? 'RTF' : 'HTML' }));
  }
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
