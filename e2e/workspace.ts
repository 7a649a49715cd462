import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';

export interface TypedReport {
  readonly referenceOn: string;
  readonly percent: string;
  readonly source: string;
}

/** Fills and submits the report form as an editor does, naming a source that is not in the record yet; its address. */
export async function reportProgress(page: Page, slug: string, report: TypedReport): Promise<string> {
  await fillReport(page, slug, report);
  await page.getByRole('button', { name: 'Submit for review' }).click();
  await page.waitForURL(/\/workspace\/submissions\//);
  return new URL(page.url()).pathname;
}

export async function fillReport(
  page: Page,
  slug: string,
  { referenceOn, percent, source }: TypedReport,
): Promise<void> {
  await page.goto(`/en/workspace/report/${slug}`);
  await page.getByLabel('Reference date').fill(referenceOn);
  await page.getByLabel('Physical progress').fill(percent);
  await chooseOrAdd(page, 'Source', source);
  await page.getByLabel('Publisher').fill('State Committee');
  await chooseFirst(page, 'Stated by', 'Azerbaijani government');
}

/** A new source or organisation is added on the way, as one more record of the same submission. */
const chooseOrAdd = (page: Page, label: string, name: string) => choose(page, label, name, `Add “${name}”`);

const chooseFirst = (page: Page, label: string, name: string) => choose(page, label, name, name);

export async function choose(page: Page, label: string, typed: string, option: string): Promise<void> {
  const box = page.getByRole('combobox', { name: label, exact: false }).first();
  // What the last report said may stand there already: typing the same asks nothing and lists nothing.
  if ((await box.inputValue()) === typed) return;
  const list = page.getByRole('listbox');
  await box.fill(typed);
  await page.getByRole('option', { name: option }).first().click();
  // A page that still moves under the pointer lets a press go past its row: the list stays open, and a person presses again.
  await expect(async () => {
    await expect(list)
      .toBeHidden({ timeout: 3_000 })
      .catch(async (stillOpen: unknown) => {
        await page.getByRole('option', { name: option }).first().click({ timeout: 3_000 });
        throw stillOpen;
      });
  }).toPass({ timeout: 60_000 });
  await expect(box).toHaveValue(new RegExp(typed));
}

export async function openFirstToReview(page: Page, title: string): Promise<void> {
  await page.goto('/en/workspace/review');
  await page.getByRole('link', { name: title, exact: false }).first().click();
  await expect(page.getByText('Before you approve')).toBeVisible();
}

/** Opens for review what stands at an address of the author's. */
export async function openSubmission(page: Page, address: string): Promise<void> {
  await page.goto(address.replace('/submissions/', '/review/'));
}

export async function tickChecklist(page: Page): Promise<void> {
  await expect(page.getByText('Before you approve')).toBeVisible();
  for (const point of await page.getByRole('checkbox').all()) await point.check();
}

/** Ticks the checklist and approves what is on the screen. */
export async function approveAsSeen(page: Page): Promise<void> {
  await tickChecklist(page);
  await page.getByRole('button', { name: 'Approve and publish' }).click();
}
