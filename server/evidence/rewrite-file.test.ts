import { existsSync, mkdtempSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { PDFDocument, PDFRawStream } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { uploadRefusals } from '@/domain/evidence/upload';
import { aBomb, aDocument, aPhoto, aPixelFlood } from '@/test/evidence-files';
import messages from '@/messages/en.json';
import { rewriteApart } from './rewrite-apart';
import { rewriteFile } from './rewrite-file';

const because = async (bytes: Buffer) => {
  const rewritten = await rewriteFile(bytes);
  return rewritten.ok ? 'taken in' : rewritten.problem.because;
};

async function photoOf(bytes: Buffer) {
  const rewritten = await rewriteFile(bytes);
  if (!rewritten.ok || rewritten.value.kind !== 'photo') throw new Error(JSON.stringify(rewritten));
  return rewritten.value;
}

/** Everything a document holds, unpacked, as one text. */
async function textOf(bytes: Buffer): Promise<string> {
  const { context } = await PDFDocument.load(bytes, { updateMetadata: false });
  const streams = context
    .enumerateIndirectObjects()
    .flatMap(([, object]) => (object instanceof PDFRawStream ? [object] : []));
  return [bytes, ...streams.map(({ contents }) => unpacked(contents))]
    .map((each) => Buffer.from(each).toString('latin1'))
    .join('\n');
}

function unpacked(contents: Uint8Array): Uint8Array {
  try {
    return inflateSync(contents);
  } catch {
    return contents;
  }
}

describe('a photo', () => {
  test.each(['jpeg', 'png', 'webp'] as const)(
    'as %s is made anew as JPEG in two widths, upright, and tells nothing',
    async (format) => {
      const original = await aPhoto({ format });
      expect((await sharp(original).metadata()).exif?.toString('latin1')).toContain('SecretCamera');

      const { large, small, width, height } = await photoOf(original);

      expect([width, height]).toEqual([1200, 1600]); // it lay on its side
      const read = await Promise.all([large, small].map((each) => sharp(each).metadata()));
      expect(read.map((each) => [each.format, each.width, each.height])).toEqual([
        ['jpeg', 1200, 1600],
        ['jpeg', 360, 480],
      ]);
      for (const bytes of [large, small])
        expect(bytes.toString('latin1')).not.toMatch(/Exif|GPS|Secret|A Person|ICC_PROFILE|xpacket/);
    },
  );

  test('that is small is not made larger', async () => {
    expect(await photoOf(await aPhoto({ width: 300, height: 200, format: 'png' }))).toMatchObject({
      width: 200,
      height: 300,
    });
  });
});

describe('a document', () => {
  let original: Buffer;
  let text = '';
  beforeAll(async () => {
    original = await aDocument();
    const rewritten = await rewriteFile(original);
    if (!rewritten.ok || rewritten.value.kind !== 'document') throw new Error(JSON.stringify(rewritten));
    expect(rewritten.value.pages).toBe(1);
    text = await textOf(rewritten.value.document);
  });

  test.each([
    'SecretPage',
    'SecretAttachment',
    'SecretProgram',
    'secret.example.org',
    'SecretMetadata',
    'SecretOfThePage',
    'SecretCamera',
  ])('loses %s, which it held before', async (secret) => {
    expect(await textOf(original)).toContain(secret);
    expect(text).not.toContain(secret);
  });

  test.each([
    '/JavaScript',
    '/JS',
    '/Launch',
    '/URI',
    '/EmbeddedFile',
    '/AcroForm',
    '/Annots',
    '/OpenAction',
    '/AA',
    '/Metadata',
    '/Info',
    '/Author',
    'Exif',
  ])('holds no %s, which it held before', async (name) => {
    expect(await textOf(original)).toContain(name);
    expect(text).not.toContain(name);
  });

  test('keeps what is drawn: its words, its picture, what was filled into its form', () => {
    const inHex = (words: string) => Buffer.from(words).toString('hex').toUpperCase();
    expect(text).toContain(inHex('What was built'));
    expect(text).toContain(inHex('filled in by hand'));
    expect(text).toContain('/DCTDecode');
  });
});

describe('not taken in', () => {
  test.each([
    ['an empty file', Buffer.alloc(0), 'empty'],
    ['a web page, whatever its name', Buffer.from('<!doctype html><script>alert(1)</script>'), 'not-recognised'],
    [
      'SVG',
      Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
      'format',
    ],
    [
      'GIF',
      Buffer.from(
        'GIF89a\x01\x00\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff,\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;',
        'latin1',
      ),
      'format',
    ],
    [
      'HEIC',
      Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic\0\0\0\0heicmif1'), Buffer.alloc(64)]),
      'format',
    ],
    [
      'AVIF',
      Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypavif\0\0\0\0avifmif1'), Buffer.alloc(64)]),
      'format',
    ],
    ['TIFF', Buffer.concat([Buffer.from('II*\0\x08\0\0\0', 'latin1'), Buffer.alloc(64)]), 'format'],
    [
      'an archive',
      Buffer.concat([Buffer.from('PK\x03\x04\x14\x00\x00\x00\x00\x00', 'latin1'), Buffer.alloc(64)]),
      'not-recognised',
    ],
    ['a picture that says it has 50,000 by 50,000 pixels', aPixelFlood(50_000, 50_000), 'too-many-pixels'],
    ['a picture with 41 million pixels', aPixelFlood(6_400, 6_407), 'too-many-pixels'],
    ['a document that is none', Buffer.from('%PDF-1.7\nnothing\n%%EOF\n'), 'damaged'],
  ])('is %s', async (_, bytes, reason) => {
    expect(await because(bytes)).toBe(reason);
  });

  test.each(['jpeg', 'png', 'webp'] as const)('is a %s that ends in its middle', async (format) => {
    const whole = await aPhoto({ format, width: 600, height: 400 });
    const noisy = await sharp(whole)
      .composite([{ input: { text: { text: 'a b c '.repeat(40), width: 400, height: 300 } }, gravity: 'centre' }])
      .toFormat(format)
      .toBuffer();
    expect(await because(noisy)).toBe('taken in');
    expect(await because(noisy.subarray(0, Math.floor(noisy.length * 0.6)))).toBe('damaged');
  });

  test.each([
    ['a web page', Buffer.from('<html><script>alert(1)</script>')],
    ['a document', Buffer.from('%PDF-1.4\n1 0 obj\n')],
    ['an archive', Buffer.from(`PK\x05\x06${'\0'.repeat(18)}`, 'latin1')],
  ])('is a photo that is %s too', async (_, tail) => {
    const photo = await aPhoto({ width: 60, height: 40 });
    expect(await because(photo)).toBe('taken in');
    expect(await because(Buffer.concat([photo, tail]))).toBe('two-in-one');
  });

  test('is a document with something else behind its end', async () => {
    expect(await because(Buffer.concat([await aDocument(), Buffer.from('<html>')]))).toBe('two-in-one');
  });

  test('is a document that ends in its middle', async () => {
    const document = await aDocument();
    expect(await because(document.subarray(0, document.length / 2))).toBe('two-in-one');
  });

  test('is an encrypted document', async () => {
    const document = await PDFDocument.create();
    document.addPage();
    await document.encrypt({ userPassword: 'secret', ownerPassword: 'other' });
    expect(await because(Buffer.from(await document.save()))).toBe('encrypted');
  });
});

describe('in a process of its own', () => {
  test('a photo comes back as it does here', async () => {
    const original = await aPhoto({ width: 300, height: 200 });
    expect(await rewriteApart(original)).toEqual(await rewriteFile(original));
  });

  test('a refusal comes back with its reason, and a bomb hurts nobody', async () => {
    const [page, bomb] = await Promise.all([
      rewriteApart(Buffer.from('<html>')),
      rewriteApart(aBomb(100 * 1024 * 1024)),
    ]);
    expect([page, bomb]).toMatchObject([
      { problem: { because: 'not-recognised' } },
      { problem: { because: 'too-complex' } },
    ]);
  }, 60_000);

  test('what a killed service left behind is gone with the next file', async () => {
    const [left, atWork] = [1, 2].map(() => mkdtempSync(join(tmpdir(), 'cornerstone-evidence-')));
    utimesSync(left ?? '', new Date(0), new Date(0));
    await rewriteApart(Buffer.from('<html>'));
    expect([existsSync(left ?? ''), existsSync(atWork ?? '')]).toEqual([false, true]);
    rmSync(atWork ?? '', { recursive: true });
  }, 60_000);
});

test('every refusal has its sentence', () => {
  expect(Object.keys(messages.problem['upload-refused-because']).sort()).toEqual([...uploadRefusals].sort());
});
