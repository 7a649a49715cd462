import { expect, test } from './fixtures';
import { openSubmission, reportProgress } from './workspace';

test('a reviewer who wrote a submission is told that someone else has to look at it', async ({ signInAs }) => {
  const author = await signInAs('reviewer');
  const address = await reportProgress(author, 'aghdam-central-hospital', {
    referenceOn: '2026-05-31',
    percent: '31',
    source: 'Hospital bulletin of May 2026',
  });
  await openSubmission(author, address);
  await expect(author.getByText('Nobody reviews their own submission.')).toBeVisible();
  await expect(author.getByRole('button', { name: 'Approve and publish' })).toHaveCount(0);
});

test('the public never sees a draft: no page, file or address of the workspace shows it', async ({
  request,
  page,
  signInAs,
}) => {
  const secret = 'Unpublished bulletin 7351';
  const editor = await signInAs('editor');
  const address = await reportProgress(editor, 'fuzuli-central-hospital', {
    referenceOn: '2026-04-30',
    percent: '37.25',
    source: secret,
  });

  const publicAddresses = [
    '/en',
    '/en/projects',
    '/en/projects/fuzuli-central-hospital',
    '/data/progress.csv',
    '/data/sources.csv',
    '/data/revisions.csv',
  ];
  for (const path of publicAddresses) {
    const text = await (await request.get(path)).text();
    expect(text).not.toContain(secret);
    expect(text).not.toContain('37.25');
  }
  await page.goto(address);
  await expect(page).toHaveURL(/\/en\/sign-in/);
  const colleague = await signInAs('colleague');
  const answer = await colleague.goto(address);
  expect(answer?.status()).toBe(404);
});
