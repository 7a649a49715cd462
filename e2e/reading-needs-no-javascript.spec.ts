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

test.describe('the map', () => {
  test.use({ javaScriptEnabled: false });

  test('shades each district by its projects, as the table beside it counts them, and leads to them', async ({
    page,
  }) => {
    await page.goto('/en');
    const section = page.locator('#districts');
    const row = section.getByRole('row', { name: /Lachin District/ });
    const count = (await row.getByRole('cell').last().innerText()).trim();
    const shape = section.locator('svg a').filter({ hasText: 'Lachin District' });
    await expect(shape.locator('title')).toHaveText(`Lachin District: ${count}`);
    await expect(shape).toHaveAttribute('href', '/en/projects?place=lachin-district');
    await expect(section.getByText('Borders are shown for orientation only')).toBeVisible();
  });

  test('shows where a village lies, and says so in words', async ({ page }) => {
    await page.goto('/en/places/aghali');
    await expect(page.getByRole('img', { name: 'Map: Aghali, Zangilan District' })).toBeVisible();
  });
});
