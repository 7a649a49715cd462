import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { env } from '@/server/env';
import { aProject, published, theGround } from '@/test/record';
import { createFront } from './front';

test('a kept page shows a new figure when it is published, and is not made again until the next publication', async () => {
  let made = 0;
  const front = createFront({
    baseUrl: 'http://localhost',
    proxies: 0,
    timeZone: 'Asia/Baku',
    uploadMaxMib: 15,
    importMaxMib: 64,
    apiRates: { descriptions: 0, lists: 0, records: 0 },
    isDevelopment: false,
    report: () => {},
  });
  front.serve({
    handler: (_, response) => {
      made += 1;
      response.setHeader('content-type', 'text/html');
      response.end(`made ${made} times`);
    },
    databaseUrl: env.DATABASE_URL ?? '',
    migrations: [],
  });
  await once(front.server.listen(0, '127.0.0.1'), 'listening');
  const { port } = front.server.address() as AddressInfo; // it listens on a port, not on a pipe
  const read = async () => {
    const answer = await fetch(`http://127.0.0.1:${port}/en`);
    return { text: await answer.text(), isSure: !answer.headers.has('warning') };
  };

  try {
    await expect.poll(async () => (await read()).isSure).toBe(true);
    const before = await read();
    expect(await read()).toEqual(before);
    await published(...theGround, aProject());
    await expect.poll(async () => (await read()).text, { timeout: 20_000, interval: 50 }).not.toBe(before.text);
    // The notification and the asking may tell of the same publication, one after the other; then there is nothing more to tell.
    await new Promise((resolve) => setTimeout(resolve, askedByThenMs));
    const after = await read();
    await new Promise((resolve) => setTimeout(resolve, askedByThenMs));
    expect(await read()).toEqual(after);
  } finally {
    await front.close(0);
  }
});

/** The watch asks every two seconds. */
const askedByThenMs = 2_500;
