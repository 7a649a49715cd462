import { parse } from 'csv-parse/sync';
import { expect, test } from './fixtures';

test.use({ javaScriptEnabled: false });

test('projects are filtered, sorted and paged by forms and links, and the file has the same rows', async ({
  page,
  request,
}) => {
  await page.goto('/en/projects');
  await page.getByRole('combobox', { name: 'Sector', exact: true }).selectOption({ label: 'Housing' });
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(page).toHaveURL(/sector=housing/);
  const line = await page
    .getByText(/^\d+ of \d+ projects/)
    .first()
    .innerText();
  const [, found] = /^(\d+) of/.exec(line) ?? [];

  await page
    .locator('thead')
    .getByRole('link', { name: /Project/ })
    .first()
    .click();
  await expect(page).toHaveURL(/sector=housing/);
  await page.getByRole('link', { name: 'Next' }).click();
  await expect(page).toHaveURL(/page=2/);

  const href = await page.getByRole('link', { name: 'CSV' }).first().getAttribute('href');
  const file = await request.get(href ?? '');
  const rows = parse(await file.body(), { bom: true, columns: true }) as Record<string, string>[];
  expect(rows).toHaveLength(Number(found));
  expect(new Set(rows.map(({ sector }) => sector))).toEqual(new Set(['housing']));
});

test('each chart has a picture and a table with its numbers', async ({ page }) => {
  await page.goto('/en');
  const charts = page.locator('figure').filter({ has: page.locator('svg') });
  expect(await charts.count()).toBeGreaterThanOrEqual(3);
  for (const chart of await charts.all()) await expect(chart.locator('table')).toHaveCount(1);
});

test('a place is found by a name in another language', async ({ page }) => {
  await page.goto('/en/places?q=Шуша');
  await expect(page.getByRole('link', { name: 'Shusha', exact: false }).first()).toBeVisible();
});
