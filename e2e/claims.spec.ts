import { parse } from 'csv-parse/sync';
import { expect, test } from './fixtures';
import { openSubmission, tickChecklist } from './workspace';

const rowsOf = (body: Buffer) => parse(body, { bom: true, columns: true }) as Record<string, string>[]; // with columns, rows are objects

const disagreement = 'returned-by-the-end-of-2025';
const place = 'karabakh-and-east-zangezur';
const reason = 'It counts person by person, and names its day.';
const totalOf = (rows: readonly Record<string, string>[]) =>
  rows.find((row) => row.place_slug === place && row.kind === 'return' && row.counted === 'persons');

test('a reviewer’s preference, with its reason, decides what a total uses; the other claim and the range stay beside it', async ({
  page,
  request,
  signInAs,
}) => {
  await page.goto('/en/returns');
  const before = page.locator('#return');
  await expect(before.getByText('from 24,729 to 26,000').first()).toBeVisible();
  await before.getByText('from 24,729 to 26,000').first().click();
  await expect(before.getByText('no reviewer has preferred a claim').first()).toBeVisible();

  const editor = await signInAs('editor');
  await editor.goto(`/en/workspace/records/disagreement/${disagreement}`);
  await editor.getByRole('combobox', { name: 'Preferred' }).first().selectOption({ label: 'Yes' });
  await editor.getByLabel('Reason', { exact: true }).fill('One of the claims is preferred');
  await editor.getByRole('button', { name: 'Submit for review' }).click();
  await expect(editor.getByRole('alert').filter({ hasText: 'There is a problem' })).toContainText('Say why');
  await editor.getByLabel('Reason for the preference').fill(reason);
  await editor.getByRole('button', { name: 'Submit for review' }).click();
  await editor.waitForURL(/\/workspace\/submissions\//);

  const reviewer = await signInAs('reviewer');
  await openSubmission(reviewer, new URL(editor.url()).pathname);
  await expect(reviewer.getByText(reason).first()).toBeVisible();
  await tickChecklist(reviewer);
  await reviewer.getByRole('button', { name: 'Approve and publish' }).click();
  await expect(reviewer.getByText('Published').first()).toBeVisible();

  const whole = page.locator('#return');
  await expect(async () => {
    await page.goto('/en/returns');
    await whole.getByText('from 24,729 to 26,000').first().click();
    await expect(whole.getByText('Shown because a reviewer preferred it.').first()).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 30_000 });
  await expect(whole.getByText(`The reason: ${reason}`).first()).toBeVisible();
  await expect(whole.getByText('24,729').filter({ visible: true }).first()).toBeVisible();
  await expect(whole.getByText(/26,000.*says State Statistics Committee/).first()).toBeVisible();
  expect(totalOf(rowsOf(await (await request.get('/data/totals.csv')).body()))).toMatchObject({
    total: '24729',
    claims_used: 'preferred',
    lowest: '24729',
    highest: '26000',
    claims: '2',
  });

  await page.getByRole('link', { name: 'What the sources say, side by side' }).first().click();
  const sheet = page.locator(`#${disagreement}`);
  await expect(sheet).toContainText(`Preferred by a reviewer`);
  await expect(sheet).toContainText(reason);
  await expect(sheet).toContainText('State Statistics Committee of Azerbaijan');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('totals are recomputed with the lowest and the highest claim, say so, and equal their file', async ({
    page,
    request,
  }) => {
    const shown: string[] = [];
    for (const use of ['lowest', 'highest'] as const) {
      await page.goto('/en/returns');
      await page
        .getByRole('navigation', { name: 'Which claims totals use' })
        .getByRole('link', { name: new RegExp(use, 'i') })
        .click();
      await expect(page).toHaveURL(new RegExp(`claims=${use}`));
      await expect(page.getByText(`Totals use the ${use} claim.`)).toBeVisible();
      const href = await page.getByRole('link', { name: /CSV/ }).first().getAttribute('href');
      expect(href).toContain(`totals.csv?claims=${use}`);
      const total = totalOf(rowsOf(await (await request.get(href ?? '')).body()));
      expect(total?.claims_used).toBe(use);
      expect(total?.total).toBe(total?.[use]);
      const text = Number(total?.total).toLocaleString('en');
      await expect(page.locator('#return').getByText(text).filter({ visible: true }).first()).toBeVisible();
      shown.push(text);
    }
    expect(shown[0]).not.toBe(shown[1]);
  });

  test('the overview and a place recompute theirs too, and a use that there is not is refused by name', async ({
    page,
    request,
  }) => {
    for (const path of ['/en', `/en/places/${place}`]) {
      await page.goto(`${path}?claims=highest`);
      await expect(page.getByText('Totals use the highest claim.')).toBeVisible();
    }
    await page.goto('/en/returns?claims=average');
    await expect(page.getByText(/“?average”?/).first()).toBeVisible();
    await expect(page.getByText(/preferred, lowest, highest/)).toBeVisible();
    expect((await request.get('/data/totals.csv?claims=average')).status()).toBe(400);
  });

  test('who left in two years are two totals, and a disputed record leads to what each side says', async ({ page }) => {
    await page.goto('/en/returns');
    const left = page.locator('#departure');
    await expect(left.getByRole('heading', { name: 'The movement of 2020' })).toBeVisible();
    await expect(left.getByRole('heading', { name: 'The movement of 2023' })).toBeVisible();

    await page.goto('/en/heritage/ghazanchetsots-cathedral');
    const sheet = page.locator('#disagreements');
    await expect(sheet).toContainText('restoration of the original look');
    await expect(sheet).toContainText('Monument Watch');
  });
});
