import { randomBytes } from 'node:crypto';
import type { Locator, Page } from '@playwright/test';
import sharp from 'sharp';
import { aDocument, aPhoto } from '@/test/evidence-files';
import { expect, signIn, test } from './fixtures';
import { approveAsSeen, openSubmission } from './workspace';

const project = { title: 'Aghdam Industrial Park', page: '/en/projects/aghdam-industrial-park' } as const;
const source = 'Photos of the park, 2021 and 2026';

/** On a record that is kept between runs the same photo would be public already. */
const aColour = () => `#${randomBytes(3).toString('hex')}`;

const row = (page: Page, number: number) => page.getByRole('group', { name: `Evidence, row ${number}` });

async function chooseFile(page: Page, number: number, name: string, mimeType: string, buffer: Buffer): Promise<void> {
  await page.getByRole('button', { name: 'Add to Evidence' }).click();
  await row(page, number).locator('input[type=file]').setInputFiles({ name, mimeType, buffer });
}

async function chooseProject(within: Locator, title: string): Promise<void> {
  await within.getByRole('combobox', { name: 'Project', exact: false }).fill(title);
  await within.page().getByRole('option', { name: title }).first().click();
}

test('a photo and a document travel from an editor’s form to the public page, and lose what they told on the way', async ({
  page,
  request,
  browser,
  baseURL,
  signInAs,
}) => {
  test.slow();
  const [before, after] = [await aPhoto({ colour: aColour() }), await aPhoto({ colour: aColour(), format: 'png' })];
  expect((await sharp(before).metadata()).exif?.toString('latin1')).toContain('SecretCamera');

  const editor = await signInAs('editor');
  await editor.goto('/en/workspace/records/source/new');
  await editor.getByLabel('Publisher').fill('State Committee');
  await editor.getByLabel('Title', { exact: true }).fill(source);
  await editor.getByLabel('Title is').selectOption({ label: 'Headline' });

  await chooseFile(editor, 1, 'web-page.png', 'image/png', Buffer.from('<!doctype html><script>alert(1)</script>'));
  await expect(row(editor, 1).getByText('This is neither a photo nor a PDF, whatever its name says')).toBeVisible();
  await row(editor, 1)
    .locator('input[type=file]')
    .setInputFiles({ name: 'before.jpg', mimeType: 'image/jpeg', buffer: before });
  await expect(row(editor, 1).getByAltText('The photo that is kept')).toBeVisible({ timeout: 30_000 });
  await chooseFile(editor, 2, 'after.png', 'image/png', after);
  await expect(row(editor, 2).getByAltText('The photo that is kept')).toBeVisible({ timeout: 30_000 });
  await chooseFile(editor, 3, 'report.pdf', 'application/pdf', await aDocument());
  await expect(row(editor, 3).getByText('Open the document that is kept')).toBeVisible({ timeout: 30_000 });

  for (const [number, caption, side] of [
    [1, 'The field before the works', 'Before'],
    [2, 'The halls along the road', 'After'],
    [3, 'The report of the works', null],
  ] as const) {
    await row(editor, number).getByLabel('What it shows').fill(caption);
    await chooseProject(row(editor, number), project.title);
    if (!side) continue;
    await row(editor, number).getByLabel('Pair', { exact: false }).fill('park');
    await row(editor, number).getByLabel('Before or after').selectOption({ label: side });
  }
  await editor.getByRole('button', { name: 'Submit for review' }).click();
  await editor.waitForURL(/\/workspace\/submissions\//);
  const address = new URL(editor.url()).pathname;

  const reviewer = await signInAs('reviewer');
  await openSubmission(reviewer, address);
  const seen = reviewer.getByAltText('The field before the works');
  await expect(seen).toBeVisible();
  const hash = /evidence\/([0-9a-f]{64})/.exec((await seen.getAttribute('src')) ?? '')?.[1] ?? '';
  expect((await request.get(`/evidence/${hash}/large.jpg`)).status()).toBe(404);
  expect((await request.get(`/api/workspace/evidence/${hash}/large.jpg`)).status()).toBe(404);
  const pdf = await reviewer.getByRole('link', { name: /Open the document/ }).getAttribute('href');
  await approveAsSeen(reviewer);
  await expect(reviewer.getByText('Published').first()).toBeVisible();

  const figure = (of: Page) => of.locator('figure').filter({ has: of.locator(`img[src*="${hash}"]`) });
  await expect(async () => {
    await page.goto(project.page);
    await expect(figure(page)).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 30_000 });
  const slider = figure(page).getByRole('slider', { name: /earlier photo/ });
  await slider.focus();
  await page.keyboard.press('End');
  await expect(slider).toHaveAttribute('aria-valuetext', /100 %/);
  await page.keyboard.press('ArrowLeft');
  await expect(slider).toHaveAttribute('aria-valuetext', /99 %/);

  const withoutScript = await browser.newContext({ javaScriptEnabled: false, ...(baseURL ? { baseURL } : {}) });
  const plain = await withoutScript.newPage();
  await plain.goto(project.page);
  await expect(figure(plain).getByAltText('The field before the works')).toBeVisible();
  await expect(figure(plain).getByAltText('The halls along the road')).toBeVisible();
  await expect(plain.getByRole('link', { name: 'The report of the works', exact: true }).first()).toBeVisible();
  await withoutScript.close();

  for (const variant of ['large.jpg', 'small.jpg']) {
    const served = await request.get(`/evidence/${hash}/${variant}`);
    expect(served.headers()).toMatchObject({
      'content-type': 'image/jpeg',
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining('sandbox'),
      'cache-control': expect.stringContaining('immutable'),
    });
    const { exif, xmp, iptc } = await sharp(await served.body()).metadata();
    expect([exif, xmp, iptc]).toEqual([undefined, undefined, undefined]);
    expect((await served.body()).toString('latin1')).not.toMatch(/Exif|GPS|Secret/);
  }
  const document = await request.get((pdf ?? '').replace('/api/workspace', ''));
  expect(document.headers()['content-disposition']).toMatch(/^attachment/);
  expect((await document.body()).toString('latin1')).not.toMatch(/JavaScript|Launch|EmbeddedFile|Secret/);
});

test('a photo is added to a source without JavaScript, and a refusal loses nothing that was typed', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL ? { baseURL } : {}) });
  const page = await context.newPage();
  await signIn(page, 'editor');
  await page.goto('/en/workspace/evidence/44-aghdam-209');
  await page.getByLabel('What it shows').fill('The new school from the south');
  await page
    .getByLabel('Photo or document')
    .setInputFiles({ name: 'x.png', mimeType: 'image/png', buffer: Buffer.from('<html></html>') });
  await page.getByRole('button', { name: 'Keep in the draft' }).click();
  await expect(page.getByText('This is neither a photo nor a PDF, whatever its name says').first()).toBeVisible();
  await expect(page.getByLabel('What it shows')).toHaveValue('The new school from the south');

  await page
    .getByLabel('Photo or document')
    .setInputFiles({ name: 'x.jpg', mimeType: 'image/jpeg', buffer: await aPhoto({ width: 640, height: 480 }) });
  await page.getByRole('button', { name: 'Keep in the draft' }).click();
  await expect(page.getByText('Say why. The reason is published with the change.').first()).toBeVisible({
    timeout: 30_000,
  });
  await page.getByLabel('Reason').fill('A photo of the school was published');
  await page.getByRole('button', { name: 'Keep in the draft' }).click();
  await page.waitForURL(/\/workspace\/submissions\//);
  await expect(page.getByText('The new school from the south').first()).toBeVisible();
  await context.close();
});

test('the quality of the data can be read and downloaded without JavaScript', async ({ browser, baseURL, request }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL ? { baseURL } : {}) });
  const page = await context.newPage();
  await page.goto('/en/data/quality');
  await expect(page.getByRole('heading', { name: 'Open contradictions' })).toBeVisible();
  const href = await page.locator('#contradictions').getByRole('link', { name: 'CSV' }).getAttribute('href');
  expect(await (await request.get(href ?? '')).text()).toContain('contradiction');
  await context.close();
});
