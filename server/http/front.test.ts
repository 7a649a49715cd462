import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { createFront, type Front } from './front';
import { answerWithStatus } from './page-status';
import type { Handler } from './render';

const fronts: Front[] = [];
afterEach(() => Promise.all(fronts.splice(0).map((front) => front.close(0))));

/** The front over a handler that stands for the pages; its database is not there. */
async function aFront(handler: Handler | null, { proxies = 0, baseUrl = 'http://localhost:3000' } = {}) {
  const front = createFront({
    baseUrl,
    proxies,
    timeZone: 'Asia/Baku',
    uploadMaxMib: 3,
    apiRates: { descriptions: 0, lists: 0, records: 0 },
    isDevelopment: false,
    report: () => {},
  });
  fronts.push(front);
  await once(front.server.listen(0, '127.0.0.1'), 'listening');
  if (handler) front.serve({ handler, databaseUrl: 'postgresql://nobody@127.0.0.1:1/none', migrations: [] });
  const { port } = front.server.address() as AddressInfo; // it listens on a port, not on a pipe
  return { front, read: (path: string, init?: RequestInit) => fetch(`http://127.0.0.1:${port}${path}`, init) };
}

const html =
  (text: string): Handler =>
  (_, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.write(text);
    response.end();
  };

describe('before the pages are ready', () => {
  test('the service is live, not ready, and asks readers to come back', async () => {
    const { read } = await aFront(null);
    const [live, ready, page] = await Promise.all(['/health/live', '/health/ready', '/en'].map((path) => read(path)));
    expect([live?.status, ready?.status, page?.status]).toEqual([200, 503, 503]);
    expect(await ready?.text()).toBe('not ready: the service is starting\n');
    expect(page?.headers.get('retry-after')).toBe('5');
  });
});

describe('a page of the workspace', () => {
  test('may say its own status, and keeps its words', async () => {
    const { read } = await aFront(async (request, response) => {
      await sleep(1); // the page is made in steps of its own
      if (request.url === '/en/workspace/log') answerWithStatus(403);
      html('Only administrators may do this.')(request, response);
    });
    const [refused, seen] = await Promise.all(['/en/workspace/log', '/en/workspace'].map((path) => read(path)));
    expect([refused?.status, await refused?.text()]).toEqual([403, 'Only administrators may do this.']);
    expect(seen?.status).toBe(200);
  });

  test('that failed stays failed, whatever it said before', async () => {
    const { read } = await aFront((request, response) => {
      answerWithStatus(403);
      response.statusCode = 500;
      return html('Something went wrong.')(request, response);
    });
    expect((await read('/en/workspace')).status).toBe(500);
  });
});

describe('a database that does not answer', () => {
  test('makes the service not ready, with the reason', async () => {
    const { read } = await aFront(html('text'));
    const ready = await read('/health/ready');
    expect([ready.status, await ready.text()]).toEqual([503, expect.stringContaining('the database does not answer')]);
    expect((await read('/health/live')).status).toBe(200);
  });
});

