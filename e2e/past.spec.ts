import { expect, test } from './fixtures';
import { approveAsSeen, openFirstToReview, reportProgress } from './workspace';

const until = 'until=2023-12-31';

const pages = [
  '/en',
  '/en/projects?sector=housing&status=completed',
  '/en/projects/fuzuli-international-airport',
  '/en/places',
  '/en/places/aghdam',
  '/en/returns',
  '/en/heritage',
  '/en/budget',
  '/en/data',
  '/en/data/projects',
  '/en/methodology',
  '/en/changes',
] as const;

/** The archive of everything, and what describes it, are of the record as it is now, and the page says so. */
const ofNowAlone: readonly string[] = ['/data/cornerstone.zip', '/data/datapackage.json'];

const inPast = (path: string) => `${path}${path.includes('?') ? '&' : '?'}${until}`;

test.describe('in a past', () => {
  test.use({ javaScriptEnabled: false });

  for (const path of pages) {
    test(`every link and form of ${path} leads to the same past`, async ({ page }) => {
      const answer = await page.goto(inPast(path));
      expect(answer?.status()).toBe(200);
      await expect(page.getByText('What had happened by 31 December 2023, as far as is known now')).toBeVisible();

      // The control of the day and the row of years lead to other days, and back to today to today.
      const links = await page
        .locator('a[href^="/"]:not(header form a[aria-current], header form li a, nav[aria-label*="year by year"] a)')
        .evaluateAll((all) =>
          all.map((link) => [link.textContent?.trim() ?? '', link.getAttribute('href') ?? ''] as const),
        );
      const lost = links.filter(
        ([text, href]) =>
          !href.includes('until=2023-12-31') &&
          text !== 'Back to today' &&
          !href.includes('/sign-in') &&
          !ofNowAlone.includes(href),
      );
      expect(lost).toEqual([]);
      expect(links.length).toBeGreaterThan(12);

      for (const form of await page.locator('main form').all()) {
        await expect(form.locator('input[name="until"]')).toHaveValue('2023-12-31');
      }
    });
  }

  test('the way back to today keeps the filter', async ({ page }) => {
    await page.goto(inPast('/en/projects?sector=housing'));
    await page.getByRole('link', { name: 'Back to today' }).click();
    await expect(page).toHaveURL(/\/en\/projects\?sector=housing$/);
    await expect(page.getByText('This is a past.')).toHaveCount(0);
  });

  test('another day is chosen by a form, and the filter stays', async ({ page }) => {
    await page.goto('/en/projects?sector=housing');
    await page.getByText('Another day').click();
    await page.getByRole('group', { name: 'What had happened by' }).getByLabel('A day').fill('2022-12-31');
    await page.getByRole('button', { name: 'Go to this day' }).click();
    await expect(page).toHaveURL(/sector=housing/);
    await expect(page).toHaveURL(/until=2022-12-31/);
    await expect(page.getByText('What had happened by 31 December 2022')).toBeVisible();
  });

  test('the years are links, and the one shown is marked', async ({ page }) => {
    await page.goto('/en/returns');
    await page.getByRole('link', { name: 'By the end of 2022' }).click();
    await expect(page).toHaveURL(/until=2022-12-31/);
    await expect(page.getByRole('link', { name: 'By the end of 2022' })).toHaveAttribute('aria-current', 'true');
  });

  test('search engines are led to today', async ({ page }) => {
    await page.goto(inPast('/en/places'));
    await expect(page).toHaveTitle(/what had happened by 31 December 2023/);
    await expect(page.locator('meta[name="robots"]')).toHaveAttribute('content', /noindex/);
    await expect(page.locator('link[rel="canonical"]')).toHaveAttribute('href', /\/en\/places$/);
  });

  test('before the record began it says so', async ({ page }) => {
    await page.goto('/en/projects?asOf=2020-01-01');
    await expect(page.getByText(/The record begins on .*; before that day it said nothing/)).toBeVisible();
  });

  test('a day that is none is refused by name, with the way to today', async ({ page, request }) => {
    await page.goto('/en/places?until=2023-02-30');
    await expect(page.getByText('2023-02-30').first()).toBeVisible();
    const file = await request.get('/data/places.csv?asOf=2999-01-01');
    expect(file.status()).toBe(400);
    expect(await file.text()).toContain('asOf=2999-01-01');
  });

  test('two days to compare that are reversed are refused by name', async ({ page, request }) => {
    await page.goto('/en/changes?from=2026-02-01&to=2026-01-01');
    await expect(page.getByText('2026-02-01').first()).toBeVisible();
    const file = await request.get('/data/changes.csv?from=2026-02-01&to=2026-01-01');
    expect(file.status()).toBe(400);
    expect(await file.text()).toContain('from=2026-02-01');
  });
});

test('the years are played from the keyboard, and the whole page follows', async ({ page }) => {
  await page.goto('/en/places?until=2021-12-31');
  await page.getByRole('slider', { name: 'Year' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page).toHaveURL(/until=2022-12-31/);
  await expect(page.getByText('This is a past. What had happened by 31 December 2022')).toBeVisible();
  await expect(page.getByRole('slider', { name: 'Year' })).toBeFocused();
  await expect(page.getByRole('link', { name: 'Projects', exact: true }).first()).toHaveAttribute(
    'href',
    /until=2022-12-31/,
  );
});

test('what the record said yesterday stays the same to the byte when something is published today', async ({
  request,
  signInAs,
}) => {
  const yesterday = new Date(Date.now() - 2 * 86_400_000).toISOString().slice(0, 10);
  const past = ['/en', '/en/projects/aghdam-industrial-park', '/en/changes'].map((path) => `${path}?asOf=${yesterday}`);
  const files = ['projects', 'progress', 'revisions'].map((table) => `/data/${table}.csv?asOf=${yesterday}`);
  const read = async () => Promise.all([...past, ...files].map(async (path) => (await request.get(path)).body()));
  const before = await read();

  const editor = await signInAs('editor');
  await reportProgress(editor, 'aghdam-industrial-park', {
    referenceOn: '2026-07-31',
    percent: '43.25',
    source: 'Bulletin of July 2026',
  });
  const reviewer = await signInAs('reviewer');
  await openFirstToReview(reviewer, 'Aghdam Industrial Park');
  await approveAsSeen(reviewer);
  await expect(async () => {
    expect(await (await request.get('/data/progress.csv')).text()).toContain('43.25');
  }).toPass({ timeout: 30_000 });

  const after = await read();
  expect(after.map(asRead)).toEqual(before.map(asRead));
});

/**
 * Every byte that is read or downloaded. Beside it a page carries the framework's copy of itself in scripts, whose lines come in the
 * order in which its parts were ready.
 */
const asRead = (body: Buffer): string => body.toString('utf8').replaceAll(/<script\b[^>]*>[\s\S]*?<\/script>/g, '');
