import { readFileSync } from 'node:fs';
import { expect, describe, test } from 'vitest';
import { codeSlug } from '@/domain/record/code-lists';
import { numberOf, rowsOf, textOf, type Content } from '@/domain/record/content';
import type { RecordKind } from '@/domain/record/kinds';
import { records } from '@/domain/record/records';
import { readContent } from '@/domain/record/schema';
import type { ProposedChange } from '@/domain/submission/change';
import { readContradictions } from './contradictions';
import { disagreementsOf, starterReport } from './report';
import { changesFor, readStarterFacts, starterSubmissions } from './starter-facts';

const facts = readStarterFacts();
const changes = [...facts.own, ...facts.outcomes.flatMap((outcome) => outcome.changes)];
const nameOf = ({ kind, slug }: Pick<ProposedChange, 'kind' | 'slug'>) => `${kind}/${slug}`;
const byName = new Map(changes.map((change) => [nameOf(change), change]));

function contentOf(name: string): Content {
  const change = byName.get(name);
  const read = change && readContent(records[change.kind], change.content);
  if (!read?.ok) throw new Error(`No such record: ${name}`);
  return read.value;
}

const contentsOf = (kind: RecordKind) =>
  changes
    .filter((change) => change.kind === kind)
    .map((change) => ({ slug: change.slug, content: contentOf(nameOf(change)) }));

const outcomeOf = (file: string, row: number) =>
  facts.outcomes.find((each) => each.row.file === `facts/${file}` && each.row.number === row);

describe('no row is dropped', () => {
  test.each([
    ['projects.csv', 158],
    ['progress.csv', 116],
    ['resettlement.csv', 145],
    ['places.csv', 89],
    ['budget.csv', 16],
    ['other-facts.csv', 28],
    ['sources.csv', 362],
  ])('%s has %i', (file, count) => {
    expect(facts.outcomes.filter(({ row }) => row.file === `facts/${file}`)).toHaveLength(count);
  });

  test('each makes a record, or says which record makes the same claim', () => {
    const without = facts.outcomes.filter((outcome) => outcome.changes.length === 0);
    expect(without).toHaveLength(5);
    for (const { row } of without) expect(byName.has(`condition/${row.text('same_as')}`)).toBe(true);
  });

  test('the submissions hold every record once', () => {
    expect(starterSubmissions.flatMap((submission) => changesFor(submission, facts))).toHaveLength(changes.length);
  });

  test('the numbers of records by kind', () => {
    const counts: Partial<Record<RecordKind, number>> = {};
    for (const { kind } of changes) counts[kind] = (counts[kind] ?? 0) + 1;
    expect(counts).toEqual({
      code: 120,
      source: 363,
      organisation: 91,
      place: 89,
      programme: 1,
      landmark: 22 + 13,
      project: 133,
      milestone: 31,
      condition: 22 + 9 - 5 + 1,
      context_fact: 28 + 2 + 5 + 3 + 1 + 2,
      budget_line: 15 + 3,
      progress_report: 82 + 11,
      resettlement: 119 + 9 + 4 + 2,
      target: 8 + 1 + 1,
      disagreement: 34,
    });
  });
});

describe('every proposed record', () => {
  test('passes its definition', () => {
    const refused = changes.flatMap((change) => {
      const read = readContent(records[change.kind], change.content);
      return read.ok ? [] : [{ name: nameOf(change), findings: read.problem }];
    });
    expect(refused).toEqual([]);
  });

  test('has an identifier of its own', () => {
    expect(byName.size).toBe(changes.length);
  });

  test('refers only to records and codes that are there', () => {
    expect(changes.flatMap((change) => mentionsIn(change).filter((name) => !byName.has(name)))).toEqual([]);
  });

  test('is reported or disputed: no evidence is held', () => {
    const found = changes.map(({ kind, slug }) => contentOf(nameOf({ kind, slug })).verification).filter(Boolean);
    expect(new Set(found)).toEqual(new Set(['reported', 'disputed']));
  });
});

