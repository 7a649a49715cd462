import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from './fixtures';

const run = promisify(execFile);
let folder: string;

test.use({ javaScriptEnabled: false });
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cornerstone-copied-'));
});
test.afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('what the page of the API shows to copy answers, as it stands', async ({ page }) => {
  await page.goto('/en/data');
  await page.getByRole('main').getByRole('link', { name: /API/ }).click();
  const codeOf = (name: string) => page.getByRole('region', { name, exact: true }).innerText();
  const shell = async (name: string) => (await run('sh', ['-ec', await codeOf(name)], { cwd: folder })).stdout;

  expect(await shell('curl: two rows')).toMatch(/^\{"table":"projects",.*"total":\d+,"rows":\[\{"slug"/);
  expect(await shell('curl: a past day')).toContain('"until":"2024-12-31"');
  expect(await shell('curl: one record and its history')).toMatch(/"table":"places"[\s\S]*"table":"revisions"/);
  await shell('curl: only if it changed');
  const kept = JSON.parse(readFileSync(join(folder, 'projects.json'), 'utf8')) as { total: number };
  expect(kept.total).toBeGreaterThan(100);

  const pages = (await shell('Shell: every page')).trim().split('\n');
  const places = pages.map((line) => JSON.parse(line) as { total: number; rows: readonly unknown[] });
  expect(pages.length).toBeGreaterThan(1);
  expect(places.flatMap(({ rows }) => rows)).toHaveLength(places[0]?.total ?? 0);

  const python = await run('python3', ['-c', await codeOf('Python: every page')]).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null; // no Python on this machine
    throw error;
  });
  if (python) expect(python.stdout).toMatch(/^(\d+) of \1\n$/);
});

test('a page of another site reads the API, and sees what is left', async ({ page, baseURL }) => {
  await page.goto('/en/data/api');
  const answer = await page.request.get('/api/v1/projects?limit=1', {
    headers: { origin: 'https://elsewhere.example.org' },
  });
  expect(answer.headers()['access-control-allow-origin']).toBe('*');
  expect(answer.headers().ratelimit).toMatch(/^"lists";r=\d+;t=\d+$/);
  const refused = await page.request.get('/api/v1/projects?sector=castles');
  const { type } = (await refused.json()) as { type: string };
  expect(type).toBe(`${baseURL}/en/data/api#problem-unknown-value`);
  await page.goto(type);
  await expect(page.locator('#problem-unknown-value')).toBeInViewport();
});
