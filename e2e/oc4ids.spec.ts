import { parse } from 'csv-parse/sync';
import { expect, test } from './fixtures';

test('a reader takes the projects of a filter as an OC4IDS package, and one project alone', async ({
  page,
  request,
}) => {
  await page.goto('/en/projects?sector=housing');
  const link = page.getByRole('link', { name: /OC4IDS/ });
  await expect(link).toHaveAttribute('href', '/data/oc4ids.json?sector=housing');
  const answer = await request.get('/data/oc4ids.json?sector=housing');
  expect(answer.headers()['content-disposition']).toContain('cornerstone-oc4ids-language-en-sector-housing-');
  const packaged = (await answer.json()) as { version: string; projects: { id: string; sector: string[] }[] };
  expect(packaged.version).toBe('0.9');
  expect(packaged.projects.length).toBeGreaterThan(3);

  await page.goto('/en/projects/fuzuli-international-airport');
  const alone = await page.getByRole('link', { name: /OC4IDS/ }).getAttribute('href');
  const one = (await (await request.get(alone ?? '')).json()) as typeof packaged;
  expect(one.projects.map(({ id }) => id)).toEqual(['oc4ids-xxxxxx-fuzuli-international-airport']);
});

test('what a package cannot be is said in a sentence', async ({ request }) => {
  for (const [address, status, sentence] of [
    ['/data/oc4ids.json?asOf=2020-01-01', 404, 'the standard knows no empty package'],
    ['/data/oc4ids.json?sector=ships', 400, '"ships" is not a value of the filter "sector"'],
    ['/data/oc4ids.json?language=xx', 400, '"xx" is not a value of the filter "language"'],
    ['/data/oc4ids/no-such-project.json', 404, 'There is no project no-such-project'],
    ['/data/oc4ids/no-such-file', 404, 'There is no file no-such-file'],
    ['/data/resettlement.csv?hxl=2', 400, '"2" is not a value of the filter "hxl"'],
    ['/data/projects.csv?hxl=1', 400, 'There is no filter "hxl" here'],
  ] as const) {
    const answer = await request.get(address);
    expect([address, answer.status()]).toEqual([address, status]);
    expect(await answer.text()).toContain(sentence);
  }
});

test('a table with HXL tags has them in one row under its header', async ({ page, request }) => {
  await page.goto('/en/data/resettlement');
  const href = await page.getByRole('link', { name: /HXL/ }).getAttribute('href');
  const rows: string[][] = parse(await (await request.get(href ?? '')).body(), { bom: true, to: 3 });
  const [headers = [], tags = [], first = []] = rows;
  expect(tags[headers.indexOf('persons')]).toBe('#affected+ind');
  expect(first[headers.indexOf('slug')]).not.toMatch(/^#/);
});
