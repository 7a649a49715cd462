import { parse } from 'csv-parse/sync';
import { expect, test } from './fixtures';

test.use({ javaScriptEnabled: false });

const rowsOf = (body: Buffer) => parse(body, { bom: true, columns: true }) as Record<string, string>[]; // with columns, rows are objects

test('the late list tells late from unknown, and its file has the same rows', async ({ page, request }) => {
  await page.goto('/en');
  await page.getByRole('link', { name: /^The late list/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Late, or not known to be');

  const counts = page.getByRole('table', { name: 'Open projects by how they stand to their promise' });
  const unknown = counts.getByRole('row', { name: /nothing said since/ });
  const found = Number(await unknown.getByRole('cell').nth(1).innerText());
  expect(found).toBeGreaterThan(0);
  await unknown.getByRole('link').click();
  await expect(page).toHaveURL(/lateness=passed_unreported/);

  const href = await page.locator('#list').getByRole('link', { name: /CSV/ }).first().getAttribute('href');
  const rows = rowsOf(await (await request.get(href ?? '')).body());
  expect(rows).toHaveLength(found);
  // Silence is not lateness: how long ago the promise passed is said, and not that they are late.
  expect(new Set(rows.map(({ late_by_days: late }) => late))).toEqual(new Set(['']));
  expect(
    rows.every(
      ({ passed_by_days: passed, last_report_on: last, promised_end_on_last: promised }) =>
        Number(passed) > 0 && (last ?? '') <= (promised ?? ''),
    ),
  ).toBe(true);
});

test('the late list is narrowed by sector and paged by forms and links', async ({ page }) => {
  await page.goto('/en/late');
  await page.getByRole('link', { name: 'Next' }).click();
  await expect(page).toHaveURL(/page=2/);
  await page.getByRole('combobox', { name: 'Sector', exact: true }).selectOption({ label: 'Cultural' });
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(page).toHaveURL(/sector=cultural/);
  const slippage = await page.locator('#slippage').getByRole('link', { name: /CSV/ }).first().getAttribute('href');
  expect(slippage).toContain('sector=cultural');
});

test('each open project has an expected finish in the file, or the reason why there is none', async ({ request }) => {
  const rows = rowsOf(await (await request.get('/data/late.csv')).body());
  expect(rows.length).toBeGreaterThan(20);
  for (const row of rows) {
    expect([row.slug, row.expected_end_on !== '', row.expected_refusal !== '']).toEqual([
      row.slug,
      row.expected_refusal === '',
      row.expected_end_on === '',
    ]);
    if (row.expected_end_on) expect(row.expected_method).toBe('earned_schedule');
  }
});

test('the page of an open project says what to expect and leads to the method and its error', async ({ page }) => {
  await page.goto('/en/projects/horadiz-aghband-railway');
  const expected = page.locator('#expected');
  await expect(expected).toContainText(/Expected to finish between|No expected finish is given\. \S/);
  await expected.getByRole('link', { name: 'The method and how far it errs' }).click();
  await expect(page).toHaveURL(/methodology#expected-finish/);
  await expect(page.getByRole('table', { name: /^Error of the expected finish on made-up projects/ })).toBeVisible();
});

test('a project that is done is not expected any more', async ({ page }) => {
  await page.goto('/en/projects/fuzuli-international-airport');
  await expect(page.locator('#expected')).toHaveCount(0);
});
