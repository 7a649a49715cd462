import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { accessibilityFindings, expect, signIn, test } from './fixtures';
import { approveAsSeen, openSubmission } from './workspace';

/** A text of a project that stands alone in its cell, so that one edit is one edit. */
const project = { slug: 'gozlukorpu-hpp', page: '/en/projects/gozlukorpu-hpp' } as const;

async function bring(page: Page, name: string, text: string): Promise<void> {
  await page.goto('/en/workspace/import');
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
  await page.getByRole('button', { name: 'Bring this file' }).click();
  await page.waitForURL(/\/import\/[0-9a-f-]+\/table/);
}

async function checkRows(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.waitForURL(/\/columns/);
  await page.getByRole('button', { name: 'Check the rows' }).click();
  await page.waitForURL(/\/rows/);
  await expect(page.getByRole('heading', { name: 'What this file would do' })).toBeVisible({ timeout: 60_000 });
}

const count = (page: Page, outcome: string) =>
  page
    .locator('dl > div')
    .filter({ has: page.getByText(outcome, { exact: true }) })
    .locator('dd');

async function propose(page: Page, reason: string): Promise<string> {
  await page.getByRole('link', { name: 'Go on to the proposal' }).click();
  await page.getByLabel('Why', { exact: true }).fill(reason);
  await page.getByLabel('Where the file comes from').fill('The ministry, by e-mail');
  await page.getByRole('button', { name: 'Submit for review' }).click();
  await page.waitForURL(/\/workspace\/submissions\//);
  return new URL(page.url()).pathname;
}

/** Of an exported table the header and the row of one record. */
function rowOf(csv: string, slug: string): { header: string; row: string } {
  const [header = '', ...rows] = csv.replace(/^\ufeff/, '').split('\r\n');
  return { header, row: rows.find((each) => each.startsWith(`${slug},`)) ?? '' };
}

test('an exported table comes back as no change; one edited cell is one change, published, and undone as a whole', async ({
  page,
  request,
  signInAs,
}) => {
  test.slow();
  const csv = await (await request.get('/data/projects.csv')).text();
  const editor = await signInAs('editor');
  await bring(editor, 'projects.csv', csv);
  expect(await accessibilityFindings(editor)).toEqual([]);
  await checkRows(editor);
  for (const outcome of ['new records', 'records that change', 'rows that fail'])
    await expect(count(editor, outcome)).toHaveText('0');
  await expect(editor.getByText('There is nothing to propose')).toBeVisible();
  await editor.getByRole('button', { name: 'Drop this file' }).click();
  await editor.waitForURL(/\/workspace\/import$/);

  const { header, row } = rowOf(csv, project.slug);
  const edited = row.replace('Gozlukorpu hydropower plant', 'Gozlukorpu hydropower plant (edited)');
  expect(edited).not.toBe(row);
  await bring(editor, 'edited.csv', csv.replace(row, edited));
  await checkRows(editor);
  await expect(count(editor, 'records that change')).toHaveText('1');
  await expect(count(editor, 'new records')).toHaveText('0');
  expect(await accessibilityFindings(editor)).toEqual([]);
  await editor
    .getByRole('link', { name: /^See row/ })
    .first()
    .click();
  await expect(editor.getByText('Gozlukorpu hydropower plant (edited)').first()).toBeVisible();
  expect(await accessibilityFindings(editor)).toEqual([]);
  await editor.goBack();
  // Progress and preview survive a reload: their address is all they need.
  await editor.reload();
  await expect(count(editor, 'records that change')).toHaveText('1');
  const address = await propose(editor, 'The title has changed');

  const reviewer = await signInAs('reviewer');
  await openSubmission(reviewer, address);
  await expect(reviewer.getByText('Gozlukorpu hydropower plant (edited)').first()).toBeVisible();
  await approveAsSeen(reviewer);
  await expect(reviewer.getByText('The public pages show it within a few seconds')).toBeVisible();
  await expect(async () => {
    await page.goto(project.page);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Gozlukorpu hydropower plant (edited)', {
      timeout: 1000,
    });
  }).toPass();

  await editor.goto(address);
  await editor.getByRole('link', { name: 'Undo this import' }).click();
  expect(await accessibilityFindings(editor)).toEqual([]);
  await editor.getByLabel('Why it is undone').fill('The title was right before');
  await editor.getByRole('button', { name: 'Propose to undo it' }).click();
  await editor.waitForURL((url) => /\/submissions\/[0-9a-f-]+$/.test(url.pathname) && url.pathname !== address);
  await openSubmission(reviewer, new URL(editor.url()).pathname);
  await approveAsSeen(reviewer);
  await expect(async () => {
    await page.goto(project.page);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Gozlukorpu hydropower plant', { timeout: 1000 });
  }).toPass();
  expect(header).toContain('slug');
});

