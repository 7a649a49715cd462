import { expect, test } from './fixtures';
import { fillReport, openSubmission, reportProgress, tickChecklist } from './workspace';

test('two reviewers at once publish once; the slower one reads what happened', async ({ signInAs, request }) => {
  const editor = await signInAs('editor');
  const address = await reportProgress(editor, 'aghdam-fifth-residential-complex', {
    referenceOn: '2026-03-31',
    percent: '12.75',
    source: 'Bulletin for two reviewers',
  });
  const quick = await signInAs('reviewer');
  const slow = await signInAs('secondReviewer');
  for (const reviewer of [quick, slow]) {
    await openSubmission(reviewer, address);
    await tickChecklist(reviewer);
  }
  await quick.getByRole('button', { name: 'Approve and publish' }).click();
  await expect(quick.getByText('Published').first()).toBeVisible();
  await slow.getByRole('button', { name: 'Approve and publish' }).click();
  await expect(slow.getByRole('alert').filter({ hasText: /published|Reload/ })).toBeVisible();

  const published = (await (await request.get('/data/progress.csv')).text()).split('12.75').length - 1;
  expect(published).toBe(1);
});

test('a change made from an old version is refused, and what was typed is kept', async ({ signInAs }) => {
  const path = '/en/workspace/records/organisation/azerenergy-ojsc';
  const quick = await signInAs('editor');
  const slow = await signInAs('colleague');
  await slow.goto(path);
  await quick.goto(path);

  await quick.getByLabel('Website').fill('https://example.org/quick');
  await quick.getByLabel('Reason', { exact: true }).fill('Its site is known now');
  await quick.getByRole('button', { name: 'Submit for review' }).click();
  await quick.waitForURL(/\/workspace\/submissions\//);
  const reviewer = await signInAs('reviewer');
  await openSubmission(reviewer, new URL(quick.url()).pathname);
  await tickChecklist(reviewer);
  await reviewer.getByRole('button', { name: 'Approve and publish' }).click();
  await expect(reviewer.getByText('Published').first()).toBeVisible();

  await slow.getByLabel('Website').fill('https://example.org/slow');
  await slow.getByLabel('Reason', { exact: true }).fill('Found on its letterhead');
  await slow.getByRole('button', { name: 'Submit for review' }).click();
  await expect(slow.getByText('Something was published while you typed')).toBeVisible();
  await expect(slow.getByText('https://example.org/quick')).toBeVisible();
  await expect(slow.getByLabel('Website')).toHaveValue('https://example.org/slow');
});

test('progress that falls is asked about; with an answer it is submitted', async ({ signInAs }) => {
  const editor = await signInAs('editor');
  await fillReport(editor, 'zangilan-international-airport', {
    referenceOn: '2026-06-30',
    percent: '42.5',
    source: 'Bulletin on the airport',
  });
  await editor.getByRole('button', { name: 'Submit for review' }).click();
  await expect(editor.getByRole('alert').filter({ hasText: 'There is a problem' })).toContainText(
    'Progress fell from 80 to 42.5 percent',
  );
  await expect(editor.getByLabel('Physical progress')).toHaveValue('42.5');
  await editor.getByLabel('Answer to what looks unusual').fill('The terminal was measured anew.');
  await editor.getByRole('button', { name: 'Submit for review' }).click();
  await editor.waitForURL(/\/workspace\/submissions\//);
});