describe('the traps of the tables', () => {
  test('the 140,000 are a target for the population, the 34,500 families one for returnees', () => {
    expect(contentOf('target/karabakh-and-east-zangezur-population-2026-12-31-persons')).toMatchObject({
      value: 140_000,
      populationGroup: 'population',
      programmeSlug: null,
    });
    expect(contentOf('target/karabakh-and-east-zangezur-2026-families')).toMatchObject({
      value: 34_500,
      populationGroup: 'returned_idp',
      programmeSlug: 'great-return-programme',
    });
  });

  test('population is a context fact, never a resettlement record', () => {
    expect(contentsOf('resettlement').filter(({ content }) => content.populationGroup === 'population')).toEqual([]);
    expect(contentsOf('context_fact').filter(({ content }) => content.category === 'population')).toHaveLength(6);
  });

  test('running totals and single groups are told apart', () => {
    expect(contentOf('resettlement/aghali-2022-07-19').counting).toBe('single_group');
    expect(contentOf('resettlement/aghali-2022-07-25').counting).toBe('running_total');
  });

  test('who left in 2020 and who left in 2023 are two running totals', () => {
    const left = contentsOf('resettlement').filter(
      ({ content }) => content.kind === 'departure' && content.counting === 'running_total',
    );
    expect(new Set(left.map(({ content }) => content.event))).toEqual(new Set(['2020', '2023']));
    expect(contentOf('resettlement/nagorno-karabakh-area-2020-12').event).toBe('2020');
  });

  test('an announced group is no return and no target', () => {
    const announced = contentsOf('resettlement').filter(({ content }) => content.stage === 'announced');
    expect(announced.map(({ slug }) => slug)).toEqual([
      'zabukh-2023-03-28',
      'sus-2023-03-28',
      'zabukh-2023-08-07',
      'kalbajar-2025-06-12',
      'aghdam-2026-02-28',
      'aghdam-2025-12-31',
    ]);
  });

  test('zones lie in no place, and only the zone whose name lists its members has them', () => {
    const zones = contentsOf('place').filter(({ content }) => content.type === 'zone');
    expect(zones.map(({ slug, content }) => [slug, content.parentSlug, rowsOf(content, 'members').length])).toEqual([
      ['nagorno-karabakh-area', null, 0],
      ['khankendi-aghdara-khojaly', null, 3],
    ]);
  });

  test('voltage, worshippers, runway length and volumes are never summed', () => {
    const attributes = contentsOf('code').filter(({ content }) => content.isSummable === false);
    expect(attributes.map(({ content }) => content.code)).toEqual([
      'voltage',
      'runway_length',
      'storage_volume',
      'tank_volume',
      'worshippers',
    ]);
  });

  test('the baseline is the earliest dated promise, the forecast the last', () => {
    expect(contentOf('project/horadiz-jabrayil-zangilan-aghband-highway')).toMatchObject({
      baselineEndOn: '2024',
      forecastEndOn: '2026',
    });
    expect(contentOf('project/lachin-international-airport')).toMatchObject({
      baselineEndOn: '2024',
      forecastEndOn: '2025',
    });
  });

  test('an end date that no dated statement promised is a forecast, and no baseline', () => {
    expect(contentOf('project/victory-road')).toMatchObject({ baselineEndOn: null, forecastEndOn: '2021-09' });
  });

  test('a promise of one block is none for the whole complex', () => {
    expect(contentOf('project/fuzuli-first-residential-complex').baselineEndOn).toBeNull();
    expect(contentOf('milestone/fuzuli-first-residential-complex-delivery-first-block').plannedOn).toBe('2023-08');
  });

  test('what is partly in use has not ended', () => {
    const underway = contentsOf('project').filter(({ content }) => content.status === 'underway');
    expect(underway.filter(({ content }) => content.actualEndOn !== null)).toEqual([]);
    expect(contentOf('project/khudafarin-hydro-complex').inUseNote).not.toBeNull();
  });

  test('rows 120 to 132 are restorations, each with its landmark and without a condition claim', () => {
    const restored = Array.from({ length: 13 }, (_, index) => outcomeOf('projects.csv', 120 + index));
    expect(restored.every((outcome) => outcome?.changes.filter(({ kind }) => kind === 'landmark').length === 1)).toBe(
      true,
    );
    expect(restored.some((outcome) => outcome?.changes.some(({ kind }) => kind === 'condition'))).toBe(false);
  });

  test('the amount required for the programme, and its target, are entered once', () => {
    const required = contentsOf('budget_line').filter(({ content }) => content.amountMinorUnits === '3200000000000');
    expect(required.map(({ content }) => content.programmeSlug)).toEqual(['great-return-programme']);
    expect(contentsOf('target').filter(({ content }) => numberOf(content, 'value') === 34_500)).toHaveLength(1);
  });

  test('money becomes whole minor units, and keeps its period as stated', () => {
    expect(contentOf('budget_line/spent-2021-h1')).toMatchObject({
      amountMinorUnits: '37210000000',
      period: '2021-H1',
    });
    expect(contentOf('budget_line/spent-2025-q1-q3').period).toBe('2025-01-01/2025-09-30');
  });

  test('recalled facts cite the source that says so', () => {
    const recalled = contentsOf('context_fact').filter(({ content }) => content.obtained === 'recalled');
    expect(recalled.map(({ content }) => content.sourceSlug)).toEqual(Array(3).fill('recalled-no-page-checked'));
  });
});

