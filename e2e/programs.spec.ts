import ICAL from 'ical.js';
import { xml2js } from 'xml-js';
import { accessibilityFindings, expect, test } from './fixtures';

const aSource = (slug: string) => ({
  title: 'A bulletin from a program',
  changes: [
    {
      kind: 'source',
      slug,
      action: 'add',
      baseVersion: null,
      reasonKind: 'first_publication',
      reason: null,
      answer: null,
      content: { publisher: 'Ministry', title: 'Bulletin 9', titleBasis: 'headline' },
    },
  ],
});

test('a program hands in with a token until the token is revoked, and a person decides', async ({
  signInAs,
  request,
}) => {
  const slug = `bulletin-9-${Date.now()}`;
  const name = `Reports to ${slug}`;
  const editor = await signInAs('editor');
  await editor.goto('/en/workspace/account');
  await editor.getByRole('link', { name: /Access tokens/ }).click();
  await editor.getByLabel('What is it for?').fill(name);
  await editor.getByRole('button', { name: 'Make the token' }).click();
  const token = await editor.getByLabel("The token, for the program's settings").inputValue();
  expect(token).toMatch(/^cst_/);
  expect(await accessibilityFindings(editor)).toEqual([]);

  const send = () =>
    request.post('/api/v1/submissions', {
      headers: { authorization: `Bearer ${token}`, 'idempotency-key': slug },
      data: aSource(slug),
    });
  const handed = await send();
  expect(handed.status()).toBe(201);
  const { id, href } = (await handed.json()) as { id: string; href: string }; // the state of a submission
  expect(((await (await send()).json()) as { id: string }).id).toBe(id);
  await editor.goto('/en/workspace/submissions');
  await expect(editor.getByRole('link', { name: /A bulletin from a program/ }).first()).toBeVisible();

  const reviewer = await signInAs('reviewer');
  await reviewer.goto(`/en/workspace/review/${id}`);
  await expect(reviewer.getByText('Bulletin 9').first()).toBeVisible();

  const asked = await request.get(new URL(href).pathname, { headers: { authorization: `Bearer ${token}` } });
  expect(((await asked.json()) as { state: string }).state).toBe('submitted');

  await editor.goto('/en/workspace/account/tokens');
  await expect(editor.getByText(token)).toHaveCount(0);
  await editor.getByRole('button', { name: `Revoke ${name}` }).click();
  await expect(editor.getByRole('row', { name })).toContainText('Revoked');
  expect((await send()).status()).toBe(401);
});

test('a project, a place and all changes can be followed', async ({ page, request }) => {
  for (const path of ['/en/changes', '/en/projects/fuzuli-international-airport', '/en/places/aghdam']) {
    await page.goto(path);
    const named = await page.locator('link[rel="alternate"][type="application/atom+xml"]').getAttribute('href');
    const shown = await page.getByRole('link', { name: 'Follow: Atom' }).getAttribute('href');
    expect(new URL(named ?? '').pathname).toBe(shown);

    const feed = await request.get(shown ?? '');
    expect([feed.status(), feed.headers()['content-type']]).toEqual([200, 'application/atom+xml; charset=utf-8']);
    expect(JSON.stringify(xml2js(await feed.text(), { compact: true }))).toContain('urn:uuid:');
    const again = await request.get(shown ?? '', { headers: { 'if-none-match': feed.headers().etag ?? '' } });
    expect(again.status()).toBe(304);

    const json = await page.getByRole('link', { name: 'Follow: JSON Feed' }).getAttribute('href');
    expect(((await (await request.get(json ?? '')).json()) as { items: unknown[] }).items.length).toBeGreaterThan(0);
    const calendar = await page.getByRole('link', { name: 'Follow: Calendar' }).getAttribute('href');
    const dates = await request.get(calendar ?? '');
    expect(new ICAL.Component(ICAL.parse(await dates.text())).getAllSubcomponents('vevent').length).toBeGreaterThan(0);
  }
  expect((await request.get('/feed.atom?sector=housing')).status()).toBe(200);
  const refused = await request.get('/feed.atom?sector=castles');
  expect([refused.status(), await refused.text()]).toEqual([400, expect.stringContaining('castles')]);
  expect((await request.get('/en/projects/nope/feed.atom')).status()).toBe(404);
});

test('an administrator adds a webhook, tries it, and sees what became of it', async ({ signInAs }) => {
  const administrator = await signInAs('administrator');
  await administrator.goto('/en/workspace/webhooks');
  await administrator.getByLabel('Address').fill('http://example.org/hook');
  await administrator.getByRole('button', { name: 'Add the address' }).click();
  await expect(administrator.getByText('begins with https://, without').first()).toBeVisible();
  // A name that is never given to anyone: nothing is sent anywhere.
  await administrator.getByLabel('Address').fill('https://hooks.invalid/record');
  await administrator.getByRole('button', { name: 'Add the address' }).click();
  expect(await administrator.getByLabel('Secret that signs the messages').inputValue()).toMatch(/^whsec_/);
  expect(await accessibilityFindings(administrator)).toEqual([]);

  await administrator.getByRole('link', { name: 'https://hooks.invalid/record' }).click();
  await administrator.getByRole('button', { name: 'Send a trial message' }).click();
  await expect(administrator.getByText('The trial message is on its way')).toBeVisible();
  await expect(async () => {
    await administrator.reload();
    await expect(administrator.getByText('Its name is not known')).toBeVisible({ timeout: 500 });
  }).toPass();
  expect(await accessibilityFindings(administrator)).toEqual([]);
  await administrator.getByRole('button', { name: 'Remove' }).click();
  await expect(administrator.getByText('No address is told of anything yet.')).toBeVisible();
});
