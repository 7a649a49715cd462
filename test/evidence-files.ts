import { deflateSync } from 'node:zlib';
import { PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';
import sharp from 'sharp';

/** A photo as a phone makes it: with camera, place, and lying on its side. */
export async function aPhoto({
  width = 2000,
  height = 1500,
  format = 'jpeg' as 'jpeg' | 'png' | 'webp',
  colour = '#a05030',
} = {}): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: colour } })
    .withExif({
      IFD0: { Make: 'SecretCamera', Artist: 'A Person', Software: 'SecretSoftware' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '39/1 45/1 30/1', GPSLongitudeRef: 'E', GPSLongitude: '46/1 44/1 0/1' },
    })
    .withMetadata({ orientation: 6 })
    .toFormat(format)
    .toBuffer();
}

/** A document with everything in it that acts or tells: scripts, links, a form, an attached file, metadata, a photo's place. */
export async function aDocument(): Promise<Buffer> {
  const document = await PDFDocument.create();
  document.setAuthor('A Person');
  document.setTitle('SecretTitle');
  document.addJavaScript('greet', 'app.alert("SecretScript")');
  await document.attach(Buffer.from('SecretAttachment'), 'secret.txt', { mimeType: 'text/plain' });
  const page = document.addPage([400, 300]);
  page.drawText('What was built', { x: 40, y: 240, size: 18 });
  page.drawImage(await document.embedJpg(await aPhoto({ width: 64, height: 48 })), {
    x: 40,
    y: 40,
    width: 128,
    height: 96,
  });
  const field = document.getForm().createTextField('who');
  field.setText('filled in by hand');
  field.addToPage(page, { x: 200, y: 40, width: 150, height: 30 });
  const { context } = document;
  const link = context.obj({
    Type: 'Annot',
    Subtype: 'Link',
    Rect: [0, 0, 400, 300],
    A: { Type: 'Action', S: 'URI', URI: PDFString.of('https://secret.example.org/') },
  });
  page.node.addAnnot(context.register(link));
  document.catalog.set(PDFName.of('OpenAction'), context.obj({ S: 'Launch', F: PDFString.of('SecretProgram.exe') }));
  page.node.set(PDFName.of('AA'), context.obj({ O: { S: 'JavaScript', JS: PDFString.of('app.alert("SecretPage")') } }));
  const metadata = context.stream('<x:xmpmeta>SecretMetadata</x:xmpmeta>', { Type: 'Metadata', Subtype: 'XML' });
  document.catalog.set(PDFName.of('Metadata'), context.register(metadata));
  page.node.set(PDFName.of('Metadata'), context.register(context.stream('SecretOfThePage', { Type: 'Metadata' })));
  return Buffer.from(await document.save({ useObjectStreams: false }));
}

/** A PNG whose head says that it is this large; there is hardly a pixel in it. */
export function aPixelFlood(width: number, height: number): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    pngChunk('IHDR', head),
    pngChunk('IDAT', deflateSync(Buffer.alloc(1000))),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

function pngChunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

/** A document whose one list of objects unpacks to this many bytes. */
export function aBomb(unpackedBytes: number): Buffer {
  const packed = deflateSync(Buffer.alloc(unpackedBytes, 0x20), { level: 9 });
  return Buffer.concat([
    Buffer.from(
      `%PDF-1.7\n1 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${packed.length} >>\nstream\n`,
    ),
    packed,
    Buffer.from('\nendstream\nendobj\n2 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 2 0 R >>\n%%EOF\n'),
  ]);
}
