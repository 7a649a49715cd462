import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { everyProject, type ProjectFilter } from '@/domain/filter';
import { day } from '@/domain/calendar';
import { now, type Past } from '@/domain/past';
import { projectStatuses, sectors, verifications } from '@/domain/vocabulary';
import { locales } from '@/i18n/locales';
import { loadStarterFacts } from '@/prisma/seed/load';
import { readFilterChoices, readProjects } from '@/server/published/projects';
import { recordAt, recordNow } from '@/server/published/record-at';
import { hasStandard, readStandard, whereStandardIs } from './oc4ids-standard';
import { closeExportPool } from '@/server/export/copy-out';
import { everyProjectOf, oneProject, streamPackage } from '@/server/export/oc4ids/stream-package';

interface Packaged {
  readonly projects: readonly { readonly id: string }[];
}

async function packaged(filter: Partial<ProjectFilter>, past: Past = now, language = 'en'): Promise<Packaged | null> {
  const projects = everyProjectOf({ ...everyProject, ...filter });
  const stream = await streamPackage(recordAt(past), { projects, language, path: '/data/oc4ids.json', asked: {} });
  return stream && (JSON.parse(await text(stream)) as Packaged);
}

beforeAll(async () => {
  await loadStarterFacts(() => {});
}, 120_000);

afterAll(closeExportPool);

describe.runIf(hasStandard)(`the starter facts as OC4IDS packages hold ${whereStandardIs}`, () => {
  const standard = hasStandard ? readStandard() : null;

  async function complaints(filter: Partial<ProjectFilter>, past: Past = now, language = 'en') {
    const one = await packaged(filter, past, language);
    return one && standard?.complaintsOf(one);
  }

  test.each(locales)('in %s', async (language) => {
    expect(await complaints({}, now, language)).toEqual([]);
  });

  test('under every value of every filter', async () => {
    const { subsectors, places } = await readFilterChoices(recordNow(), 'en');
    const filters: readonly Partial<ProjectFilter>[] = [
      ...sectors.map((sector) => ({ sector })),
      ...subsectors.map(({ value }) => ({ subsector: value })),
      ...projectStatuses.map((status) => ({ status })),
      ...places.map(({ value }) => ({ place: value })),
      ...verifications.map((verification) => ({ verification })),
      { isLate: true },
      { isOnHold: true },
      { isUnreported: true },
      { text: 'road' },
    ];
    const found: (readonly [Partial<ProjectFilter>, readonly string[] | null | undefined])[] = [];
    for (const filter of filters) found.push([filter, await complaints(filter)]);
    // A filter that leaves nothing has no package.
    const held = found.filter(([, of]) => of !== null);
    expect(held.filter(([, of]) => of?.length !== 0)).toEqual([]);
    expect(held.length).toBeGreaterThan(60);
  }, 120_000);

  test('as of a day', async () => {
    expect(await complaints({}, { asOf: recordNow().day, until: null })).toEqual([]);
  });

  test.each(['2021-12-31', '2023-06-30', '2025-01-01'])('until %s', async (until) => {
    expect(await complaints({}, { asOf: null, until: day(until) })).toEqual([]);
  });
});

test.runIf(!hasStandard)(whereStandardIs, () => {
  expect(hasStandard).toBe(false);
});

test('a package has the projects of the page, in its order, under the same identifiers', async () => {
  for (const filter of [{}, { sector: 'housing' }, { isLate: true, sort: 'promised' }] as const) {
    const page = await readProjects(recordNow(), { ...everyProject, ...filter }, 'en');
    const ids = (await packaged(filter))?.projects.map(({ id }) => id) ?? [];
    expect(ids).toHaveLength(page.count);
    expect(ids.slice(0, page.rows.length)).toEqual(page.rows.map(({ slug }) => `oc4ids-xxxxxx-${slug}`));
  }
});

test('a package as of today has the projects of now', async () => {
  const ids = (one: Packaged | null) => one?.projects.map(({ id }) => id) ?? [];
  const asOfToday = ids(await packaged({}, { asOf: recordNow().day, until: null }));
  expect(asOfToday).toEqual(ids(await packaged({})));
  expect(asOfToday.length).toBeGreaterThan(100);
});

test('one project alone is a package of one; what is not in the record is none', async () => {
  const ask = (slug: string) =>
    streamPackage(recordNow(), { projects: oneProject(slug), language: 'en', path: '/', asked: {} });
  const alone = await ask('fuzuli-international-airport');
  expect(alone && (JSON.parse(await text(alone)) as Packaged).projects.map(({ id }) => id)).toEqual([
    'oc4ids-xxxxxx-fuzuli-international-airport',
  ]);
  expect(await ask('no-such-project')).toBeNull();
});
