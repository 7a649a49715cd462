import type { Page } from '@playwright/test';
import { accessibilityFindings, expect, test } from './fixtures';
import { approveAsSeen, openSubmission } from './workspace';

const slug = 'horadiz-aghband-railway';
const project = { history: `/en/projects/${slug}/history`, form: `/en/workspace/records/project/${slug}` } as const;
const compare = `/en/history/project/${slug}/compare`;

const descriptionOf = (page: Page) => page.getByLabel('Description').first();

test('a published text is changed with a reason, compared, and its earlier version published again; every version stays', async ({
  page,
  signInAs,
}) => {
  const editor = await signInAs('editor');
  const reviewer = await signInAs('reviewer');
  await editor.goto(project.form);
  const first = await descriptionOf(editor).inputValue();

  await descriptionOf(editor).fill(`${first} Checked again.`);
  await editor.getByRole('button', { name: 'Submit for review' }).click();
  await expect(editor.getByText('Say why. The reason is published with the change.').first()).toBeVisible();
  await editor.getByLabel('Reason', { exact: true }).fill('The source says more');
  await submitAndApprove(editor, reviewer);

  await untilItShows(page, project.history, 'The source says more');
  await page.getByRole('link', { name: 'Compare version 2 with the one before' }).first().click();
  await expect(page).toHaveURL(/from=1&to=2/);
  await expect(page.getByText(`${first} Checked again.`).first()).toBeVisible();

  await editor.goto(`${project.form}?version=1`);
  await expect(editor.getByText('The form holds version 1')).toBeVisible();
  await expect(descriptionOf(editor)).toHaveValue(first);
  await editor.getByLabel('Reason', { exact: true }).fill('The first version was right');
  await submitAndApprove(editor, reviewer);

  await untilItShows(page, project.history, 'The first version was right');
  await page.goto(`${compare}?from=1&to=3`);
  await expect(page.getByText('Versions 1 and 3 say the same in every field.')).toBeVisible();
  await page.goto(`/en/history/project/${slug}`);
  await expect(page.getByRole('heading', { level: 2 })).toHaveCount(3);
  await expect(page.getByText('The source says more')).toBeVisible();
});

test('a person is named beside what they approve only while they agree', async ({ page, signInAs }) => {
  const editor = await signInAs('editor');
  const reviewer = await signInAs('reviewer');
  await editor.goto('/en/workspace/account');
  const name = await editor.locator('dd').first().innerText();
  await editor.getByRole('button', { name: 'Name me in public' }).click();
  await expect(editor.getByText(`You are named in public as ${name}`)).toBeVisible();

  await editor.goto('/en/workspace/records/project/fuzuli-international-airport');
  await descriptionOf(editor).fill(`${await descriptionOf(editor).inputValue()} Checked again.`);
  await editor.getByLabel('Reason', { exact: true }).fill('With a name');
  await submitAndApprove(editor, reviewer);
  await untilItShows(page, '/en/projects/fuzuli-international-airport/history', `Submitted by ${name}, an editor`);

  await editor.goto('/en/workspace/account');
  await editor.getByRole('button', { name: 'Do not name me any more' }).click();
  await expect(editor.getByText('You are not named in public.')).toBeVisible();
  await expect(async () => {
    await page.goto('/en/projects/fuzuli-international-airport/history');
    await expect(page.getByText('With a name')).toBeVisible({ timeout: 2_000 });
    await expect(page.getByText('Submitted by an editor').first()).toBeVisible({ timeout: 2_000 });
    await expect(page.getByText(`by ${name},`)).toHaveCount(0, { timeout: 2_000 });
  }).toPass({ timeout: 30_000 });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('two versions are chosen and compared, and a number that is none is refused by name', async ({ page }) => {
    await page.goto(compare);
    await page.getByLabel('Compare version').selectOption({ index: 0 });
    await page.getByRole('button', { name: 'Show' }).click();
    await expect(page).toHaveURL(/from=\d+&to=\d+/);
    await page.goto(`${compare}?from=1&to=99`);
    await expect(page.getByText('99').first()).toBeVisible();
    await expect(page.getByRole('link', { name: 'The whole history' })).toBeVisible();
  });

  for (const path of [
    project.history,
    '/en/places/aghdam/history',
    '/en/returns/history',
    `/en/history/project/${slug}`,
  ]) {
    test(`the history at ${path} says what, when, why and who`, async ({ page }) => {
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 2, name: /first published/ }).first()).toBeVisible();
      await expect(page.getByText('Reason:').first()).toBeVisible();
      await expect(page.getByText(/Submitted by an? \w+.*; approved by an? \w+/).first()).toBeVisible();
    });
  }
});

for (const path of [project.history, '/en/returns/history', `${compare}?from=1&to=1`]) {
  test(`${path} can be read by anyone`, async ({ page }) => {
    await page.goto(path);
    expect(await accessibilityFindings(page)).toEqual([]);
  });
}

for (const path of [
  '/en/projects/nope/history',
  '/en/history/project/nope',
  '/en/history/nope/nope',
  '/en/history/source/nope/compare',
]) {
  test(`${path} is a real 404`, async ({ page }) => {
    expect((await page.goto(path))?.status()).toBe(404);
  });
}

async function submitAndApprove(editor: Page, reviewer: Page): Promise<void> {
  await editor.getByRole('button', { name: 'Submit for review' }).click();
  await editor.waitForURL(/\/workspace\/submissions\//);
  await openSubmission(reviewer, new URL(editor.url()).pathname);
  await approveAsSeen(reviewer);
  await expect(reviewer.getByText('The public pages show it within a few seconds.').first()).toBeVisible();
}

/** Published pages are shown anew within a few seconds. */
async function untilItShows(page: Page, path: string, text: string): Promise<void> {
  await expect(async () => {
    await page.goto(path);
    await expect(page.getByText(text).first()).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 30_000 });
}
