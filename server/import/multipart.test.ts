import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BrokenForm, readParts, textOfPart } from './multipart';

async function* inPieces(body: Buffer, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < body.length; at += size) yield body.subarray(at, at + size);
}

async function partsOf(body: Buffer, size: number, type: string) {
  const parts: { name: string; fileName: string | null; text: string }[] = [];
  for await (const part of readParts(inPieces(body, size), type))
    parts.push({ name: part.name, fileName: part.fileName, text: await textOfPart(part, 1024 ** 2) });
  return parts;
}

describe('the parts of a form', () => {
  test('are those that were sent, in whatever pieces they arrive', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'binary' }),
        fc.string(),
        fc.integer({ min: 1, max: 300 }),
        async (text, other, size) => {
          const form = new FormData();
          form.set('locale', 'en');
          form.set('file', new File([text], 'reports.csv'));
          form.set('other', new File([`${other}\r\n--`], 'more.csv'));
          const request = new Request('http://here.example/', { method: 'POST', body: form });
          const body = Buffer.from(await request.clone().arrayBuffer());
          const sent = Buffer.from(text, 'utf8').toString('utf8');
          expect(await partsOf(body, size, request.headers.get('content-type') ?? '')).toEqual([
            { name: 'locale', fileName: null, text: 'en' },
            { name: 'file', fileName: 'reports.csv', text: sent },
            { name: 'other', fileName: 'more.csv', text: Buffer.from(`${other}\r\n--`, 'utf8').toString('utf8') },
          ]);
        },
      ),
      { numRuns: 40 },
    );
  });

  test('of a form that was cut are refused, and so is what is no form', async () => {
    const body = Buffer.from('--mark\r\ncontent-disposition: form-data; name="file"\r\n\r\nhalf of a fi');
    await expect(partsOf(body, 7, 'multipart/form-data; boundary=mark')).rejects.toThrow(BrokenForm);
    await expect(partsOf(body, 7, 'text/plain')).rejects.toThrow(BrokenForm);
  });
});
