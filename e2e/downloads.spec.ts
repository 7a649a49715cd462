import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { formatsOf, mediaTypes } from '@/domain/export/formats';
import { expect, test } from './fixtures';

test('a filtered page gives its rows in every format in one click, and each says how it was filtered', async ({
  page,
  request,
}) => {
  await page.goto('/en/projects?sector=housing');
  for (const format of formatsOf('projects')) {
    const link = page.locator(`a[href^="/data/projects.${format}?"]`).first();
    const href = (await link.getAttribute('href')) ?? '';
    expect(href).toContain('sector=housing');
    const head = await request.head(href);
    const file = await request.get(href);
    expect(file.status()).toBe(200);
    expect((await file.body()).length).toBeGreaterThan(1_000);
    for (const headers of [head.headers(), file.headers()]) {
      expect(headers).toMatchObject({
        'content-type': mediaTypes[format],
        'cornerstone-filter': 'Only rows where sector is housing.',
        'content-disposition': expect.stringMatching(new RegExp(`cornerstone-projects-sector-housing-.*\\.${format}"`)),
      });
      expect(headers.link).toContain('</data/projects.metadata.json?sector=housing>; rel="describedby"');
    }
    expect((await request.get(href.replace('housing', 'castles'))).status()).toBe(400);
  }
  const sidecar = (await (await request.get('/data/projects.metadata.json?sector=housing')).json()) as {
    rowCount: number;
    csv: { sha256: string };
  };
  const csv = await (await request.get('/data/projects.csv?sector=housing')).body();
  expect(createHash('sha256').update(csv).digest('hex')).toBe(sidecar.csv.sha256);
});

test('a table that lies nowhere has no map, and says where the tables are', async ({ request }) => {
  const answer = await request.get('/data/sources.geojson');
  expect(answer.status()).toBe(404);
  expect(await answer.text()).toContain('/en/data');
});

test('programs find the description of all tables, and of one', async ({ request }) => {
  const described = (await (await request.get('/data/datapackage.json')).json()) as { resources: { path: string }[] };
  for (const { path } of described.resources) expect((await request.head(`/data/${path}`)).status()).toBe(200);
  const link = (await request.head('/data/budget.csv')).headers().link ?? '';
  const [, address = ''] = /<([^>]+)>; rel="describedby"; type="application\/csvm\+json"/.exec(link) ?? [];
  expect(await (await request.get(address)).json()).toMatchObject({
    url: expect.stringContaining('/data/budget.csv'),
  });
});

test('everything comes as one archive, with how far it is', async ({ page, request }) => {
  await page.goto('/en/data');
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'All tables as one archive (ZIP)' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^cornerstone-\d{4}-\d{2}-\d{2}\.zip$/);
  await expect(page.getByText(/^All of it is here: \d+\.\d MB\.$/)).toBeVisible();
  const bytes = await readFile(await file.path());
  // It is written down as whole just after its last byte was given.
  await expect
    .poll(async () => (await request.head('/data/cornerstone.zip')).headers()['content-length'])
    .toBe(String(bytes.length));
  const kept = await request.head('/data/cornerstone.zip');
  expect(kept.headers()['repr-digest']).toBe(`sha-256=:${createHash('sha256').update(bytes).digest('base64')}:`);
  const known = await request.get('/data/cornerstone.zip', { headers: { 'if-none-match': kept.headers().etag ?? '' } });
  expect(known.status()).toBe(304);
});

test('a long download can be cancelled, and one that breaks is told', async ({ page }) => {
  await page.goto('/en/data');
  const link = page.getByRole('link', { name: 'All tables as one archive (ZIP)' });
  await page.route('**/cornerstone.zip', () => {}); // an answer that never comes
  await link.click();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText('Cancelled. Nothing was kept.')).toBeVisible();
  await page.unroute('**/cornerstone.zip');
  await page.route('**/cornerstone.zip', (route) => route.abort());
  await link.click();
  await expect(page.getByText('The connection broke before the end.')).toBeVisible();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('the archive is a plain link', async ({ page }) => {
    await page.goto('/en/data');
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'All tables as one archive (ZIP)' }).click();
    expect((await download).suggestedFilename()).toMatch(/^cornerstone-.*\.zip$/);
  });
});
