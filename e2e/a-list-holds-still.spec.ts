import { expect, test } from './fixtures';

test('a list that is answered while one presses holds still, and what is new is offered after looking', async ({
  signInAs,
}) => {
  const editor = await signInAs('editor');
  let answer = () => {};
  const pressed = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await editor.route('**/api/workspace/lookup?*q=Bulletin*', async (route) => {
    await pressed;
    await route.continue();
  });
  await editor.goto('/en/workspace/report/aghdam-industrial-park');
  const box = editor.getByRole('combobox', { name: 'Source' }).first();
  const options = editor.getByRole('option');
  await box.fill('Trend');
  await expect(options.filter({ hasText: 'Add “Trend”' })).toBeVisible();

  const asked = editor.waitForRequest(/lookup\?.*q=Bulletin/);
  await box.fill('Bulletin');
  await asked;
  await expect(options.filter({ hasText: 'Add “' })).toHaveCount(0);

  const third = options.nth(2);
  const title = (await third.innerText()).split('\n')[0] ?? '';
  await third.hover();
  await editor.mouse.down();
  const answered = editor.waitForResponse(/lookup\?.*q=Bulletin/);
  answer();
  await (await answered).finished();
  await editor.mouse.up();
  await expect(editor.getByRole('listbox')).toBeHidden();
  await expect(box).toHaveValue(title);

  await box.fill('Bulletin of nowhere');
  await options.filter({ hasText: 'Add “Bulletin of nowhere”' }).click();
  await expect(editor.getByLabel('Publisher')).toBeVisible();
});
