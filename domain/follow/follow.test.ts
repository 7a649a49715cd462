import { expect, test } from 'vitest';
import { followedOn, followPath } from './follow';

test.each([
  [{}, '/en/feed.atom'],
  [{ project: 'a-bridge' }, '/en/projects/a-bridge/feed.atom'],
  [{ place: 'a-village' }, '/en/places/a-village/feed.atom'],
  [{ sector: 'housing' }, '/en/feed.atom?sector=housing'],
  [{ place: 'a-village', sector: 'housing' }, '/en/feed.atom?place=a-village&sector=housing'],
  [{ project: 'a-bridge', place: 'a-village' }, '/en/feed.atom?project=a-bridge&place=a-village'],
])('the feed of %j is at %s', (of, path) => {
  expect(followPath('en', 'feed.atom', of)).toBe(path);
});

test.each([
  ['/en', {}],
  ['/en/projects', {}],
  ['/en/projects/a-bridge', { project: 'a-bridge' }],
  ['/en/projects/a-bridge/history', { project: 'a-bridge' }],
  ['/en/places/a-village', { place: 'a-village' }],
  ['/en/heritage/a-mill', {}],
])('the page %s offers to follow %j', (pathname, of) => {
  expect(followedOn(pathname)).toEqual(of);
});
