import { describe, expect, test } from 'vitest';
import { archivedAddress, linkBetween } from './archived-address';

describe('in an archive', () => {
  test.each([
    ['/', 'index.html'],
    ['/en', 'en/index.html'],
    ['/en/search', 'en/search.html'],
    ['/en/projects', 'en/projects.html'],
    ['/en/projects/a-bridge#dates', 'en/projects/a-bridge.html'],
    ['/en/projects/a-bridge/history', 'en/projects/a-bridge/history.html'],
    ['/en/projects?page=2', 'en/projects~page=2.html'],
    ['/en/projects?sector=housing', 'en/projects~sector=housing.html'],
    ['/en/projects?sector=housing&page=2', 'en/projects~page=2~sector=housing.html'],
    ['/en/projects?page=2&sector=housing', 'en/projects~page=2~sector=housing.html'],
    ['/data/projects.csv', 'data/projects.csv'],
    ['/feed.atom', 'feed.atom'],
    ['/en/projects/a-bridge/feed.atom', 'en/projects/a-bridge/feed.atom'],
    ['/api/v1/openapi.json', 'api/v1/openapi.json'],
    ['/evidence/ab12/large.jpg', 'evidence/ab12/large.jpg'],
    ['/_next/static/chunks/a.css', 'assets/chunks/a.css'],
    ['/icon.svg?icon.2s53.svg', 'icon.svg'],
  ])('%s is %s', (address, path) => {
    expect(archivedAddress(address)).toMatchObject({ path });
  });

  test('a file of filtered rows is the whole file', () => {
    expect(archivedAddress('/en/feed.atom?sector=housing')).toEqual({ kind: 'whole-file', path: 'en/feed.atom' });
    expect(archivedAddress('/data/projects.csv?place=aghdam')).toEqual({
      kind: 'whole-file',
      path: 'data/projects.csv',
    });
  });

  test.each([
    ['/en/sign-in', 'service'],
    ['/en/workspace/review', 'service'],
    ['/api/v1/projects', 'service'],
    ['/en?asOf=2025-11-28', 'other-day'],
    ['/data/projects.csv?until=2025-11-28', 'other-day'],
    ['/en/history/project/a-bridge/compare?from=1&to=2', 'comparison'],
    ['/en/projects?sector=housing&place=aghdam', 'filter'],
    ['/en/projects?sort=slipped', 'filter'],
    ['/en/projects?q=a%20bridge', 'filter'],
    ['/en/projects?place=../../etc', 'filter'],
    ['/en/../../etc/passwd', 'filter'],
  ])('%s is left out: %s', (address, because) => {
    expect(archivedAddress(address)).toEqual({ kind: 'left-out', because });
  });
});

test.each([
  ['index.html', 'en/index.html', 'en/index.html'],
  ['en/index.html', 'index.html', '../index.html'],
  ['en/projects/a.html', 'en/projects~page=2.html', '../projects~page=2.html'],
  ['en/projects/a/history.html', 'assets/chunks/a.css', '../../../assets/chunks/a.css'],
  ['en/places/a.html', 'en/places/b.html', 'b.html'],
])('from %s to %s one goes by %s', (from, to, link) => {
  expect(linkBetween(from, to)).toBe(link);
});
