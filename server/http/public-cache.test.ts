import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { PublicCache, type PublicCacheOptions } from './public-cache';
import type { Rendered } from './render';

const servers: Server[] = [];
afterEach(() => servers.splice(0).forEach((server) => server.close()));

const page = (text: string, status = 200): Rendered => ({
  status,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: Buffer.from(text),
});

/** A cache behind a real server, and how often it asked for each key. */
async function aCache(render: PublicCacheOptions['render'], options: Partial<PublicCacheOptions> = {}) {
  const asked: string[] = [];
  const cache = new PublicCache({
    render: (key) => {
      asked.push(key);
      return render(key);
    },
    cacheControl: 'public, max-age=0',
    ...options,
  });
  const server = createServer((request, response) => {
    cache
      .answer(request.url ?? '', request, response)
      .catch((error: Error) => response.writeHead(500).end(error.message));
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // it listens on a port, not on a pipe
  return { cache, asked, read: (path: string, init?: RequestInit) => fetch(`http://127.0.0.1:${port}${path}`, init) };
}

/** A render that waits until the test lets it go on. */
function held() {
  const waiting: ((rendered: Rendered) => void)[] = [];
  return {
    render: () => new Promise<Rendered>((resolve) => waiting.push(resolve)),
    answer: async (rendered: Rendered) => {
      while (waiting.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
      waiting.shift()?.(rendered);
    },
  };
}

describe('a kept page', () => {
  test('is made once for many readers', async () => {
    const { asked, read } = await aCache(async () => page('<p>6,206 families</p>'));
    const texts = await Promise.all(Array.from({ length: 20 }, () => read('/en').then((answer) => answer.text())));
    expect(new Set(texts)).toEqual(new Set(['<p>6,206 families</p>']));
    expect(asked).toEqual(['/en']);
  });

  test('is made anew when the record changes', async () => {
    let families = 6206;
    const { cache, read } = await aCache(async () => page(String(families)));
    await read('/en');
    families = 6300;
    cache.startNewEra();
    expect(await (await read('/en')).text()).toBe('6300');
  });

  test('is not kept when the record changed while it was made', async () => {
    const { render, answer } = held();
    const { cache, asked, read } = await aCache(render);
    const early = read('/en');
    await expect.poll(() => asked.length).toBe(1);
    cache.startNewEra();
    const late = read('/en');
    await expect.poll(() => asked.length).toBe(2);
    await answer(page('old'));
    await answer(page('new'));
    expect(await (await early).text()).toBe('old');
    expect(await (await late).text()).toBe('new');
    expect(await (await read('/en')).text()).toBe('new');
    expect(asked.length).toBe(2);
  });

  test('is the last good one when a new one cannot be made, and says how old it is', async () => {
    let now = 0;
    const answers = [
      async () => page('good'),
      async () => page('broken', 500),
      async () => Promise.reject(new Error('down')),
    ];
    const { cache, asked, read } = await aCache(() => (answers.shift() ?? (async () => page('new')))(), {
      now: () => now,
    });
    await read('/en');
    now = 7_500;
    cache.startNewEra();
    const stale = await read('/en');
    expect([stale.status, await stale.text()]).toEqual([200, 'good']);
    expect(stale.headers.get('warning')).toBe('111 - "Revalidation Failed"');
    expect(stale.headers.get('age')).toBe('7');

    await read('/en');
    expect(asked.length).toBe(2);
    now += 2_001;
    expect(await (await read('/en')).text()).toBe('good');
    now += 2_001;
    expect(await (await read('/en')).text()).toBe('new');
  });

  test('says so while it is not known whether the record has changed', async () => {
    const { cache, read } = await aCache(async () => page('text'));
    await read('/en');
    cache.isUncertain = true;
    expect((await read('/en')).headers.get('warning')).toBe('110 - "Response is Stale"');
  });

  test('is not sent again to a reader who has it', async () => {
    const { read } = await aCache(async () => page('text'));
    const etag = (await read('/en')).headers.get('etag') ?? '';
    const again = await read('/en', { headers: { 'if-none-match': etag } });
    expect([again.status, again.headers.get('etag'), await again.text()]).toEqual([304, etag, '']);
  });

  test('answers HEAD with the same headers and no body', async () => {
    const { asked, read } = await aCache(async () => page('text'));
    const head = await read('/en', { method: 'HEAD' });
    expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, '4', '']);
    expect((await read('/en')).headers.get('etag')).toBe(head.headers.get('etag'));
    expect(asked.length).toBe(1);
  });

  test.each(['br', 'gzip', 'identity'])('reads the same in %s', async (encoding) => {
    const text = `<p>${'Şuşa Шуша Շուշի '.repeat(200)}</p>`;
    const { read } = await aCache(async () => page(text));
    const answer = await read('/en', { headers: { 'accept-encoding': encoding } });
    expect(answer.headers.get('content-encoding') ?? 'identity').toBe(encoding);
    expect(answer.headers.get('vary')).toBe('Accept-Encoding');
    expect(await answer.text()).toBe(text);
  });

  test('carries a policy with the hashes of its scripts, and nothing of the first reader', async () => {
    const { read } = await aCache(async () => ({
      ...page('<script>a()</script>'),
      headers: { 'content-type': 'text/html', 'set-cookie': ['seen=1'], 'x-powered-by': 'Next.js', etag: '"its-own"' },
    }));
    const { headers } = await read('/en');
    expect(headers.get('content-security-policy')).toContain("script-src 'self' 'sha256-");
    expect([headers.get('set-cookie'), headers.get('x-powered-by')]).toEqual([null, null]);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });
});

describe('what is kept', () => {
  test.each([301, 307, 403])('is not an answer of %i', async (status) => {
    const { asked, read } = await aCache(async () => ({ ...page('', status), headers: { location: '/en' } }));
    await read('/', { redirect: 'manual' });
    await read('/', { redirect: 'manual' });
    expect(asked.length).toBe(2);
  });

  test('is a missing page for ten seconds', async () => {
    let now = 0;
    const { asked, read } = await aCache(async () => page('not here', 404), { now: () => now });
    expect([(await read('/x')).status, (await read('/x')).status, asked.length]).toEqual([404, 404, 1]);
    now = 10_001;
    await read('/x');
    expect(asked.length).toBe(2);
  });

  test('has a bound: what was not read for longest goes first', async () => {
    const { cache, asked, read } = await aCache(async (key) => page(key.repeat(1000)), { maxBytes: 40_000 });
    for (const path of ['/01', '/02', '/03', '/04', '/05', '/06', '/07', '/08', '/09']) await read(path);
    await read('/01');
    for (const path of ['/10', '/01', '/11', '/02']) await read(path);
    expect(cache.bytes).toBeLessThanOrEqual(40_000);
    expect(asked.filter((path) => path === '/01').length).toBe(1);
    expect(asked.filter((path) => path === '/02').length).toBe(2);
  });

  test('is, for files of the build, not touched by the record', async () => {
    const { cache, asked, read } = await aCache(async () => page('code'), { isForEver: true });
    await read('/_next/static/a.js');
    cache.startNewEra();
    await read('/_next/static/a.js');
    expect(asked.length).toBe(1);
  });

  test('is nothing when a page fails at first: the failure is passed on', async () => {
    const { read } = await aCache(async () => Promise.reject(new Error('down')));
    expect((await read('/en')).status).toBe(500);
  });
});
