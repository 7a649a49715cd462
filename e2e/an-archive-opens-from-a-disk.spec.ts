import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';
import { cleanEnvironment } from '../tools/service';
import { accessibilityFindings, expect, test } from './fixtures';
import { dataDirectory, port } from './service';

const project = fileURLToPath(new URL('..', import.meta.url));
let work = '';
let folder = '';
const at = (path: string) => pathToFileURL(join(folder, path)).href;

// One archive for all, written while the service runs.
test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  test.setTimeout(900_000);
  work = mkdtempSync(join(tmpdir(), 'cornerstone-archive-journey-'));
  folder = join(work, 'archive');
  await promisify(execFile)(process.execPath, ['bin/cornerstone', 'archive', folder], {
    cwd: project,
    maxBuffer: 16 * 1024 * 1024,
    env: cleanEnvironment({
      PORT: String(port),
      CORNERSTONE_DATA_DIR: dataDirectory,
      CORNERSTONE_BUILD_DIR: process.env.CORNERSTONE_BUILD_DIR,
      CORNERSTONE_OPERATOR_NAME: 'An office that ends',
    }),
  });
});

test.afterAll(() => rmSync(work, { recursive: true, force: true }));

const files = () =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));

/** Everything a file names, as it is written in it. */
function namedIn(path: string, text: string): readonly string[] {
  if (path.endsWith('.css')) return [...text.matchAll(/url\(["']?([^"')]+)/g)].map(([, named = '']) => named);
  const attributes = [...text.matchAll(/\s(?:href|src|poster)="([^"]*)"/g)].map(([, named = '']) => named);
  const sets = [...text.matchAll(/\ssrc[sS]et="([^"]*)"/g)].flatMap(([, set = '']) =>
    set.split(',').map((each) => each.trim().split(' ')[0] ?? ''),
  );
  return [...attributes, ...sets];
}

test('every link in every file leads to a file', () => {
  const dead = new Set<string>();
  const all = files();
  let links = 0;
  for (const path of all.filter((each) => /\.(?:html|css)$/.test(each))) {
    for (const named of namedIn(path, readFileSync(join(folder, path), 'utf8'))) {
      if (/^(?:https?:|mailto:|data:|#)/.test(named) || named === '') continue;
      links += 1;
      const [file = ''] = named.replaceAll('&amp;', '&').split('#');
      const target = resolve(folder, dirname(path), decodeURIComponent(file));
      if (!target.startsWith(folder) || !existsSync(target)) dead.add(`${path}: ${named}`);
    }
  }
  expect([...dead]).toEqual([]);
  expect(links).toBeGreaterThan(10_000);
  expect(all.filter((path) => path.endsWith('.html')).length).toBeGreaterThan(1000);
});

test('no page needs a server or a script', () => {
  const pages = files().filter((path) => path.endsWith('.html') && !/search(?:~|\.html)/.test(path));
  const wrong = pages.filter((path) =>
    /<(?:script|form)[\s>]|\/en\/sign-in/.test(readFileSync(join(folder, path), 'utf8')),
  );
  expect(wrong).toEqual([]);
});

test('its manifest names every file with its size, and its sums are those of the files', async () => {
  const { files: listed } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as {
    files: { path: string }[];
  };
  const others = ['manifest.json', 'SHA256SUMS'];
  expect([...listed.map(({ path }) => path), ...others].sort()).toEqual(files().sort());
  await promisify(execFile)('sha256sum', ['--check', '--quiet', '--strict', 'SHA256SUMS'], { cwd: folder });
});

/** What a page does that it may not do in an archive. */
function watched(page: Page): readonly string[] {
  const found: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith('file://')) found.push(`asks for ${request.url()}`);
  });
  page.on('requestfailed', (request) => found.push(`does not get ${request.url()}`));
  page.on('console', (message) => {
    if (message.type() === 'error') found.push(message.text());
  });
  page.on('pageerror', (error) => found.push(error.message));
  return found;
}

test('it is read from a disk: front page, project, place, search and file', async ({ page }) => {
  const found = watched(page);
  await page.goto(at('index.html'));
  await expect(page.getByText('An office that ends')).toBeVisible();
  await page.getByRole('link', { name: 'Read the record' }).click();
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Projects' }).click();
  await expect(page.getByRole('main').getByText('Choosing needs a running service').first()).toBeVisible();
  await page.getByRole('link', { name: 'Page 2', exact: true }).click();
  await page.locator('main table a[href^="projects/"]').first().click();
  await expect(page).toHaveURL(/\/en\/projects\/[a-z0-9-]+\.html$/);
  await page.locator('main a[href*="places/"]').first().click();
  await expect(page).toHaveURL(/\/en\/places\/[a-z0-9-]+\.html$/);

  await page
    .getByRole('complementary', { name: 'About this copy' })
    .getByRole('link', { name: 'Search by name' })
    .click();
  await page.getByRole('searchbox').fill('fuzuli airport');
  await page.getByRole('link', { name: 'Fuzuli International Airport' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Fuzuli International Airport');

  await page.goto(at('en/projects.html'));
  const csv = await page.getByRole('link', { name: /CSV/ }).first().getAttribute('href');
  expect(readFileSync(join(folder, 'en', csv ?? ''), 'utf8')).toContain('fuzuli-international-airport');
  expect(found).toEqual([]);
});

test('its words are found in other spellings, and what has none says so', async ({ page }) => {
  await page.goto(at('en/search.html'));
  const field = page.getByRole('searchbox');
  await field.fill('ŞUŞA');
  const first = page.locator('#archive-found li').first();
  await expect(first).toBeVisible();
  await field.fill('nothing is called this');
  await expect(page.getByText('Nothing here has this name.')).toBeVisible();
  await expect(first).toHaveCount(0);
});

test('its own pages can be read by anyone, on a narrow screen too', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  for (const path of ['index.html', 'en/search.html', 'en/index.html', 'en/projects.html']) {
    await page.goto(at(path));
    expect(await accessibilityFindings(page)).toEqual([]);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
  }
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('names are found in the list', async ({ page }) => {
    const found = watched(page);
    await page.goto(at('index.html'));
    await page.getByRole('link', { name: 'Search by name' }).click();
    await expect(page.getByRole('searchbox')).toBeHidden();
    await page.getByRole('link', { name: 'Fuzuli International Airport' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Fuzuli International Airport');
    expect(found).toEqual([]);
  });
});
