import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withCrLf } from './csv-lines';

const converted = (pieces: readonly Buffer[]) => text(Readable.from(pieces).pipe(withCrLf()));

test('a line ends with CRLF; a line end inside quotes stays the cell’s own', async () => {
  const csv = Buffer.from('a,"b\nc",""\n1,"say ""\n""",3\n\n');
  expect(await converted([csv])).toBe('a,"b\nc",""\r\n1,"say ""\n""",3\r\n\r\n');
});

test('nothing but line ends grows it, wherever the pieces are cut', async () => {
  const csv = Buffer.from('\n\n\n\n"\n\n",ə\n'.repeat(40));
  const whole = await converted([csv]);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 1, max: csv.length - 1 }), { maxLength: 8 }), async (cuts) => {
      const ends = [...cuts].sort((one, other) => one - other).concat(csv.length);
      const pieces = ends.map((end, index) => csv.subarray(ends[index - 1] ?? 0, end));
      expect(await converted(pieces)).toBe(whole);
    }),
    { numRuns: 50 },
  );
});
