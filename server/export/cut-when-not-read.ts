import 'server-only';
import type { Readable } from 'node:stream';

/** The reader took nothing for so long that others come first: their answer is cut, and is seen not to be whole. */
export class ReaderStoodStill extends Error {
  override readonly name = 'ReaderStoodStill';
}

/**
 * Ends a stream whose reader takes nothing for this long. Time in which the reader waits for the stream does not count:
 * a query may think as long as it needs.
 */
export function cutWhenNotRead(rows: Readable, patienceMs: number): void {
  const { push, _read } = rows;
  let waiting: NodeJS.Timeout | undefined;
  const stopWaiting = () => {
    clearTimeout(waiting);
    waiting = undefined;
  };
  rows.push = (piece: unknown, encoding?: BufferEncoding) => {
    const isWanted = push.call(rows, piece, encoding);
    if (!isWanted) waiting ??= setTimeout(() => rows.destroy(new ReaderStoodStill()), patienceMs);
    return isWanted;
  };
  // Called when the reader has taken what was held for them, and wants more.
  rows._read = (size: number) => {
    stopWaiting();
    _read.call(rows, size);
  };
  rows.once('close', stopWaiting);
}
