import { expect, test } from './fixtures';

const most = 600;

test('every link of every public page leads somewhere', async ({ request }) => {
  test.setTimeout(300_000);
  const seen = new Set<string>(['/en']);
  const waiting = ['/en'];
  const dead: string[] = [];
  for (let path = waiting.shift(); path !== undefined && seen.size < most; path = waiting.shift()) {
    // A file is as alive as its head says, and is made for whoever wants it.
    const answer = await request[path.startsWith('/data/') ? 'head' : 'get'](path, { maxRedirects: 0 });
    if (answer.status() !== 200) dead.push(`${path}: ${answer.status()}`);
    const isPage = answer.headers()['content-type']?.startsWith('text/html') ?? false;
    if (!isPage) continue;
    for (const [, address = ''] of (await answer.text()).matchAll(/<a [^>]*href="(\/[^"#]*)/g)) {
      const next = address.replaceAll('&amp;', '&');
      // Signing in is a page of its own; of the many orders and filters of one list a few stand for all.
      if (seen.has(next) || next.startsWith('/en/workspace') || listsSeen(next, seen) > 12) continue;
      seen.add(next);
      waiting.push(next);
    }
  }
  expect(dead).toEqual([]);
  expect(seen.size).toBeGreaterThan(100);
});

function listsSeen(address: string, seen: ReadonlySet<string>): number {
  const [path, query] = address.split('?');
  return query === undefined ? 0 : [...seen].filter((each) => each.startsWith(`${path}?`)).length;
}

test.describe('what does not exist is a real 404, readable without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  for (const path of [
    '/en/nope',
    '/en/projects/nope',
    '/en/places/nope',
    '/en/heritage/nope',
    '/en/data/nope',
    '/xx',
  ]) {
    test(path, async ({ page }) => {
      const answer = await page.goto(path);
      expect(answer?.status()).toBe(404);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(page.getByRole('link').first()).toBeVisible();
    });
  }
});

test('a filter value that does not exist is named, with the way back', async ({ page, request }) => {
  await page.goto('/en/projects?status=finished');
  await expect(page.getByText('finished').first()).toBeVisible();
  const file = await request.get('/data/projects.csv?status=finished');
  expect(file.status()).toBe(400);
  expect(await file.text()).toContain('finished');
});
