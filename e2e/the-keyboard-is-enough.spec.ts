import { expect, test } from './fixtures';
import { people } from './service';

test('from the top of a page to its content, and through the filters, by keyboard alone', async ({ page }) => {
  await page.goto('/en/projects');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#content/);
  await page.keyboard.press('Tab');
  await expect(page.locator('main :focus')).toBeVisible();

  await page.getByLabel('Words in name, description or place').focus();
  await page.keyboard.type('railway');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/=railway/);
  await expect(page.getByRole('link', { name: /railway/i }).first()).toBeVisible();
});

test('signing in and beginning a report, by keyboard alone', async ({ page }) => {
  await page.goto('/en/workspace');
  await page.getByLabel('E-mail address').focus();
  await page.keyboard.type(people.editor.email);
  await page.keyboard.press('Tab');
  await page.keyboard.type(people.editor.password);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/en\/workspace$/);
  const report = page.getByRole('link', { name: 'Report progress' }).last();
  await report.focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/workspace\/report/);
});

test('a person who is disabled is out at once', async ({ signInAs }) => {
  const colleague = await signInAs('colleague');
  const administrator = await signInAs('administrator');
  await administrator.goto('/en/workspace/people');
  await administrator.getByRole('link', { name: 'colleague' }).first().click();
  await administrator.getByRole('button', { name: /Disable/ }).click();
  await expect(administrator.getByRole('button', { name: /Enable/ })).toBeVisible();

  await colleague.goto('/en/workspace');
  await expect(colleague).toHaveURL(/\/en\/sign-in/);

  await administrator.getByRole('button', { name: /Enable/ }).click();
  await expect(administrator.getByRole('button', { name: /Disable/ })).toBeVisible();
});
