import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ArchiveFolder, openArchiveFolder } from './archive-folder';
import { crawl } from './crawl';

const origin = 'https://record.example.org';
const html = (body: string) => ['text/html; charset=utf-8', `<html><head></head><body>${body}</body></html>`] as const;
const answers: Readonly<Record<string, readonly [string, string]>> = {
  '/en': html(
    '<link rel="stylesheet" href="/_next/static/chunks/a.css"/><a href="/en/list?page=2">2</a><a href="/en/gone">G</a>',
  ),
  '/en/list?page=2': html(
    '<a href="/en">Back</a><a href="/data/list.csv?place=x">CSV</a><a href="/en?asOf=2020-01-01">Then</a>',
  ),
  '/data/list.csv': ['text/csv', 'a,b\r\n'],
  '/_next/static/chunks/a.css': ['text/css', '@font-face{src:url(../media/f.woff2)}'],
  '/_next/static/media/f.woff2': ['font/woff2', 'letters'],
  '/feed.atom': ['application/atom+xml', '<feed/>'],
};
const asked: string[] = [];
let server: Server;
let served = '';
let around = '';
let folder: ArchiveFolder;

beforeAll(async () => {
  around = mkdtempSync(join(tmpdir(), 'crawl-'));
  folder = await openArchiveFolder(join(around, 'archive'));
  server = createServer((request, response) => {
    const url = request.url ?? '';
    asked.push(url);
    const [type, body] = answers[url] ?? html('Not found');
    const status = url === '/en/broken' ? 500 : answers[url] ? 200 : 404;
    response.writeHead(status, { 'content-type': type }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  served = `http://127.0.0.1:${bound !== null && typeof bound === 'object' ? bound.port : 0}`;
});

afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  rmSync(around, { recursive: true, force: true });
});

const from = (begin: readonly string[], maybe: readonly string[] = []) => ({
  served,
  origin,
  begin,
  maybe,
  own: ['index.html'],
  words: { banner: () => '', instead: () => '', wholeFile: '(whole)' },
});

describe('from one page', () => {
  test('everything it leads to is written, once, and what is missing is told', async () => {
    const found = await crawl(folder, from(['/en'], ['/feed.atom', '/feed.json', '/']), () => {});
    expect(found).toEqual({ pages: 2, files: 4, missing: ['/en/gone'] });
    expect(folder.files().map(({ path }) => path)).toEqual([
      'assets/chunks/a.css',
      'assets/media/f.woff2',
      'data/list.csv',
      'en/gone.html',
      'en/index.html',
      'en/list~page=2.html',
      'feed.atom',
    ]);
    expect(asked.length).toBe(new Set(asked).size);
    expect(readFileSync(join(folder.work, 'en/list~page=2.html'), 'utf8')).toContain(
      '<a href="index.html">Back</a><a href="../data/list.csv">CSV</a> <span class="archive-whole">(whole)</span>',
    );
  });

  test('a page that the service fails at ends it: an archive is whole or it is none', async () => {
    await expect(crawl(folder, from(['/en/broken']), () => {})).rejects.toThrow('/en/broken could not be made (500)');
  });
});