test('rows that fail are downloaded with their reasons, mended, and brought again', async ({ request, signInAs }) => {
  const csv = await (await request.get('/data/organisations.csv')).text();
  const [header = '', ...rows] = csv
    .replace(/^\ufeff/, '')
    .split('\r\n')
    .filter(Boolean);
  const at = header.split(',').indexOf('website');
  const cells = header
    .split(',')
    .map((name) => (name === 'slug' ? 'a-new-office' : name === 'name' ? 'A new office' : ''));
  const wrong = cells.map((cell, index) => (index === at ? 'not an address' : cell)).join(',');
  const editor = await signInAs('editor');
  await bring(editor, 'offices.csv', [header, rows[0], wrong].join('\n'));
  await checkRows(editor);
  await expect(count(editor, 'rows that fail')).toHaveText('1');
  await expect(editor.getByText('not an address').first()).toBeVisible();
  const [download] = await Promise.all([
    editor.waitForEvent('download'),
    editor.getByRole('link', { name: 'Download the rows that fail, with the reasons' }).click(),
  ]);
  const failed = readFileSync(await download.path(), 'utf8');
  expect(failed).toContain('import_reasons');
  expect(failed).toContain('a-new-office');
  expect(failed).not.toContain(rows[0]?.split(',')[0]);

  await bring(editor, 'mended.csv', failed.replace('not an address', 'https://example.org/office'));
  await checkRows(editor);
  await expect(count(editor, 'rows that fail')).toHaveText('0');
  await expect(count(editor, 'new records')).toHaveText('1');
});

test('a file that is no table is refused in a sentence, and nothing of it stays', async ({ signInAs }) => {
  const editor = await signInAs('editor');
  await editor.goto('/en/workspace/import');
  await editor
    .locator('input[type=file]')
    .setInputFiles({ name: 'report.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n') });
  await editor.getByRole('button', { name: 'Bring this file' }).click();
  await expect(editor.getByText('This is not a table')).toBeVisible();
  await expect(editor).toHaveURL(/\/workspace\/import$/);
});

test('every step works without JavaScript, with pasted cells, and by keyboard', async ({
  browser,
  baseURL,
  request,
}) => {
  test.slow();
  const csv = await (await request.get('/data/organisations.csv')).text();
  const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL ? { baseURL } : {}) });
  const page = await context.newPage();
  await signIn(page, 'colleague');
  await page.goto('/en/workspace');
  await page.getByRole('link', { name: 'Import', exact: true }).click();
  await page.getByLabel('Or paste cells').fill(csv.replace(/^\ufeff/, ''));
  await page.getByRole('button', { name: 'Bring this file' }).press('Enter');
  await page.waitForURL(/\/table/);
  await page.getByRole('combobox', { name: 'Which table is it?' }).selectOption('organisations');
  await page.getByRole('button', { name: 'Go on' }).press('Enter');
  await page.waitForURL(/\/columns/);
  await page.getByRole('button', { name: 'Check the rows' }).press('Enter');
  await page.waitForURL(/\/rows/);
  await expect(async () => {
    await page.reload();
    await expect(count(page, 'rows that change nothing')).not.toHaveText('0', { timeout: 1000 });
  }).toPass();
  await expect(count(page, 'records that change')).toHaveText('0');
  await page.getByRole('button', { name: 'Drop this file' }).press('Enter');
  await page.waitForURL(/\/workspace\/import$/);
  await context.close();
});
