import { accessibilityFindings, expect, test } from './fixtures';

test('a name is found in any alphabet while one types, and chosen from the keyboard', async ({ page }) => {
  await page.goto('/en/returns');
  await page.getByRole('heading', { level: 1 }).focus();
  await page.keyboard.press('/');
  const box = page.getByRole('combobox', { name: 'Name of a place' });
  await expect(box).toBeFocused();
  await page.keyboard.type('Шуша');
  const first = page.getByRole('option').first();
  await expect(first).toContainText('Shusha');
  await expect(first).toContainText('Place');
  expect(await accessibilityFindings(page)).toEqual([]);

  await page.keyboard.press('ArrowDown');
  await expect(first).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('listbox')).toBeHidden();
  await box.fill('stepanakert');
  await expect(page.getByRole('option').first()).toContainText('found as Stepanakert');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/en\/places\/khankendi/);
});

test('the key that leads to the box can be switched off', async ({ page }) => {
  await page.goto('/en/search');
  await page.getByLabel('The key / leads to the search box').uncheck();
  await page.goto('/en/places');
  const box = page.getByRole('combobox', { name: 'Name of a place' });
  await expect(box).toBeVisible();
  await page.keyboard.press('/');
  await expect(box).not.toBeFocused();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the box leads to a page of results, which keeps the day', async ({ page }) => {
    await page.goto('/en/places?until=2023-12-31');
    await page.getByRole('combobox', { name: 'Name of a place' }).fill('Şuşa');
    await page.getByRole('button', { name: 'Search', exact: true }).click();
    await expect(page).toHaveURL(/\/en\/search\?.*until=2023-12-31/);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Search: Şuşa');
    const results = page.getByRole('main').getByRole('list').last().getByRole('link');
    await expect(results.first()).toHaveAttribute('href', /\/en\/places\/shusha.*until=2023-12-31/);
    await expect(page.locator('meta[name="robots"]')).toHaveAttribute('content', /noindex/);
  });

  test('what is in no name says so, with what to try', async ({ page }) => {
    await page.goto('/en/search?q=zzzzqqqq');
    await expect(page.getByText('Nothing is named “zzzzqqqq”')).toBeVisible();
    await expect(page.getByText('Try fewer letters')).toBeVisible();
  });
});
