import 'server-only';
import { createHash } from 'node:crypto';
import { EventEmitter, once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import * as z from 'zod';
import { Prisma } from '@/prisma/generated/client/client';
import { today } from '../clock';
import { db } from '../db';
import { env } from '../env';
import { holdSnapshot } from './copy-out';
import { writeArchive } from './write-archive';

/** An archive as it lies in the data directory: of which revisions and day it is stands in its name. */
const keptFacts = z.object({ bytes: z.int(), sha256: z.string() });

export interface Archive {
  /** `cornerstone-<day>-<revisions>`: the same name is the same content. */
  readonly name: string;
  /** Known once it is whole. */
  readonly whole: z.output<typeof keptFacts> | null;
  readonly open: () => Readable;
}

/** An archive that is being made: readers follow it as it grows. */
interface Making {
  readonly name: string;
  readonly path: string;
  readonly grows: EventEmitter;
  written: number;
  state: 'going on' | 'whole' | 'failed';
}

// One at a time, across reloads of the development server.
const kept = globalThis as { cornerstoneArchive?: Promise<Making> | undefined };

const folder = () => join(env.CORNERSTONE_DATA_DIR, 'downloads');
const headSql = "select revision_count || '-' || naming_count as head from record_head";
const headRows = z.tuple([z.object({ head: z.string() })]);

/**
 * Everything that is public, as it is now. Where it has been made since the record last changed and the day began, that
 * one is given; else one is made, and whoever asked reads it while it grows: nobody waits for all of it.
 */
export async function currentArchive(): Promise<Archive> {
  const name = nameOf(headRows.parse(await db.$queryRaw(Prisma.raw(headSql)))[0].head);
  const whole = await readKept(name);
  if (whole) return { name, whole, open: () => createReadStream(pathOf(name)) };
  const making = await makingOf(name);
  return { name: making.name, whole: null, open: () => Readable.from(follow(making), { objectMode: false }) };
}

/** The one that is being made, if it is of this moment; else one is begun. */
async function makingOf(name: string): Promise<Making> {
  const going = kept.cornerstoneArchive;
  const making = await going?.catch(() => null);
  if (making?.name === name && making.state !== 'failed') return making;
  // Whoever looked at the same time has begun one by now.
  if (kept.cornerstoneArchive === going) kept.cornerstoneArchive = startMaking();
  return kept.cornerstoneArchive ?? startMaking();
}

const nameOf = (head: string) => `cornerstone-${today()}-${head}`;
const pathOf = (name: string) => join(folder(), `${name}.zip`);

async function readKept(name: string): Promise<Archive['whole']> {
  try {
    return keptFacts.parse(JSON.parse(await readFile(join(folder(), `${name}.json`), 'utf8')));
  } catch {
    return null; // not made yet, or its making was cut short: made anew
  }
}

/** @throws {TooManyFiles} when no connection is free for ten seconds. */
async function startMaking(): Promise<Making> {
  await mkdir(folder(), { recursive: true });
  const snapshot = await holdSnapshot();
  const { head } = headRows.parse(await snapshot.ask(headSql))[0];
  const name = nameOf(head);
  const path = join(folder(), `${name}.zip.${process.pid}-${Date.now()}.part`);
  await writeFile(path, '');
  const making: Making = { name, path, grows: new EventEmitter().setMaxListeners(0), written: 0, state: 'going on' };
  void make(making, snapshot.id, head)
    .then(
      () => {
        making.state = 'whole';
      },
      async () => {
        making.state = 'failed';
        await rm(making.path, { force: true });
      },
    )
    .finally(() => {
      making.grows.emit('more');
      void snapshot.release();
    });
  return making;
}

async function make(making: Making, snapshot: string, revisions: string): Promise<void> {
  const hash = createHash('sha256');
  const counted = new Transform({
    transform(piece: Buffer, _encoding, done) {
      hash.update(piece);
      look();
      done(null, piece);
    },
  });
  const file = createWriteStream(making.path);
  const look = () => {
    if (file.bytesWritten === making.written) return;
    making.written = file.bytesWritten;
    making.grows.emit('more');
  };
  await pipeline(writeArchive(snapshot, today(), revisions), counted, file);
  making.written = file.bytesWritten;
  // Whoever follows it has it open, under whatever name.
  await rename(making.path, pathOf(making.name));
  await writeFile(
    join(folder(), `${making.name}.json`),
    JSON.stringify({ bytes: making.written, sha256: hash.digest('hex') }),
  );
  // Where a later one is being made by now, it clears up.
  if ((await kept.cornerstoneArchive)?.name === making.name) await removeOthers(making.name);
}

/** Earlier archives, and what was left of one whose making was cut short. */
async function removeOthers(name: string): Promise<void> {
  const others = (await readdir(folder())).filter(
    (file) => file.startsWith('cornerstone-') && file !== `${name}.zip` && file !== `${name}.json`,
  );
  await Promise.all(others.map((file) => rm(join(folder(), file), { force: true })));
}

/** The bytes of a file that still grows, up to its end. What cannot be made whole ends in an error, and the answer is cut. */
async function* follow(making: Making): AsyncGenerator<Buffer> {
  const file = await open(making.state === 'whole' ? pathOf(making.name) : making.path).catch(() =>
    open(pathOf(making.name)),
  );
  try {
    let read = 0;
    for (;;) {
      const { bytesRead, buffer } = await file.read({ buffer: Buffer.allocUnsafe(64 * 1024), position: read });
      if (bytesRead > 0) {
        read += bytesRead;
        yield buffer.subarray(0, bytesRead);
      } else if (making.state === 'failed') {
        throw new Error('The archive could not be made whole.');
      } else if (read >= making.written) {
        if (making.state === 'whole') return;
        await once(making.grows, 'more');
      }
    }
  } finally {
    await file.close();
  }
}
