import type { Content } from '@/domain/record/content';

/** Numbers that look like chance and are the same on every run. */
export function chance(seed: number) {
  let state = seed >>> 0 || 1;
  const next = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 2 ** 32;
  };
  return {
    of: (share: number) => next() < share,
    upTo: (most: number) => Math.floor(next() * (most + 1)),
    one: <Value>(values: readonly [Value, ...Value[]]): Value =>
      values[Math.floor(next() * values.length)] ?? values[0],
  };
}

/** A region of two districts with villages, and a zone across them. */
export const parentOf: Readonly<Record<string, string | null>> = {
  region: null,
  'district-a': 'region',
  'district-b': 'region',
  'village-a1': 'district-a',
  'village-a2': 'district-a',
  'village-a3': 'district-a',
  'village-b1': 'district-b',
  'village-b2': 'district-b',
  zone: null,
};
export const membersOfZone = ['village-a1', 'district-b'] as const;

export function holdersOf(place: string): readonly string[] {
  const parent = parentOf[place];
  const zone = membersOfZone.some((member) => member === place) ? ['zone'] : [];
  return [...new Set([place, ...zone, ...(parent ? holdersOf(parent) : [])])];
}

export interface PublishedCount {
  readonly slug: string;
  readonly content: Content;
}

/**
 * People come to places over some months, and offices publish what they counted: running totals and single groups, some
 * by sex and age, some public already, some wrong at first and corrected later. One list a publication.
 */
export function arrivals(seed: number, group = 'returned_idp'): readonly (readonly PublishedCount[])[] {
  const { of, upTo, one } = chance(seed * 7919 + 17);
  const days = ['2024-01-31', '2024-02-29', '2024-03-31', '2024-04-30'].slice(0, 2 + upTo(2));
  const places = Object.keys(parentOf);
  /** Else every person of a district is counted in one of its villages. */
  const hasElsewhere = of(0.5);
  const people = places
    .filter((place) => place !== 'zone')
    .flatMap((place) =>
      days.flatMap((on) =>
        [true, false].flatMap((isOfGroup) =>
          ['female', 'male'].flatMap((sex) =>
            [8, 40].map((age) => {
              const isElsewhere = !place.startsWith('village');
              const isEmpty = isElsewhere ? !hasElsewhere || of(0.8) : of(isOfGroup ? 0.8 : 0.5);
              const persons = isEmpty ? 0 : one([upTo(3), upTo(15), upTo(80)]);
              return { place, on, isOfGroup, sex, age, persons, families: Math.ceil(persons / 4) };
            }),
          ),
        ),
      ),
    );
  type Person = (typeof people)[number];
  const sumOf = (isIn: (person: Person) => boolean, measure: 'persons' | 'families' = 'persons') =>
    people.filter(isIn).reduce((sum, person) => sum + person[measure], 0);

  const publications: PublishedCount[][] = [];
  const late: PublishedCount[] = [];
  days.forEach((day, index) => {
    const batches: [PublishedCount[], PublishedCount[]] = [[], []];
    for (const place of places) {
      for (const counting of ['running_total', 'single_group'] as const) {
        const isIn = (person: Person) =>
          holdersOf(person.place).includes(place) &&
          (counting === 'running_total' ? person.on <= day : person.isOfGroup && person.on === day);
        const persons = sumOf(isIn);
        if (!of(counting === 'running_total' ? 0.85 : 0.25) || (counting === 'single_group' && persons === 0)) continue;
        const parts = one<readonly { sex: string; ageFrom: number | null; ageTo: number | null }[]>([
          [],
          [],
          ['female', 'male'].map((sex) => ({ sex, ageFrom: null, ageTo: null })),
          [
            { sex: 'all', ageFrom: 0, ageTo: 17 },
            { sex: 'all', ageFrom: 18, ageTo: null },
          ],
          ['female', 'male'].flatMap((sex) => [
            { sex, ageFrom: 0, ageTo: 17 },
            { sex, ageFrom: 18, ageTo: null },
          ]),
        ]);
        const batch = of(0.7) ? 0 : 1;
        // What becomes public elsewhere after others were shown here may tell what it likes.
        const isAlreadyPublic = index === 0 && batch === 0 && of(0.15);
        const content: Content = {
          placeSlug: place,
          kind: 'return',
          populationGroup: group,
          stage: 'happened',
          counting,
          referenceOn: day,
          families: of(0.7) ? sumOf(isIn, 'families') : null,
          persons,
          personsMethod: 'counted',
          breakdown: parts.map((part) => ({
            ...part,
            persons: sumOf(
              (person) =>
                isIn(person) &&
                (part.sex === 'all' || part.sex === person.sex) &&
                person.age >= (part.ageFrom ?? 0) &&
                person.age <= (part.ageTo ?? 999),
            ),
          })),
          ...(isAlreadyPublic ? { alreadyPublic: true, publicBecause: 'A newspaper had it' } : {}),
        };
        const slug = `${group.replaceAll('_', '-')}-${place}-${day}-${counting.replaceAll('_', '-')}`;
        const isWrongAtFirst = !isAlreadyPublic && of(0.06);
        const first = isWrongAtFirst ? { ...content, persons: persons + one([1, 4, 12, 40]), breakdown: [] } : content;
        batches[batch].push({ slug, content: first });
        if (isWrongAtFirst) late.push({ slug, content });
      }
    }
    publications.push(...batches.filter((batch) => batch.length > 0));
  });
  return late.length > 0 ? [...publications, late] : publications;
}
