import 'server-only';
import { PassThrough, type Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { ZipFile } from 'yazl';

export interface Zip {
  /** The archive, as fast as it is read. Whoever destroys it ends what is being added. */
  readonly bytes: Readable;
  /** Adds one file; the next is added after it. */
  readonly add: (path: string, content: Readable | string) => Promise<void>;
  readonly end: () => void;
  /** Cuts the archive: without its list of files at the end it is no archive. */
  readonly fail: (error: Error) => void;
}

/** Files in one archive, written while they are made. Entries are all of one time, so that equal files make equal archives. */
export function startZip(mtime: Date, compressionLevel = 6): Zip {
  const zip = new ZipFile();
  const bytes = zip.outputStream as PassThrough; // as yazl makes it
  zip.on('error', (error: Error) => bytes.destroy(error));
  return {
    bytes,
    async add(path, content) {
      if (typeof content === 'string')
        return zip.addBuffer(Buffer.from(content, 'utf8'), path, { mtime, compressionLevel });
      const stop = () => content.destroy();
      bytes.once('close', stop);
      zip.addReadStream(content, path, { mtime, compressionLevel });
      try {
        await finished(content, { writable: false });
      } finally {
        bytes.off('close', stop);
      }
    },
    end: () => zip.end(),
    fail: (error) => void bytes.destroy(error),
  };
}
