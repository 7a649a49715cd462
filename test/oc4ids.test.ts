import fc from 'fast-check';
import { createTranslator } from 'use-intl/core';
import { describe, expect, test } from 'vitest';
import { standardMethod, standardMilestoneType, standardStatus } from '@/domain/oc4ids/codes';
import { standardCurrencies } from '@/domain/oc4ids/currencies';
import { absentKinds, derived, mappedKinds, mapping, namedKinds, pathsIn } from '@/domain/oc4ids/mapping';
import { momentsIn } from '@/domain/oc4ids/moments';
import { packageHead } from '@/domain/oc4ids/package';
import { standardProject } from '@/domain/oc4ids/project';
import type { Publishing } from '@/domain/oc4ids/publishing';
import type { ToldProject } from '@/domain/oc4ids/told';
import { recordKinds } from '@/domain/record/kinds';
import { records } from '@/domain/record/records';
import messages from '@/messages/en.json';
import { hasStandard, readStandard, whereStandardIs } from './oc4ids-standard';
import { anyToldProject, everythingTold, theDay } from './told-project';

const translate = createTranslator({ locale: 'en', messages }) as (key: string) => string; // keys that the domain puts together

const publishingIn = (timeZone: string): Publishing => ({
  prefix: 'oc4ids-xxxxxx',
  baseUrl: 'https://record.example.org',
  language: 'en',
  moments: momentsIn(timeZone),
  day: theDay,
  words: (key) => translate(key),
});

/** A package as a reader gets it: written as JSON, and read again. */
function packaged(projects: readonly ToldProject[], timeZone = 'Asia/Baku'): Packaged {
  const publishing = publishingIn(timeZone);
  const head = packageHead(
    {
      operator: { name: 'An operator', contact: 'record@example.org' },
      path: '/data/oc4ids.json?q=şuşa',
      publishedAt: '2026-06-30T09:00:00.000Z',
      asked: { q: 'şuşa' },
    },
    publishing,
  );
  return JSON.parse(
    JSON.stringify({ ...head, projects: projects.map((project) => standardProject(project, publishing)) }),
  ) as Packaged;
}

interface Packaged {
  readonly publisher: unknown;
  readonly projects: readonly Readonly<Record<string, unknown>>[];
}

describe.runIf(hasStandard)(`a package of any projects holds ${whereStandardIs}`, () => {
  const standard = hasStandard ? readStandard() : null;
  const complaintsOf = (one: unknown) => standard?.complaintsOf(one);

  test('whatever is known and not known of them', () => {
    fc.assert(
      fc.property(
        anyToldProject,
        fc.constantFrom('Asia/Baku', 'America/St_Johns', 'Africa/Monrovia', 'UTC', 'Pacific/Apia'),
        (project, timeZone) => {
          expect(complaintsOf(packaged([project], timeZone))).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('with all that can be known', () => {
    expect(complaintsOf(packaged([everythingTold()]))).toEqual([]);
  });

  test.each<{ readonly what: string; readonly project?: object; readonly one?: Partial<Packaged> }>([
    { what: 'an empty list', one: { projects: [] } },
    { what: 'no publisher', one: { publisher: {} } },
    { what: 'a status that the closed list lacks', project: { status: 'onHold' } },
    { what: 'a sector that is no list', project: { sector: 'transport' } },
    { what: 'a day without a time', project: { updated: '2026-06-30' } },
    { what: 'an amount without a currency', project: { budget: { amount: { amount: 1 } } } },
    { what: 'a currency of nobody', project: { budget: { amount: { amount: 1, currency: 'QQQ' } } } },
    { what: 'a body that is no party', project: { publicAuthority: { id: 'nobody', name: 'Nobody' } } },
    {
      what: 'latitude first',
      project: { locations: [{ id: 'a', geometry: { type: 'Point', coordinates: [39.9, 146.7] } }] },
    },
    { what: 'an identifier twice', project: { milestones: [{ id: 'a' }, { id: 'a' }] } },
    { what: 'a null', project: { description: null } },
  ])('and this check finds $what', ({ project, one }) => {
    const good = packaged([everythingTold()]);
    expect(complaintsOf({ ...good, projects: [{ ...good.projects[0], ...project }], ...one })).not.toEqual([]);
  });

  test('no currency of the closed list is missing, and none is beyond it', () => {
    expect([...standardCurrencies].sort()).toEqual([...(standard?.codesOf('currency.csv') ?? [])].sort());
  });

  test.each<[string, readonly (string | null)[]]>([
    ['projectStatus.csv', Object.values(standardStatus)],
    ['milestoneType.csv', Object.values(standardMilestoneType)],
    ['method.csv', Object.values(standardMethod)],
  ])('our codes lead to codes of %s', (codelist, codes) => {
    const allowed = standard?.codesOf(codelist) ?? [];
    expect(codes.filter((code) => code !== null && !allowed.includes(code))).toEqual([]);
  });
});

test.runIf(!hasStandard)(whereStandardIs, () => {
  expect(hasStandard).toBe(false);
});

describe('the table of where our fields stand', () => {
  const found = packaged([everythingTold()]).projects.flatMap((project) => [...new Set(pathsIn(project))]);
  const isWithin = (path: string, other: string) =>
    path === other || path.startsWith(`${other}.`) || path.startsWith(`${other}[`);
  const named = mappedKinds.flatMap((kind) =>
    Object.entries(mapping[kind]).flatMap(([field, paths]) => paths.map((path) => [kind, field, path] as const)),
  );

  test.each(mappedKinds)('names every field of a %s, and no other', (kind) => {
    const fields = Object.entries(records[kind].fields).flatMap(([name, field]) =>
      field.type === 'list' ? Object.keys(field.fields).map((inner) => `${name}.${inner}`) : [name],
    );
    expect(Object.keys(mapping[kind]).sort()).toEqual(fields.sort());
  });

  test('speaks of every kind of record', () => {
    expect([...mappedKinds, ...absentKinds, ...namedKinds].sort()).toEqual([...recordKinds].sort());
  });

  test('leads to what is there', () => {
    expect(named.filter(([, , path]) => !found.some((one) => isWithin(one, path)))).toEqual([]);
  });

  test('leads from what is derived to what is there', () => {
    const paths = Object.values(derived).flat();
    expect(paths.filter((path) => !found.some((one) => isWithin(one, path)))).toEqual([]);
  });

  test('leaves out nothing that is there', () => {
    const paths = [...named.map(([, , path]) => path), ...Object.values(derived).flat()];
    expect(found.filter((one) => !paths.some((path) => isWithin(one, path)))).toEqual([]);
  });
});
