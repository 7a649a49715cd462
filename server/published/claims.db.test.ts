import { text } from 'node:stream/consumers';
import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chooseClaim, claimUses } from '@/domain/claims/choose-claim';
import { everyProject } from '@/domain/filter';
import { bySeries, ofEveryOrigin, standingTotal } from '@/domain/resettlement/running-totals';
import { closeExportPool } from '@/server/export/copy-out';
import { streamTable } from '@/server/export/table-file';
import { db } from '@/server/db';
import { adding, aPlace, aProject, aReport, changing, published, stated, theGround } from '@/test/record';
import { readCounts as readHeadlineCounts } from './overview-returns';
import { readPlaces } from './places';
import { readReports } from './project-reports';
import { readProjects } from './projects';
import { recordNow } from './record-at';
import { readCounts } from './returns';

const record = recordNow();
const days = ['2024-01-01', '2024-02-01', '2024-02'] as const;
const sources = ['early-page', 'late-page', 'undated-page'] as const;

const aCount = (slug: string, facts: Readonly<Record<string, unknown>>) =>
  adding('resettlement', slug, {
    placeSlug: 'a-village',
    kind: 'return',
    populationGroup: 'returned_idp',
    stage: 'happened',
    counting: 'running_total',
    personsMethod: 'not_stated',
    ...stated,
    ...facts,
  });

/** Counts and reports of every kind of rivalry: same day, other day, named by disagreements, preferred, of other fields. */
const made = fc.sample(
  fc.record({
    day: fc.constantFrom(...days),
    event: fc.constantFrom(null, '2020', '2023'),
    families: fc.option(fc.integer({ min: 101, max: 103 })),
    persons: fc.integer({ min: 303, max: 306 }),
    percent: fc.integer({ min: 0, max: 3 }),
    project: fc.integer({ min: 0, max: 5 }),
    place: fc.constantFrom('a-village', 'a-town'),
    source: fc.constantFrom(...sources),
    verification: fc.constantFrom('reported', 'disputed'),
    disagreement: fc.option(fc.integer({ min: 0, max: 5 })),
    field: fc.constantFrom(null, 'persons', 'physicalProgressPercent'),
  }),
  { numRuns: 60, seed: 7 },
);

/** Some counts are of those who came from one place alone: they are no rivals of the others. */
const origins = [{}, { originPlaceSlug: 'a-town' }, {}, { originAsStated: 'Elsewhere' }, {}] as const;

const claim = (recordKind: string, recordSlug: string, field: string | null, isPreferred: boolean) => ({
  recordKind,
  recordSlug,
  field,
  value: null,
  statedBySlug: null,
  sourceSlug: null,
  isPreferred: isPreferred || null,
});

const disagreements = Array.from({ length: 6 }, (_, number) => {
  const own = made.flatMap(({ disagreement, field }, index) => (disagreement === number ? [{ index, field }] : []));
  const hasPreference = number % 2 === 0 && own.length > 1;
  return adding('disagreement', `disagreement-${number}`, {
    title: 'Counts that differ',
    nature: own.length > 1 ? 'rival_claims' : 'note',
    claims: own.flatMap(({ index, field }, position) => [
      claim('resettlement', `count-${index}`, field === 'persons' ? field : null, hasPreference && position === 1),
      claim('progress_report', `report-${index}`, field === 'persons' ? null : field, false),
    ]),
    ...(hasPreference ? { preferredReason: 'It counts everyone.' } : {}),
    explanation: 'They differ.',
  });
}).filter(({ content }) => (content as { claims: readonly unknown[] }).claims.length > 0);

beforeAll(async () => {
  await published(
    ...theGround,
    aPlace('a-town'),
    ...sources.map((slug) =>
      adding('source', slug, {
        publisher: 'An agency',
        title: slug,
        titleBasis: 'headline',
        ...(slug === 'undated-page' ? {} : { publishedOn: slug === 'late-page' ? '2024-03' : '2024-01-05' }),
      }),
    ),
    ...Array.from({ length: 6 }, (_, number) => aProject(`project-${number}`)),
    ...made.map(({ day, event, families, persons, place, source, verification }, index) =>
      aCount(`count-${index}`, {
        placeSlug: place,
        referenceOn: day,
        event,
        families,
        persons,
        sourceSlug: source,
        verification,
        ...origins[index % origins.length],
      }),
    ),
    ...made.map(({ day, percent, project, source, verification }, index) =>
      aReport(`report-${index}`, {
        projectSlug: `project-${project}`,
        referenceOn: day,
        physicalProgressPercent: percent,
        sourceSlug: source,
        verification,
      }),
    ),
    ...disagreements,
  );
});