describe('a public page', () => {
  test('is made without anything of the reader who asks first', async () => {
    let seen: unknown = null;
    const { read } = await aFront((request, response) => {
      seen = [request.url, request.headers];
      return html('text')(request, response);
    });
    await read('/en?b=1&a=2&utm_source=x', {
      headers: { cookie: 'a=1', 'accept-language': 'az', 'x-forwarded-host': 'evil' },
    });
    expect(seen).toEqual([
      '/en?a=2&b=1',
      {
        host: 'localhost:3000',
        accept: 'text/html,*/*',
        'user-agent': 'cornerstone',
        'x-forwarded-host': 'localhost:3000',
        'x-forwarded-proto': 'http',
      },
    ]);
  });

  test('says how caches may keep it', async () => {
    const { read } = await aFront(html('text'));
    expect((await read('/en')).headers.get('cache-control')).toBe('public, max-age=0, s-maxage=2, must-revalidate');
  });

  test('can only be read', async () => {
    const { read } = await aFront(html('text'));
    const posted = await read('/en', { method: 'POST', body: 'a=1' });
    expect([posted.status, posted.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });

  test('that the router asks for is not mixed with the page itself', async () => {
    const { read } = await aFront((request, response) => {
      response.setHeader('content-type', request.headers.rsc ? 'text/x-component' : 'text/html');
      response.end(request.headers.rsc ? 'data' : 'page');
    });
    expect(await (await read('/en', { headers: { rsc: '1' } })).text()).toBe('data');
    expect(await (await read('/en')).text()).toBe('page');
  });

  test('that fails is a plain answer without its cause', async () => {
    const { read } = await aFront(() => Promise.reject(new Error('secret of the house')));
    const failed = await read('/en');
    expect([failed.status, await failed.text()]).toEqual([
      500,
      'This page could not be made. Please try again in a moment.\n',
    ]);
  });
});

describe('a published photo', () => {
  const photo: Handler = (_, response) => {
    response.setHeader('content-type', 'image/jpeg');
    response.setHeader('content-security-policy', "default-src 'none'; sandbox");
    response.end('pixels');
  };

  test('may be kept for ever, is what it says it is, and never acts', async () => {
    const { read } = await aFront(photo);
    const { headers } = await read('/evidence/abc/large.jpg');
    expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
  });

  test('that is not there yet is not kept as absent', async () => {
    let isThere = false;
    const { read } = await aFront((request, response) => {
      if (isThere) return photo(request, response);
      response.statusCode = 404;
      response.end();
    });
    const absent = await read('/evidence/abc/large.jpg');
    expect([absent.status, absent.headers.get('cache-control')]).toEqual([404, 'no-store']);
    isThere = true;
    expect((await read('/evidence/abc/large.jpg')).status).toBe(200);
  });
});

describe('a page of the workspace', () => {
  test('is never kept, carries its policy, and keeps its cookies', async () => {
    let made = 0;
    const { read } = await aFront((request, response) => {
      made += 1;
      response.setHeader('set-cookie', 'session=1');
      return html(`<script>one()</script>${request.headers.cookie}`)(request, response);
    });
    const answers = [
      await read('/en/workspace', { headers: { cookie: 'a=1' } }),
      await read('/en/workspace', { headers: { cookie: 'a=2' } }),
    ];
    expect(await Promise.all(answers.map((each) => each.text()))).toEqual([
      '<script>one()</script>a=1',
      '<script>one()</script>a=2',
    ]);
    expect(made).toBe(2);
    const headers = answers[0]?.headers;
    expect([headers?.get('cache-control'), headers?.get('set-cookie')]).toEqual(['no-store', 'session=1']);
    expect(headers?.get('content-security-policy')).toContain("script-src 'self' 'sha256-");
  });

  test('is asked with the one forwarded address that can be believed', async () => {
    const echo: Handler = (request, response) => void response.end(String(request.headers['x-forwarded-for']));
    const headers = { 'x-forwarded-for': '6.6.6.6, 203.0.113.9' };
    const alone = await aFront(echo);
    const behindOne = await aFront(echo, { proxies: 1 });
    expect(await (await alone.read('/api/x', { headers })).text()).toBe('127.0.0.1');
    expect(await (await behindOne.read('/api/x', { headers })).text()).toBe('203.0.113.9');
  });

  test('refuses a body of more than 2 MiB, but where files are taken in', async () => {
    const { read } = await aFront(
      (request, response) => void request.resume().on('end', () => response.end('taken in')),
    );
    const sent = (mib: number) => ({ method: 'POST', body: 'x'.repeat(mib * 1024 * 1024 + 1) });
    expect((await read('/api/workspace/evidence', sent(3))).status).toBe(200);
    expect((await read('/api/workspace/evidence', sent(4))).status).toBe(413);
    expect((await read('/api/workspace/evidence/x', sent(2))).status).toBe(413);
  });

  test('refuses a body of more than 2 MiB', async () => {
    const { read } = await aFront(html('text'));
    expect((await read('/en/workspace', { method: 'POST', body: 'x'.repeat(2 * 1024 * 1024 + 1) })).status).toBe(413);
  });
});

describe('a file of data', () => {
  test('goes through as it is written, not held back', async () => {
    const { read } = await aFront(async (_, response) => {
      response.writeHead(200, { 'content-type': 'text/csv; charset=utf-8' });
      response.write('id\n');
      await sleep(50);
      response.end('a-road\n');
    });
    const answer = await read('/data/projects.csv');
    const reader = answer.body?.getReader();
    expect(new TextDecoder().decode((await reader?.read())?.value)).toBe('id\n');
    expect(new TextDecoder().decode((await reader?.read())?.value)).toBe('a-road\n');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });

  test('is told when its reader goes away', async () => {
    let leave = () => {};
    const left = new Promise<void>((resolve) => (leave = resolve));
    const { read } = await aFront((_, response) => {
      response.once('close', leave);
      response.writeHead(200, { 'content-type': 'text/csv' });
      response.write('id\n');
    });
    const going = new AbortController();
    await read('/data/projects.csv', { signal: going.signal });
    going.abort();
    await expect(left).resolves.toBeUndefined();
  });
});

test('a stop lets a request under way end', async () => {
  const { front, read } = await aFront(async (request, response) => {
    await sleep(150);
    return html('whole')(request, response);
  });
  const underWay = read('/en/workspace').then((answer) => answer.text());
  await sleep(50);
  await front.close(5_000);
  expect(await underWay).toBe('whole');
});

test.each(['/%', '/a%00b'])('%s is answered with 400', async (path) => {
  const { read } = await aFront(html('text'));
  expect((await read(path)).status).toBe(400);
});
