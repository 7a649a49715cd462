import { createHash } from 'node:crypto';
import { Transform } from 'node:stream';

/** Lets a table's file through and knows, at its end, its sha256 and its rows: one line each in PostgreSQL's text format. */
export class Digest extends Transform {
  readonly #hash = createHash('sha256');
  rows = 0;
  sha256 = '';

  override _transform(chunk: Buffer, _: BufferEncoding, done: (error: null, chunk: Buffer) => void): void {
    this.#hash.update(chunk);
    for (let at = chunk.indexOf(0x0a); at !== -1; at = chunk.indexOf(0x0a, at + 1)) this.rows += 1;
    done(null, chunk);
  }

  override _flush(done: () => void): void {
    this.sha256 = this.#hash.digest('hex');
    done();
  }
}
