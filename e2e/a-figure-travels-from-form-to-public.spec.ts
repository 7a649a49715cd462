import { parse } from 'csv-parse/sync';
import { expect, test } from './fixtures';
import { approveAsSeen, openFirstToReview, reportProgress } from './workspace';

const project = {
  slug: 'aghdam-industrial-park',
  title: 'Aghdam Industrial Park',
  page: '/en/projects/aghdam-industrial-park',
} as const;

test('a figure travels from an editor’s form through review to the public page and the CSV file', async ({
  page,
  request,
  signInAs,
}) => {
  const editor = await signInAs('editor');
  await reportProgress(editor, project.slug, {
    referenceOn: '2026-06-30',
    percent: '42.5',
    source: 'Bulletin of June 2026',
  });
  await expect(editor.getByText('Waiting for review').first()).toBeVisible();

  await page.goto(project.page);
  await expect(page.getByText('42.5%')).toHaveCount(0);
  expect(await (await request.get('/data/progress.csv')).text()).not.toContain('42.5');

  const reviewer = await signInAs('reviewer');
  await openFirstToReview(reviewer, project.title);
  await expect(reviewer.getByText('42.5').first()).toBeVisible();
  await approveAsSeen(reviewer);
  await expect(reviewer.getByText('Published').first()).toBeVisible();

  await expect(async () => {
    await page.goto(project.page);
    await expect(page.getByText('42.5%').first()).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 30_000 });

  const file = await request.get(`/data/progress.csv`);
  const rows = parse(await file.body(), { bom: true, columns: true }) as Record<string, string>[];
  const row = rows.find((each) => each.project_slug === project.slug && each.physical_progress_percent === '42.5');
  expect(row).toMatchObject({ verification: 'reported', source_title: 'Bulletin of June 2026' });
});
