import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, test } from 'vitest';
import { apiProblemSchema } from '@/domain/api/problem';
import type { Rates } from '@/domain/api/rates';
import { etagOf } from './etag';
import { createFront, type Front } from './front';
import type { Handler } from './render';

const fronts: Front[] = [];
afterEach(() => Promise.all(fronts.splice(0).map((front) => front.close(0))));

const unlimited: Rates = { descriptions: 0, lists: 0, records: 0 };

/** The front over a handler that stands for the API; it counts how often it is asked. */
async function aDoor({ rates = unlimited, proxies = 0, handler = answering('{"rows":[]}') as Handler } = {}) {
  const asked: IncomingMessage[] = [];
  const front = createFront({
    baseUrl: 'http://localhost:3000',
    proxies,
    timeZone: 'Asia/Baku',
    uploadMaxMib: 1,
    apiRates: rates,
    isDevelopment: false,
    report: () => {},
  });
  fronts.push(front);
  await once(front.server.listen(0, '127.0.0.1'), 'listening');
  front.serve({
    handler: (incoming, response) => {
      asked.push(incoming);
      return handler(incoming, response);
    },
    databaseUrl: 'postgresql://nobody@127.0.0.1:1/none',
    migrations: [],
  });
  const { port } = front.server.address() as AddressInfo; // it listens on a port, not on a pipe
  const read = (path: string, init?: RequestInit) => fetch(`http://127.0.0.1:${port}${path}`, init);
  return { asked, port, read };
}

const longList = JSON.stringify({ rows: Array.from({ length: 200 }, (_, index) => ({ slug: `row-${index}` })) });

function answering(body: string): Handler {
  return (_, response) => {
    response.setHeader('content-type', 'application/json; charset=utf-8');
    response.setHeader('etag', etagOf(Buffer.from(body)));
    response.setHeader('last-modified', 'Sun, 22 Nov 2026 08:00:00 GMT');
    response.end(body);
  };
}

const problemIn = async (response: Response) => apiProblemSchema.parse(await response.json());

describe('an answer of the API', () => {
  test('is made once, and is the same for everyone, whatever they have left', async () => {
    const { asked, read } = await aDoor({ rates: { ...unlimited, lists: 5 } });
    const answers = [
      await read('/api/v1/projects?limit=2&sector=housing'),
      await read('/api/v1/projects?sector=housing&limit=2'),
    ];
    expect(asked.length).toBe(1);
    expect(answers.map(({ headers }) => headers.get('ratelimit')?.replace(/;t=\d+/, ''))).toEqual([
      '"lists";r=4',
      '"lists";r=3',
    ]);
    expect(answers.map(({ headers }) => headers.get('etag'))).toEqual([
      etagOf(Buffer.from('{"rows":[]}')),
      etagOf(Buffer.from('{"rows":[]}')),
    ]);
    expect(answers[0]?.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate');
    expect(answers[0]?.headers.get('ratelimit-policy')).toBe('"lists";q=5;w=60');
  });

  test('is made without anything of who asks first', async () => {
    const { asked, read } = await aDoor();
    await read('/api/v1/projects', { headers: { cookie: 'a=1', authorization: 'Bearer x', 'accept-language': 'az' } });
    expect(asked[0]?.headers).not.toHaveProperty('cookie');
    expect(asked[0]?.headers).not.toHaveProperty('authorization');
    expect(asked[0]?.headers).not.toHaveProperty('accept-language');
  });

  test('may be read by a page of any site, with what it needs of the headers', async () => {
    const { read } = await aDoor();
    const { headers } = await read('/api/v1/projects', { headers: { origin: 'https://elsewhere.example.org' } });
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(headers.get('access-control-expose-headers')).toContain('RateLimit');
    const preflight = await read('/api/v1/projects', { method: 'OPTIONS' });
    expect([preflight.status, preflight.headers.get('access-control-allow-methods')]).toEqual([
      204,
      'GET, HEAD, OPTIONS',
    ]);
  });

  test('has a strong name in each encoding, and is not sent again to who has it', async () => {
    const { port } = await aDoor({ handler: answering(longList) });
    const ask = (headers: Record<string, string>) =>
      new Promise<{ status: number | undefined; etag: string | undefined; body: string }>((resolve, reject) => {
        request({ port, host: '127.0.0.1', path: '/api/v1/projects', headers }, (response) => {
          text(response).then(
            (body) => resolve({ status: response.statusCode, etag: response.headers.etag, body }),
            reject,
          );
        })
          .on('error', reject)
          .end();
      });
    const plain = await ask({});
    const packed = await ask({ 'accept-encoding': 'br' });
    const bare = etagOf(Buffer.from(longList));
    expect([plain.etag, plain.body]).toEqual([bare, longList]);
    expect(packed.etag).toBe(`${bare.slice(0, -1)}.br"`);
    for (const etag of [plain.etag, packed.etag, '*', `"other", ${bare}`]) {
      const again = await ask({ 'if-none-match': etag ?? '' });
      expect([etag, again.status, again.body]).toEqual([etag, 304, '']);
    }
    expect((await ask({ 'if-none-match': '"other"' })).status).toBe(200);
  });

  test('is not sent again to who knows only when it changed, unless it changed since', async () => {
    const { read } = await aDoor();
    const since = (day: string) => read('/api/v1/projects', { headers: { 'if-modified-since': day } });
    expect((await since('Sun, 22 Nov 2026 08:00:00 GMT')).status).toBe(304);
    expect((await since('Sun, 22 Nov 2026 07:59:59 GMT')).status).toBe(200);
    expect((await since('yesterday')).status).toBe(200);
  });

  test('that fails is told as a problem, without its cause', async () => {
    const { read } = await aDoor({ handler: () => Promise.reject(new Error('secret of the house')) });
    const failed = await read('/api/v1/projects');
    expect(failed.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(await problemIn(failed)).toMatchObject({ status: 500, title: 'The answer could not be made' });
  });

  test('has no body for who asks only for its head', async () => {
    const { read } = await aDoor();
    const head = await read('/api/v1/projects', { method: 'HEAD' });
    expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, '11', '']);
    const refused = await read('/api/v1/castles', { method: 'HEAD' });
    expect([refused.status, await refused.text()]).toEqual([404, '']);
  });
});