afterAll(closeExportPool);

type Cells = Readonly<Record<string, string>>;

async function file(table: 'totals' | 'projects' | 'disagreements', filters: Cells = {}): Promise<readonly Cells[]> {
  return parse(await text(await streamTable(record, table, filters)), { bom: true, columns: true }) as Cells[]; // with columns, rows are objects
}

describe('the rule in the database is the rule of the domain', () => {
  test.each(claimUses)('for running totals that use the %s', async (use) => {
    const counts = await readCounts(record, {}, 'en');
    const expected = bySeries(counts).flatMap(({ event, origin, counts: own }) =>
      (['families', 'persons'] as const).flatMap((counted) => {
        const chosen = standingTotal(own, counted, use);
        if (!chosen) return [];
        const {
          claim: { slug, placeSlug },
          value,
          others,
          lowest,
          highest,
        } = chosen;
        return [
          {
            slug,
            place_slug: placeSlug,
            event: event ?? '',
            origin_place_slug: origin === 'a-town' ? origin : '',
            origin_as_stated: origin === 'Elsewhere' ? origin : '',
            counted,
            claims_used: use,
            total: String(value),
            claims: String(others.length + 1),
            lowest: String(lowest),
            highest: String(highest),
          },
        ];
      }),
    );
    const rows = await file('totals', use === 'preferred' ? {} : { claims: use });
    const bySlug = (
      one: Readonly<Record<string, string | undefined>>,
      other: Readonly<Record<string, string | undefined>>,
    ) => `${one.counted} ${one.slug}`.localeCompare(`${other.counted} ${other.slug}`);
    expect(
      rows.map((row) => Object.fromEntries(Object.keys(expected[0] ?? {}).map((key) => [key, row[key]]))).sort(bySlug),
    ).toEqual([...expected].sort(bySlug));
    expect(expected.some(({ lowest, highest }) => lowest !== highest)).toBe(true);
    expect(expected.some((one) => one.origin_place_slug)).toBe(true);
  });

  test('for the progress of projects, on the list and in the file', async () => {
    const listed = (await readProjects(record, everyProject, 'en')).rows;
    const rows = await file('projects');
    for (const { slug, progressPercent, progressRange } of listed) {
      const reports = await readReports(record, slug, 'en');
      const chosen = chooseClaim(reports, 'physicalProgressPercent', (report) => report.progressPercent);
      const range =
        chosen && chosen.lowest !== chosen.highest ? { lowest: chosen.lowest, highest: chosen.highest } : null;
      expect([slug, progressPercent, progressRange]).toEqual([slug, chosen?.value ?? null, range]);
      expect(rows.find((row) => row.slug === slug)).toMatchObject({
        progress_percent: chosen ? String(chosen.value) : '',
        progress_claims: chosen ? String(chosen.others.length + 1) : '',
        progress_lowest_percent: chosen ? String(chosen.lowest) : '',
        progress_highest_percent: chosen ? String(chosen.highest) : '',
      });
    }
    expect(listed.some(({ progressRange }) => progressRange !== null)).toBe(true);
  });

  test('and sorting by progress sorts by what is shown', async () => {
    const shown = (await readProjects(record, { ...everyProject, sort: 'progress', isAscending: true }, 'en')).rows.map(
      ({ progressPercent }) => progressPercent ?? Infinity,
    );
    expect(shown).toEqual([...shown].sort((one, other) => one - other));
  });
});

test('what is told by origin is no headline: not on the overview, and not in the list of places', async () => {
  const own = await readCounts(record, { onlyPlace: 'a-village', population_group: 'returned_idp' }, 'en');
  const shown = await readHeadlineCounts(record, 'a-village', 'returned_idp');
  expect(shown.map(({ slug }) => slug).toSorted()).toEqual(
    ofEveryOrigin(own)
      .map(({ slug }) => slug)
      .toSorted(),
  );
  expect(shown.length).toBeLessThan(own.length);

  await published(
    aPlace('a-hamlet'),
    aCount('of-everyone', { placeSlug: 'a-hamlet', referenceOn: '2024-01-01', persons: 400 }),
    aCount('of-a-town', { placeSlug: 'a-hamlet', referenceOn: '2024-06-01', persons: 300, originPlaceSlug: 'a-town' }),
  );
  const places = await readPlaces(record, {}, 'en');
  expect(places.find(({ slug }) => slug === 'a-hamlet')?.latest?.persons).toBe(400);
});

