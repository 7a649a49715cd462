import { accessibilityFindings, expect, test } from './fixtures';
import { publicPages } from './public-pages';

for (const path of publicPages) {
  test.describe(path, () => {
    test('answers, has one heading, and axe finds nothing, light and dark', async ({ page }) => {
      const faults: string[] = [];
      page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
      page.on('pageerror', (error) => faults.push(String(error)));
      const answer = await page.goto(path);
      expect(answer?.status()).toBe(200);
      await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
      await page.emulateMedia({ colorScheme: 'light' });
      expect(await accessibilityFindings(page)).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await accessibilityFindings(page)).toEqual([]);
      expect(faults).toEqual([]);
    });

    test('fits a phone of 360 pixels without JavaScript, and sets no cookie', async ({ browser }) => {
      const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
      const phone = await context.newPage();
      await phone.goto(path);
      await expect(phone.getByRole('heading', { level: 1 })).toBeVisible();
      const [content, screen] = await Promise.all([
        phone.locator('html').evaluate((element) => element.scrollWidth),
        phone.locator('html').evaluate((element) => element.clientWidth),
      ]);
      expect(content).toBeLessThanOrEqual(screen);
      expect(await context.cookies()).toEqual([]);
      await context.close();
    });
  });
}
