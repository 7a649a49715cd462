import 'server-only';
import { Transform } from 'node:stream';
import type { ExportColumn } from '@/domain/export/column';

const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const quote = 0x22;

/** UTF-8 with its mark, which tells spreadsheets the encoding, then the names of the columns. */
export function headerLine(columns: readonly ExportColumn[]): Buffer {
  return Buffer.from(`\ufeff${columns.map(({ header }) => header).join(',')}\r\n`, 'utf8');
}

/** Lines end as RFC 4180 has them: CRLF. PostgreSQL ends them with LF; a line end inside quotes is the cell's own. */
export function withCrLf(): Transform {
  let isQuoted = false;
  return new Transform({
    highWaterMark: 64 * 1024,
    transform(chunk: Buffer, _encoding, done) {
      // Room for a carriage return before every byte would always do; most lines are far longer.
      let lines = Buffer.allocUnsafe(chunk.length + (chunk.length >> 4) + 16);
      let length = 0;
      for (let index = 0; index < chunk.length; index += 1) {
        const byte = chunk[index] ?? 0;
        if (byte === quote) isQuoted = !isQuoted;
        else if (byte === lineFeed && !isQuoted) {
          lines[length] = carriageReturn;
          length += 1;
        }
        lines[length] = byte;
        length += 1;
        if (length + 2 > lines.length) lines = Buffer.concat([lines, Buffer.allocUnsafe(chunk.length)]);
      }
      done(null, lines.subarray(0, length));
    },
  });
}