describe('who asks too often', () => {
  test('is told how long to wait, for this kind of question alone', async () => {
    const { asked, read } = await aDoor({ rates: { ...unlimited, lists: 2, records: 9 } });
    const statuses = [];
    for (const table of ['projects', 'places', 'sources']) statuses.push((await read(`/api/v1/${table}`)).status);
    expect(statuses).toEqual([200, 200, 429]);
    const refused = await read('/api/v1/projects');
    const wait = Number(refused.headers.get('retry-after'));
    expect(wait).toBeGreaterThan(0);
    expect(refused.headers.get('ratelimit')).toBe(`"lists";r=0;t=${wait}`);
    expect(await problemIn(refused)).toMatchObject({ status: 429, retryAfterSeconds: wait });
    expect((await read('/api/v1/projects/a-road')).status).toBe(200);
    expect(asked.length).toBe(3);
  });

  test('is known by network: as our own proxy saw it, and by no word of their own', async () => {
    const { read } = await aDoor({ rates: { ...unlimited, lists: 1 }, proxies: 1 });
    const from = async (forwarded: string) =>
      (await read('/api/v1/projects', { headers: { 'x-forwarded-for': forwarded } })).status;
    expect(await from('203.0.113.1')).toBe(200);
    expect(await from('198.51.100.7, 203.0.113.1')).toBe(429);
    expect(await from('203.0.113.2')).toBe(200);
    expect(await from('2001:db8::1')).toBe(200);
    expect(await from('2001:db8::2')).toBe(429);
  });

  test('is nobody where there is no limit', async () => {
    const { read } = await aDoor();
    const { headers, status } = await read('/api/v1/projects');
    expect([status, headers.get('ratelimit')]).toEqual([200, null]);
  });
});

describe('the door refuses', () => {
  test.each([
    ['/api/v1/castles', {}, 404],
    ['/api/v2', {}, 404],
    ['/api/v1/projects', { method: 'PUT' }, 405],
    ['/api/v1/projects', { headers: { accept: 'text/html' } }, 406],
    ['/api/v1/projects', { headers: { accept: 'application/json;q=0' } }, 406],
  ] as const)('%s with %o', async (path, init, status) => {
    const { asked, read } = await aDoor({ handler: (_, response) => void response.writeHead(404).end() });
    const refused = await read(path, init);
    expect(refused.status).toBe(status);
    expect(asked.length).toBe(path === '/api/v2' ? 1 : 0);
  });

  test.each(['*/*', 'application/*', 'text/html, application/json;q=0.1', ''])(
    'nobody who takes %j',
    async (accept) => {
      const { read } = await aDoor();
      expect((await read('/api/v1/projects', { headers: { accept } })).status).toBe(200);
    },
  );

  test('a slash at the end, and shows where it leads', async () => {
    const { read } = await aDoor();
    const moved = await read('/api/v1/projects/?limit=2', { redirect: 'manual' });
    expect([moved.status, moved.headers.get('location')]).toEqual([308, '/api/v1/projects?limit=2']);
  });
});
