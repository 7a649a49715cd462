import { once } from 'node:events';
import { connect, createServer, type AddressInfo } from 'node:net';
import { pipeline, type Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, expect, test } from 'vitest';
import { db } from '../db';
import { closeExportPool, copyOut } from './copy-out';
import { ReaderStoodStill } from './cut-when-not-read';

/** Far more than all buffers between PostgreSQL and a reader hold. */
const large = 'select repeat(x::text, 1000) from generate_series(1, 10000000) x';
const connections = 4;

afterAll(closeExportPool);

const cutOf = async (rows: Readable): Promise<unknown> => {
  const [error] = await once(rows, 'error');
  return error;
};

test('readers who take nothing are cut, and give every connection back', async () => {
  const stalled = await Promise.all(Array.from({ length: connections }, () => copyOut(large, { readerMs: 300 })));
  const cuts = await Promise.all(stalled.map(async (rows) => [await once(rows, 'readable'), await cutOf(rows)][1]));
  expect(cuts.every((error) => error instanceof ReaderStoodStill)).toBe(true);

  const others = await Promise.all(Array.from({ length: connections }, async () => text(await copyOut('select 1'))));
  expect(others).toEqual(Array.from({ length: connections }, () => '1\n'));
  await expect.poll(countCopies).toBe(0);
});

test('a reader behind a socket who stops in the middle is cut, and sees that the file is not whole', async () => {
  const cut = new Promise<unknown>((resolve) => {
    server.once('connection', async (socket) => pipeline(await copyOut(large, { readerMs: 300 }), socket, resolve));
  });
  const { port } = server.address() as AddressInfo; // it listens on a port, not on a pipe
  const reader = connect(port, '127.0.0.1');
  await once(reader, 'readable');
  expect(await cut).toBeInstanceOf(ReaderStoodStill);
  reader.on('error', () => {}).resume();
  await once(reader, 'close');
  await expect.poll(countCopies).toBe(0);
});

test('a reader who waits for a slow query is not cut', async () => {
  expect(await text(await copyOut('select 1 from pg_sleep(1)', { readerMs: 100 }))).toBe('1\n');
});

test('a reader who takes their time and goes on is not cut, and gets the whole', async () => {
  const rows = await copyOut('select repeat(x::text, 1000) from generate_series(1, 1000) x', { readerMs: 5_000 });
  let length = 0;
  for await (const piece of rows) {
    length += (piece as Buffer).length;
    await new Promise(setImmediate); // takes a piece in each round of the loop
  }
  expect(length).toBe(
    Array.from({ length: 1000 }, (_, x) => String(x + 1).length * 1000 + 1).reduce((a, b) => a + b, 0),
  );
});

const server = createServer();
server.listen(0, '127.0.0.1');
afterAll(() => server.close());

async function countCopies(): Promise<number> {
  const [found] = await db.$queryRaw<{ count: bigint }[]>`
    select count(*) from pg_stat_activity
    where datname = current_database() and state = 'active' and query like 'copy (select repeat%'`;
  return Number(found?.count);
}