describe('a disagreement', () => {
  test('stands in its file, each claim with its record', async () => {
    const rows = await file('disagreements');
    expect(rows.map(({ slug }) => slug)).toEqual(disagreements.map(({ slug }) => slug).sort());
    expect(rows[0]).toMatchObject({
      nature_label: expect.stringMatching(/Rival claims|Note/),
      explanation: 'They differ.',
    });
    expect(rows[0]?.claims_record_slug).toContain('count-');
  });

  const version = { published_at: new Date(), is_withdrawn: false };
  test('names records that are there, and a record that is not is refused by the database too', async () => {
    const attempt = db.$transaction(async (tx) => {
      const [published] = await tx.$queryRaw<
        { id: string; revision_id: string }[]
      >`select id, revision_id from disagreement_version limit 1`;
      const revision = await tx.$queryRaw<
        { id: string }[]
      >`select id from revision where id not in (select revision_id from disagreement_version) limit 1`;
      await tx.$executeRaw`insert into disagreement (slug) values ('by-hand')`;
      await tx.$executeRaw`insert into disagreement_version (id, slug, version, revision_id, published_at, is_withdrawn, title, nature, explanation)
        values (gen_random_uuid(), 'by-hand', 1, ${revision[0]?.id}::uuid, ${version.published_at}, false, 't', 'note', 'e')`;
      await tx.$executeRaw`insert into disagreement_claim (id, version_id, position, record_kind, record_slug)
        select gen_random_uuid(), id, 0, 'resettlement', 'nowhere' from disagreement_version where slug = 'by-hand'`;
      return published;
    });
    await expect(attempt).rejects.toThrow('there is no resettlement nowhere');
  });

  test.each([
    ['changed', 'update disagreement_version set title = title'],
    ['deleted', 'delete from disagreement_claim'],
    [
      'given another statement',
      "insert into disagreement_statement (id, version_id, position, stated_by_slug, statement, source_slug) select gen_random_uuid(), id, 99, 'a-ministry', 's', 'a-report-page' from disagreement_version limit 1",
    ],
  ])('that is published cannot be %s', async (_, sql) => {
    await expect(db.$executeRawUnsafe(sql)).rejects.toThrow(/published/);
  });

  test('may be given a preference by a correction, which changes what the total uses', async () => {
    await published(
      aCount('low', { placeSlug: 'a-village', kind: 'relocation', referenceOn: '2025-01-01', persons: 100 }),
      aCount('high', { placeSlug: 'a-village', kind: 'relocation', referenceOn: '2025-01-01', persons: 120 }),
    );
    const before = (await file('totals', { kind: 'relocation' })).find(({ counted }) => counted === 'persons');
    expect(before).toMatchObject({ total: '100', lowest: '100', highest: '120', claims: '2' });

    const facts = { title: 'How many moved', nature: 'rival_claims', explanation: 'Two counts of one day.' };
    await published(
      adding('disagreement', 'how-many-moved', {
        ...facts,
        claims: [claim('resettlement', 'low', null, false), claim('resettlement', 'high', null, true)],
        preferredReason: 'It counts everyone.',
      }),
    );
    const after = (await file('totals', { kind: 'relocation' })).find(({ counted }) => counted === 'persons');
    expect(after).toMatchObject({ total: '120', slug: 'high', lowest: '100', highest: '120' });
    expect(
      (await file('totals', { kind: 'relocation', claims: 'lowest' })).find(({ counted }) => counted === 'persons'),
    ).toMatchObject({ total: '100', claims_used: 'lowest' });

    await published(
      changing('disagreement', 'how-many-moved', 1, {
        ...facts,
        claims: [claim('resettlement', 'low', null, true), claim('resettlement', 'high', null, false)],
        preferredReason: 'The other counts some twice.',
      }),
    );
    expect((await file('totals', { kind: 'relocation' })).find(({ counted }) => counted === 'persons')).toMatchObject({
      total: '100',
      slug: 'low',
    });
  });
});
