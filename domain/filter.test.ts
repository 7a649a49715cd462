import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  everyProject,
  isNaturallyAscending,
  type ProjectFilter,
  projectSorts,
  readFilter,
  writeFilter,
} from './filter';
import { projectStatuses, sectors, verifications } from './vocabulary';

const known = { subsectors: ['road', 'mosque'], places: ['a-village', 'a-district'] };
const read = (query: string) => {
  const parameters = new URLSearchParams(query);
  return readFilter(
    Object.fromEntries([...new Set(parameters.keys())].map((name) => [name, parameters.getAll(name)])),
    known,
  );
};

describe('a project filter', () => {
  test('is everything when the address asks for nothing', () => {
    expect(read('')).toEqual({ ok: true, value: everyProject });
  });

  test('reads what a form sends, its empty fields not set', () => {
    expect(read('q=+old++road+&sector=housing&status=&late=yes&page=2')).toEqual({
      ok: true,
      value: { ...everyProject, text: 'old road', sector: 'housing', isLate: true, page: 2 },
    });
  });

  test.each([
    ['sector=palaces', { name: 'sector', found: 'palaces', allowed: sectors }],
    ['place=atlantis', { name: 'place', found: 'atlantis', allowed: known.places }],
    ['late=maybe', { name: 'late', found: 'maybe', allowed: ['yes'] }],
    ['page=0', { name: 'page', found: '0', allowed: [] }],
    ['page=99999999999', { name: 'page', found: '99999999999', allowed: [] }],
    ['sector=housing&sector=cultural', { name: 'sector', found: 'housing, cultural', allowed: sectors }],
  ])('refuses and names a value that does not exist: %s', (query, problem) => {
    expect(read(query)).toEqual({ ok: false, problem: { kind: 'unknown-filter-value', ...problem } });
  });

  test('refuses and names a filter that does not exist', () => {
    expect(read('colour=red')).toMatchObject({ ok: false, problem: { kind: 'unknown-filter', name: 'colour' } });
    expect(read('toString=1')).toMatchObject({ ok: false, problem: { kind: 'unknown-filter', name: 'toString' } });
  });

  test('passes over what links are decorated with', () => {
    expect(read('utm_source=mail&sector=housing')).toMatchObject({ ok: true, value: { sector: 'housing' } });
  });

  test('takes signs that no text holds for spaces', () => {
    expect(read('q=a%00b%0Ac')).toMatchObject({ ok: true, value: { text: 'a b c' } });
  });

  test('sorts by name from A, and by what is large from the largest', () => {
    expect(read('sort=slipped')).toMatchObject({ value: { sort: 'slipped', isAscending: false } });
    expect(read('sort=slipped&order=ascending')).toMatchObject({ value: { isAscending: true } });
    expect(read('')).toMatchObject({ value: { sort: 'name', isAscending: true } });
  });

  test('writes only what is set, in one order', () => {
    expect(writeFilter({ page: 3, isLate: true, sector: 'cultural', text: 'a & b' })).toBe(
      '?q=a+%26+b&sector=cultural&late=yes&page=3',
    );
    expect(writeFilter(everyProject)).toBe('');
  });

  test('reads back what it wrote', () => {
    fc.assert(
      fc.property(filters, (filter) => {
        expect(read(writeFilter(filter).slice(1))).toEqual({ ok: true, value: filter });
      }),
    );
  });
});

const maybe = <Value>(values: readonly Value[]) => fc.constantFrom<Value | null>(null, ...values);

const filters: fc.Arbitrary<ProjectFilter> = fc
  .record({
    text: fc.constantFrom('', 'road', 'Şuşa yolu', 'a&b=c', '100% %_'),
    sector: maybe(sectors),
    subsector: maybe(known.subsectors),
    status: maybe(projectStatuses),
    place: maybe(known.places),
    isLate: fc.boolean(),
    isOnHold: fc.boolean(),
    isUnreported: fc.boolean(),
    verification: maybe(verifications),
    sort: fc.constantFrom(...projectSorts),
    isNatural: fc.boolean(),
    page: fc.integer({ min: 1, max: 1_000_000 }),
  })
  .map(({ isNatural, ...filter }) => ({ ...filter, isAscending: isNatural === isNaturallyAscending(filter.sort) }));
