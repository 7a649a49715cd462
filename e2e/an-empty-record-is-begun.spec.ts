import type { Browser, Page } from '@playwright/test';
import { type EmptyRecord, startEmptyRecord } from './empty-record';
import { expect, test } from './fixtures';
import { approveAsSeen, choose, openSubmission } from './workspace';

const ada = { name: 'Ada', email: 'ada@empty.example', password: 'ada walks a long road' };
const ben = { name: 'Ben', email: 'ben@empty.example', password: 'ben walks a long road' };

let record: EmptyRecord;

test.beforeAll(async () => {
  test.setTimeout(300_000);
  record = await startEmptyRecord();
});

test.afterAll(async () => {
  await record?.end();
});

test('public pages of an empty record say why they are empty, and what would fill them', async ({ request }) => {
  const reasons = {
    '/en': 'No project has been published yet',
    '/en/projects': 'Projects appear here when an editor has submitted them and a reviewer has approved them.',
    '/en/places': 'A place appears as soon as an editor has entered it and a reviewer has approved it.',
    '/en/returns': 'A count appears as soon as an editor has entered it with its source',
    '/en/heritage': 'A landmark appears as soon as an editor has entered it with its source',
    '/en/budget': 'An amount appears as soon as an editor has entered it with its source',
  };
  for (const [path, reason] of Object.entries(reasons)) {
    const answer = await request.get(record.baseURL + path);
    expect(answer.status(), path).toBe(200);
    expect(await answer.text(), path).toContain(reason);
  }
  for (const path of ['/en/data', '/en/methodology', '/data/projects.csv']) {
    expect((await request.get(record.baseURL + path)).status(), path).toBe(200);
  }
});

test('the printed link makes the first administrator, once, and the record begins', async ({ browser }) => {
  test.setTimeout(240_000);
  const administrator = await newPage(browser);
  await administrator.goto(record.setUpLink);
  await administrator.getByLabel('Name').fill(ada.name);
  await administrator.getByLabel('E-mail address').fill(ada.email);
  await administrator.getByLabel('New password').fill(ada.password);
  await administrator.getByRole('button', { name: 'Become the administrator' }).click();
  await administrator.waitForURL(/\/en\/workspace$/);

  const latecomer = await newPage(browser);
  await latecomer.goto(record.setUpLink);
  await expect(latecomer.getByRole('heading', { level: 1 })).toHaveText('This link no longer works');
  await expect(latecomer.getByRole('button', { name: 'Become the administrator' })).toHaveCount(0);

  // The password is what counts from now on.
  await administrator.context().clearCookies();
  await signIn(administrator, ada);
  const reviewer = await invited(administrator, browser);

  await administrator.goto('/en/workspace/records/code/new');
  await administrator.getByLabel('List').selectOption({ label: 'Subsector' });
  await administrator.getByLabel('Code', { exact: true }).fill('road');
  await administrator.getByLabel('Language').fill('en');
  await administrator.getByLabel('Label', { exact: true }).fill('Roads');
  await publishedBy(reviewer, await submitted(administrator));

  await administrator.goto('/en/workspace/records/place/new');
  await administrator.getByLabel('Type').selectOption({ label: 'Village' });
  const name = administrator.getByRole('group', { name: 'Names, row 1' });
  await name.getByLabel('Language').fill('en');
  await name.getByLabel('Name', { exact: true }).fill('Riverside');
  await name.getByLabel('Kind of name').selectOption({ label: 'Official' });
  await administrator.getByRole('button', { name: 'Save as draft' }).click();
  await administrator.waitForURL(/\/workspace\/submissions\//);

  await administrator.getByRole('link', { name: 'Add another record to this submission' }).click();
  await administrator.getByRole('link', { name: 'Projects' }).click();
  await administrator.getByRole('link', { name: 'Add: Project' }).click();
  await administrator.getByLabel('Title', { exact: true }).fill('Road to Riverside');
  await administrator.getByLabel('Sector', { exact: true }).selectOption({ label: 'Infrastructure' });
  await administrator.getByLabel('Subsector').selectOption({ label: 'Roads' });
  await choose(administrator, 'Place', 'Riverside', 'Riverside');
  await administrator.getByLabel('Status', { exact: true }).selectOption({ label: 'Underway' });
  await choose(administrator, 'Source', 'Plan of roads', 'Add “Plan of roads”');
  await administrator.getByLabel('Publisher').fill('Ministry of Roads');
  await choose(administrator, 'Stated by', 'Ministry of Roads', 'Add “Ministry of Roads”');
  await publishedBy(reviewer, await submitted(administrator));

  const reader = await newPage(browser);
  await expect(async () => {
    await reader.goto('/en/projects');
    await expect(reader.getByRole('link', { name: 'Road to Riverside' })).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 30_000 });
  await reader.getByRole('link', { name: 'Road to Riverside' }).click();
  await expect(reader.getByText('Ministry of Roads').first()).toBeVisible();
});

async function newPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ baseURL: record.baseURL });
  return context.newPage();
}

async function signIn(page: Page, { email, password }: typeof ada): Promise<void> {
  await page.goto('/en/workspace');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(/\/en\/workspace$/);
}

/** Nobody approves their own, so the administrator invites a second person and hands the link over. */
async function invited(administrator: Page, browser: Browser): Promise<Page> {
  await administrator.goto('/en/workspace/people/invite');
  await administrator.getByLabel('Name').fill(ben.name);
  await administrator.getByLabel('E-mail address').fill(ben.email);
  await administrator.getByRole('radio', { name: 'Reviewer' }).check();
  await administrator.getByRole('button', { name: 'Invite and make the link' }).click();
  const link = await administrator.getByLabel('One-time link').inputValue();
  const page = await newPage(browser);
  await page.goto(link);
  await page.getByLabel('New password').fill(ben.password);
  await page.getByRole('button', { name: 'Set password and sign in' }).click();
  await page.waitForURL(/\/en\/workspace$/);
  return page;
}

async function submitted(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Submit for review' }).click();
  await page.waitForURL(/\/workspace\/submissions\//);
  await expect(page.getByText('Waiting for review').first()).toBeVisible();
  return new URL(page.url()).pathname;
}

async function publishedBy(reviewer: Page, address: string): Promise<void> {
  await openSubmission(reviewer, address);
  await approveAsSeen(reviewer);
  await expect(reviewer.getByText('Published').first()).toBeVisible();
}
