import { parse } from 'csv-parse/sync';
import { expect, test } from './fixtures';
import { approveAsSeen, openSubmission } from './workspace';

/** A village of which nobody has said how many returned. */
const village = 'zilanli';
const address = `/en/workspace/records/resettlement/new?placeSlug=${village}&sourceSlug=nz-khojavend-2026-02&statedBySlug=azerbaijani-government`;

test('a count of four persons is withheld on every page and in every file, and is neither zero nor unknown', async ({
  page,
  request,
  signInAs,
}) => {
  const editor = await signInAs('editor');
  await editor.goto(address);
  for (const [name, value] of [
    ['kind', 'return'],
    ['populationGroup', 'returned_idp'],
    ['counting', 'running_total'],
    ['personsMethod', 'counted'],
  ] as const) {
    await editor.locator(`select[name$=".${name}"]`).selectOption(value);
  }
  await editor.locator('input[name$=".referenceOn"]').fill('2026-05-31');
  await editor.locator('input[name$=".persons"]').fill('4');
  await editor.getByLabel('Note').fill('Only 4 persons');
  await editor.getByRole('button', { name: 'Submit for review' }).click();
  await editor.waitForURL(/\/workspace\/submissions\//);

  const reviewer = await signInAs('reviewer');
  await openSubmission(reviewer, new URL(editor.url()).pathname);
  await expect(reviewer.getByText('What the public will not see')).toBeVisible();
  await approveAsSeen(reviewer);
  await expect(reviewer.getByText('Published').first()).toBeVisible();

  await expect(async () => {
    await page.goto(`/en/places/${village}`);
    await expect(page.getByText('withheld').first()).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 30_000 });
  await expect(page.getByText(/Only 4 persons|\b4\s(?:persons|families)/)).toHaveCount(0);

  await page.goto(`/en/returns?place=${village}`);
  await expect(page.getByText('withheld').first()).toBeVisible();
  await expect(page.getByText(/Only 4 persons|\b4\s(?:persons|families)/)).toHaveCount(0);

  const rowsOf = async (file: string): Promise<Record<string, string>[]> =>
    parse(await (await request.get(file)).body(), { bom: true, columns: true });
  const counts = (await rowsOf('/data/resettlement.csv')).filter(({ place_slug }) => place_slug === village);
  expect(counts).toHaveLength(1);
  expect(counts[0]).toMatchObject({
    persons: '',
    persons_status: 'withheld',
    families: '',
    families_status: 'unknown',
    note: '',
  });
  const slug = counts[0]?.slug ?? '';

  const revisions = (await rowsOf('/data/revisions.csv')).filter((row) => row.slug === slug);
  expect(revisions).toHaveLength(1);
  expect(JSON.parse(revisions[0]?.after ?? '{}')).toMatchObject({ persons: 'withheld', families: null, note: null });

  const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Baku' }).format(new Date());
  const asOf = (await rowsOf(`/data/resettlement.csv?asOf=${day}`)).filter((row) => row.slug === slug);
  expect(asOf.map(({ persons }) => persons)).toEqual(asOf.map(() => ''));
});