test('no body is given a claim that it denies', () => {
  const claims = contentsOf('condition').filter(({ content }) => content.landmarkSlug === 'ghazanchetsots-cathedral');
  expect(claims.map(({ content }) => [content.condition, content.statedBySlug])).toEqual([
    ['altered', 'monument-watch'],
    ['under_restoration', 'azerbaijani-government'],
    ['damaged', 'human-rights-watch'],
    ['altered', 'government-of-armenia-de-facto-authorities-of-nagorno-karabakh'],
  ]);
});

describe('the eighteen contradictions', () => {
  const contradictions = readContradictions();

  test('are all named', () => {
    expect(contradictions.map(({ number }) => number)).toEqual(Array.from({ length: 18 }, (_, index) => index + 1));
  });

  test('are each entered as rival claims, as a moved promise or as a note, and the report says which', () => {
    const without = contradictions.filter(({ number }) => disagreementsOf(number, facts).length === 0);
    expect(without).toEqual([]);
    const report = starterReport(facts);
    const slugs = contentsOf('disagreement').map(({ slug }) => slug);
    expect(slugs.filter((slug) => !report.includes(`\`${slug}\``))).toEqual([]);
  });

  test('every disputed record is a claim of a disagreement', () => {
    const claimed = new Set(
      contentsOf('disagreement').flatMap(({ content }) =>
        rowsOf(content, 'claims').map(({ recordKind, recordSlug }) => `${recordKind}/${recordSlug}`),
      ),
    );
    const names = contradictions.flatMap(({ disputed }) => disputed);
    expect(names.filter((name) => !claimed.has(name))).toEqual([]);
  });

  test('no claim is preferred by the tables: that is a reviewer’s choice', () => {
    const preferred = contentsOf('disagreement').filter(({ content }) =>
      rowsOf(content, 'claims').some(({ isPreferred }) => isPreferred === true),
    );
    expect(preferred).toEqual([]);
  });

  test('rival claims are disputed, each with a note that says why', () => {
    const names = contradictions.flatMap(({ disputed }) => disputed);
    const disputed = changes.map(nameOf).filter((name) => contentOf(name).verification === 'disputed');
    expect([...disputed].sort()).toEqual([...names].sort());
    expect(names.filter((name) => !textOf(contentOf(name), 'note')?.includes('Disputed.'))).toEqual([]);
  });

  test('moved promises are progress reports with the end they promise', () => {
    const names = contradictions.flatMap(({ movedPromises }) => movedPromises);
    expect(names.filter((name) => contentOf(name).promisedEndOn === null)).toEqual([]);
  });

  test('what is only noted is there', () => {
    const names = contradictions.flatMap(({ noted }) => noted);
    expect(names.filter((name) => !byName.has(name))).toEqual([]);
  });
});

test('the loading report is current (node bin/run-ts prisma/seed/write-report.ts)', () => {
  const written = readFileSync(new URL('../../docs/starter-facts.md', import.meta.url), 'utf8');
  expect(written).toBe(starterReport(facts));
});

function mentionsIn(change: ProposedChange): readonly string[] {
  const content = contentOf(nameOf(change));
  return Object.entries(records[change.kind].fields).flatMap(([name, field]) => {
    const fields = field.type === 'list' ? Object.entries(field.fields) : [[name, field] as const];
    const rows = field.type === 'list' ? rowsOf(content, name) : [{ [name]: textOf(content, name) }];
    return fields.flatMap(([key, each]) =>
      rows.flatMap((row) => {
        const value = row[key];
        if (typeof value !== 'string') return [];
        if (each.type === 'reference') return [`${each.to}/${value}`];
        if (each.type === 'record') return [`${row[each.kindField]}/${value}`];
        return each.type === 'code' ? [`code/${codeSlug(each.list, value)}`] : [];
      }),
    );
  });
}
