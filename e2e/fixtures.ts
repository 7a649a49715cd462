import AxeBuilder from '@axe-core/playwright';
import { test as base, expect, type Page } from '@playwright/test';
import { people, type PersonName } from './service';

interface Fixtures {
  /** Opens the workspace as one of the people, in a browser of their own. */
  readonly signInAs: (name: PersonName) => Promise<Page>;
}

export const test = base.extend<Fixtures>({
  signInAs: async ({ browser, baseURL }, use) => {
    const opened: { close: () => Promise<void> }[] = [];
    await use(async (name) => {
      const context = await browser.newContext(baseURL ? { baseURL } : {});
      opened.push(context);
      const page = await context.newPage();
      await signIn(page, name);
      return page;
    });
    await Promise.all(opened.map((context) => context.close()));
  },
});

export { expect };

export async function signIn(page: Page, name: PersonName): Promise<void> {
  const { email, password } = people[name];
  await page.goto('/en/workspace');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.waitForURL('**/workspace**');
}

/** What axe finds on a page, as lines that say what and where. */
export async function accessibilityFindings(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${String(target)}`));
}
