import { describe, expect, test } from 'vitest';
import { kindOf, readAddress } from './addresses';

describe('an address', () => {
  test.each([
    '/',
    '/en',
    '/en/projects',
    '/en/data',
    '/en/projects/a-road',
    '/robots.txt',
    '/feed.atom',
    '/en/feed.json',
    '/en/places/a/milestones.ics',
  ])('%s is a page', (path) => expect(kindOf(path)).toBe('page'));

  test.each(['/_next/static/chunks/a.js', '/icon.svg', '/fonts/noto-sans.woff2'])('%s is an asset', (path) =>
    expect(kindOf(path)).toBe('asset'),
  );

  test.each([`/evidence/${'a'.repeat(64)}/large.jpg`, '/evidence/x/document.pdf', '/evidence'])(
    '%s is evidence',
    (path) => expect(kindOf(path)).toBe('evidence'),
  );

  test.each([
    '/api/workspace/evidence',
    `/api/workspace/evidence/${'a'.repeat(64)}/large.jpg`,
    '/en/workspace',
    '/en/workspace/review/1',
    '/en/sign-in',
    '/en/set-up/token',
    '/api/auth/session',
    '/data/projects.csv',
    '/_next/data/x.json',
  ])('%s is never kept', (path) => expect(kindOf(path)).toBe('other'));

  test.each(['', 'http://elsewhere/', '//elsewhere/', '/a\\b', '/%', '/%00', `/${'a'.repeat(5000)}`])(
    '%j is not ours',
    (url) => expect(readAddress(url)).toBeNull(),
  );
});

describe('the key of an address', () => {
  test.each([
    ['/en/projects?sector=housing&late=1', '/en/projects?late=1&sector=housing'],
    ['/en/projects?', '/en/projects'],
    ['/en?utm_source=mail&fbclid=1', '/en'],
    ['/en/projects?q=a%20b', '/en/projects?q=a+b'],
  ])('of %s is %s', (url, key) => expect(readAddress(url)?.key).toBe(key));

  test('keeps the order of values of one name', () => {
    expect(readAddress('/en?b=2&a=2&a=1')?.key).toBe('/en?a=2&a=1&b=2');
  });
});
