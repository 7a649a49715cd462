import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, test } from 'vitest';
import { streamTable } from '@/server/export/table-file';
import { settle } from '@/server/env';
import { anOrganisation, aProject, aReport, aSource, adding, published, stated, theGround } from '@/test/record';
import { type Quality, type QualityRow, readQuality } from './quality';
import { recordAt, recordNow } from './record-at';
import { day } from '@/domain/calendar';

let quality: Quality;
beforeAll(async () => {
  settle({ CORNERSTONE_STALE_AFTER_DAYS: 100 });
  await published(
    ...theGround,
    anOrganisation('an-auditor'),
    aSource('second'),
    aProject('a-bridge', { description: 'Over the river' }),
    aProject('a-road'),
    aProject('a-school', { status: 'completed' }),
    aReport('old', { projectSlug: 'a-bridge', referenceOn: '2025-01-31' }),
    aReport('disputed', {
      projectSlug: 'a-bridge',
      referenceOn: '2025-02',
      verification: 'disputed',
      sourceSlug: 'second',
    }),
    aReport('checked', {
      projectSlug: 'a-school',
      referenceOn: '2026-03-31',
      verification: 'verified',
      verifiedBySlug: 'an-auditor',
    }),
    adding('context_fact', 'undated', {
      category: 'mines',
      statement: 'Something is said',
      placeSlug: 'a-village',
      ...stated,
      obtained: 'recalled',
      statedBySlug: 'an-auditor',
    }),
    adding('resettlement', 'few', {
      placeSlug: 'a-village',
      populationGroup: 'returned_idp',
      kind: 'return',
      stage: 'happened',
      counting: 'running_total',
      referenceOn: '2024-12-31',
      dateBasis: 'stated',
      families: 2,
      personsMethod: 'not_stated',
      ...stated,
      obtained: 'recalled',
      statedBySlug: 'an-auditor',
    }),
    adding('code', 'fact-category.mines', {
      list: 'fact_category',
      code: 'mines',
      labels: [{ language: 'en', label: 'Mines' }],
    }),
  );
  quality = await readQuality(recordNow());
});

const named = (rows: readonly QualityRow[], facts: Partial<QualityRow>) =>
  rows.find((row) => Object.entries(facts).every(([name, value]) => row[name as keyof QualityRow] === value));

describe('the quality of the record', () => {
  test.each([
    ['title', 3, 100],
    ['description', 1, 33.3],
    ['places', 3, 100],
    ['parties', 0, 0],
    ['baselineEndOn', 0, 0],
  ])('counts of how many projects the field %s is known', (field, count, sharePercent) => {
    expect(named(quality.completeness, { kind: 'project', field })).toMatchObject({ count, total: 3, sharePercent });
  });

  test('of a kind without records is no share at all, and not zero', () => {
    expect(named(quality.completeness, { kind: 'contract', field: 'title' })).toMatchObject({
      total: 0,
      sharePercent: null,
    });
  });

  test('counts a count that is withheld as known: it is not unknown', () => {
    const field = (name: string) => named(quality.completeness, { kind: 'resettlement', field: name });
    expect(field('families')).toMatchObject({ count: 1, total: 1 });
    expect(field('persons')).toMatchObject({ count: 0, total: 1 });
  });

  test('counts figures by verification, all together and by kind', () => {
    expect(named(quality.verification, { kind: null, field: 'disputed' })).toMatchObject({ count: 1, total: 8 });
    expect(named(quality.verification, { kind: 'progress_report', field: 'verified' })).toMatchObject({
      count: 1,
      total: 3,
      sharePercent: 33.3,
    });
  });

  test('says how old the last report of each project is whose works are not done, and which is stale by the rule', () => {
    expect(quality.projects.map(({ slug, lastOn, isStale }) => [slug, lastOn, isStale])).toEqual([
      ['a-bridge', '2025-02-28', true],
      ['a-road', null, null],
    ]);
    expect(quality.projects[0]).toMatchObject({ rows: 2, stale: 1, undated: 1 });
  });

  test('says when each organisation last spoke, by the days its figures speak of', () => {
    expect(named(quality.organisations, { slug: 'a-ministry' })).toMatchObject({ lastOn: '2026-03-31' });
    expect(named(quality.organisations, { slug: 'an-auditor' })).toMatchObject({
      lastOn: '2024-12-31',
      count: 2,
    });
  });

  test('lists what is disputed', () => {
    expect(quality.contradictions.map(({ kind, slug }) => [kind, slug])).toEqual([['progress_report', 'disputed']]);
  });

  test('was another on another day', async () => {
    const until = await readQuality(recordAt({ asOf: null, until: day('2025-02-10') }));
    expect(until.contradictions).toEqual([]);
    expect(named(until.projects, { slug: 'a-bridge' })).toMatchObject({
      lastOn: '2025-01-31',
      ageDays: 10,
      isStale: false,
    });
  });

  test('is the same in the file and on the page', async () => {
    const lines = (await (await streamTable(recordNow(), 'quality', {})).toArray()).join('');
    const cells = parse(lines, { bom: true, columns: true }) as Record<string, string>[];
    const shown = [
      ...quality.completeness,
      ...quality.verification,
      ...quality.projects,
      ...quality.organisations,
      ...quality.contradictions,
    ];
    const text = (...values: readonly unknown[]) => values.map((value) => String(value ?? '')).join('|');
    const onPage = shown.map((row) =>
      text(row.measure, row.kind, row.field, row.slug, row.count, row.total, row.sharePercent, row.lastOn, row.ageDays),
    );
    const inFile = cells.map((row) =>
      text(
        row.measure,
        row.kind,
        row.field,
        row.slug,
        row.count,
        row.total,
        row.share_percent,
        row.last_on,
        row.age_days,
      ),
    );
    expect([...inFile].sort()).toEqual([...onPage].sort());
  });
});
