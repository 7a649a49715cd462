import { describe, expect, test } from 'vitest';
import { day } from '../calendar';
import type { Cell, CountVersion, DecidedVersion } from './count-version';
import { disclose } from './disclose';

const threshold = 10;
const parents: Readonly<Record<string, string>> = {
  north: 'district',
  south: 'district',
  east: 'district',
  west: 'district',
  district: 'region',
};
const above = (place: string): readonly string[] => [place, ...(parents[place] ? above(parents[place]) : [])];

const gazetteer = { places: [...Object.keys(parents), 'region'], above };

interface Facts {
  readonly place: string;
  readonly persons?: number;
  readonly families?: number;
  readonly on?: string;
  readonly slug?: string;
  readonly group?: boolean;
  readonly isAlreadyPublic?: boolean;
  readonly isWithdrawn?: boolean;
  readonly series?: string;
  readonly breakdown?: readonly (readonly [sex: string, persons: number])[];
}

function aCount(facts: Facts, publication = 1): CountVersion {
  const { place, on = '2024-01-31', persons, families, group, breakdown = [] } = facts;
  const slug = facts.slug ?? `${place}-${on}${group ? '-group' : ''}`;
  const box = {
    placeSlug: place,
    counting: group ? ('single_group' as const) : ('running_total' as const),
    on: day(on),
    event: null,
    origin: null,
    sex: null,
    ageFrom: null,
    ageTo: null,
  };
  const cell = (measure: Cell['measure'], value: number | undefined): readonly Cell[] =>
    value === undefined ? [] : [{ measure, box, value }];
  return {
    id: `${slug}/${publication}`,
    slug,
    placeSlug: place,
    publication,
    series: facts.series ?? 'return returned happened',
    isAlreadyPublic: facts.isAlreadyPublic ?? false,
    isWithdrawn: facts.isWithdrawn ?? false,
    isDated: true,
    cells: {
      totals: [...cell('persons', persons), ...cell('families', families)],
      breakdown: breakdown.map(([sex, value]) => ({ measure: 'persons' as const, box: { ...box, sex }, value })),
    },
    lost: { totals: [], breakdown: [] },
  };
}

/** The same version in a record that was loaded from its archive: what was withheld is not there. */
function afterLoading(version: DecidedVersion): DecidedVersion {
  const { cells, totals, breakdown } = version;
  const held = { totals: totals ? cells.totals : [], breakdown: breakdown ? cells.breakdown : [] };
  const lost = { totals: totals ? [] : cells.totals, breakdown: breakdown ? [] : cells.breakdown };
  return { ...version, cells: held, lost };
}

/** Publishes one set of counts after the other and says which records are shown in the end, and which breakdowns. */
function shown(...submissions: readonly (readonly Facts[])[]): readonly string[] {
  const past: DecidedVersion[] = [];
  const last = new Map<string, DecidedVersion>();
  submissions.forEach((facts, publication) => {
    const fresh = facts.map((each) => aCount(each, publication));
    const decisions = disclose({ threshold, gazetteer, past: [...past], fresh });
    for (const version of fresh) {
      const decision = decisions.get(version.id);
      if (!decision) throw new Error('undecided');
      const decided = { ...version, totals: decision.totals, breakdown: decision.breakdown };
      past.push(decided);
      last.set(version.slug, decided);
    }
  });
  return [...last.values()].flatMap(({ slug, totals, breakdown, cells }) => [
    ...(totals ? [slug] : []),
    ...(breakdown && cells.breakdown.length > 0 ? [`${slug} by sex`] : []),
  ]);
}

describe('a count by itself', () => {
  test.each([
    [0, true],
    [1, false],
    [9, false],
    [10, true],
  ])('of %d persons is shown: %s', (persons, expected) => {
    expect(shown([{ place: 'north', persons, slug: 'it' }])).toEqual(expected ? ['it'] : []);
  });

  test('is withheld with its families, and with few families', () => {
    expect(shown([{ place: 'north', families: 1, persons: 8 }])).toEqual([]);
    expect(shown([{ place: 'north', families: 3, persons: 14 }])).toEqual([]);
    expect(shown([{ place: 'north', families: 3 }])).toEqual([]);
  });

  test('that was public already is shown whatever it is', () => {
    expect(shown([{ place: 'north', persons: 4, isAlreadyPublic: true }])).toEqual(['north-2024-01-31']);
  });
});

describe('subtraction', () => {
  test('from the total of a district does not tell a small count: the least other count is withheld with it', () => {
    const counts = [
      { place: 'district', persons: 1000, slug: 'district' },
      { place: 'north', persons: 600, slug: 'north' },
      { place: 'south', persons: 360, slug: 'south' },
      { place: 'east', persons: 37, slug: 'east' },
      { place: 'west', persons: 3, slug: 'west' },
    ];
    expect(shown(counts)).toEqual(['district', 'north', 'south']);
    expect(shown(counts.slice(1))).toEqual(['north', 'south', 'east']);
  });

  test('leaves what is large enough together', () => {
    expect(
      shown([
        { place: 'district', persons: 1000, slug: 'district' },
        { place: 'north', persons: 900, slug: 'north' },
        { place: 'west', persons: 3, slug: 'west' },
      ]),
    ).toEqual(['district', 'north']);
  });

  test('does not tell what is not recorded either: a remainder of four persons', () => {
    expect(
      shown([
        { place: 'district', persons: 104, slug: 'district' },
        { place: 'north', persons: 100, slug: 'north' },
      ]),
    ).toEqual(['district']);
  });

  test('of what was published before makes the newcomer give way', () => {
    expect(
      shown([{ place: 'north', persons: 100, slug: 'north' }], [{ place: 'district', persons: 104, slug: 'district' }]),
    ).toEqual(['north']);
  });

  test('counts what is public already as known', () => {
    expect(
      shown([
        { place: 'district', persons: 104, slug: 'district', isAlreadyPublic: true },
        { place: 'north', persons: 100, slug: 'north' },
      ]),
    ).toEqual(['district']);
  });

  test('never compares different people', () => {
    expect(
      shown([
        { place: 'district', persons: 104, slug: 'district', series: 'workers' },
        { place: 'north', persons: 100, slug: 'north' },
      ]),
    ).toEqual(['district', 'north']);
  });
});

describe('two dates', () => {
  test.each([
    [100, true],
    [104, false],
    [96, false],
    [110, true],
  ])('a running total of 100 and then of %d is shown: %s', (persons, expected) => {
    const first = { place: 'north', persons: 100, slug: 'first' };
    const second = { place: 'north', persons, slug: 'second', on: '2024-02-29' };
    expect(shown([first], [second])).toEqual(expected ? ['first', 'second'] : ['first']);
  });

  test('and a place apart: what came to the rest of the district in between is no small count', () => {
    expect(
      shown([
        { place: 'district', persons: 1000, slug: 'd1' },
        { place: 'north', persons: 500, slug: 'n1' },
        { place: 'district', persons: 1100, slug: 'd2', on: '2024-02-29' },
        { place: 'north', persons: 596, slug: 'n2', on: '2024-02-29' },
      ]),
    ).toEqual(['d1', 'd2', 'n2']);
  });

  test('let a village be shown as soon as it is large enough, beside the totals of its district', () => {
    expect(
      shown(
        [
          { place: 'district', persons: 1000, slug: 'd1' },
          { place: 'north', persons: 3, slug: 'n1' },
        ],
        [
          { place: 'district', persons: 1700, slug: 'd2', on: '2024-02-29' },
          { place: 'north', persons: 600, slug: 'n2', on: '2024-02-29' },
        ],
      ),
    ).toEqual(['d1', 'd2', 'n2']);
  });

  test('and the groups that came between them leave no small remainder', () => {
    expect(
      shown([
        { place: 'north', persons: 100, slug: 'first' },
        { place: 'north', persons: 124, slug: 'second', on: '2024-02-29' },
        { place: 'north', persons: 20, slug: 'group', on: '2024-02-10', group: true },
      ]),
    ).toEqual(['first', 'second']);
  });
});

describe('a correction', () => {
  test('that moves a count by a few persons is withheld', () => {
    expect(
      shown([{ place: 'north', persons: 100, slug: 'it' }], [{ place: 'north', persons: 104, slug: 'it' }]),
    ).toEqual([]);
    expect(
      shown([{ place: 'north', persons: 100, slug: 'it' }], [{ place: 'north', persons: 150, slug: 'it' }]),
    ).toEqual(['it']);
  });

  test('that says the same again is shown again', () => {
    expect(
      shown([{ place: 'north', persons: 100, slug: 'it' }], [{ place: 'north', persons: 100, slug: 'it' }]),
    ).toEqual(['it']);
  });

  test('does not let a count of a past day be set beside a later one', () => {
    // Of the first day: 1000 = 600 + a few + what was withheld for their sake. Corrections later change the total and the north.
    expect(
      shown(
        [
          { place: 'district', persons: 1000, slug: 'district' },
          { place: 'north', persons: 600, slug: 'north' },
          { place: 'south', persons: 397, slug: 'south' },
          { place: 'east', persons: 3, slug: 'east' },
        ],
        [
          { place: 'district', persons: 1100, slug: 'district' },
          { place: 'north', persons: 650, slug: 'north' },
        ],
        [{ place: 'south', persons: 397, slug: 'south' }],
      ),
    ).toEqual(['district', 'north']);
  });

  test('of what was withheld may be shown once it is large enough', () => {
    expect(shown([{ place: 'north', persons: 4, slug: 'it' }], [{ place: 'north', persons: 60, slug: 'it' }])).toEqual([
      'it',
    ]);
  });
});

test('a withdrawal does not bring to light what was withheld', () => {
  expect(
    shown(
      [{ place: 'north', persons: 4, slug: 'it' }],
      [{ place: 'north', persons: 4, slug: 'it', isWithdrawn: true }],
    ),
  ).toEqual([]);
});

test('a correction that is withheld takes its empty breakdown with it', () => {
  const past: DecidedVersion[] = [
    { ...aCount({ place: 'north', persons: 100, slug: 'it' }), totals: true, breakdown: true },
  ];
  const fresh = [aCount({ place: 'north', persons: 104, slug: 'it' }, 2)];
  expect(disclose({ threshold, gazetteer, past, fresh }).get('it/2')).toMatchObject({
    totals: false,
    breakdown: false,
    totalsBecause: 'would_reveal',
  });
});

test('zones across districts are totals too', () => {
  const inZone = (place: string): readonly string[] =>
    place === 'north' || place === 'south' ? [...above(place), 'zone'] : above(place);
  const fresh = [
    aCount({ place: 'zone', persons: 103, slug: 'zone' }),
    aCount({ place: 'north', persons: 100, slug: 'north' }),
    aCount({ place: 'south', persons: 3, slug: 'south' }),
  ];
  const decisions = disclose({
    threshold,
    gazetteer: { places: [...gazetteer.places, 'zone'], above: inZone },
    past: [],
    fresh,
  });
  expect([...decisions].filter(([, { totals }]) => totals).map(([id]) => id)).toEqual(['zone/1']);
});

describe('a breakdown', () => {
  test('is shown when each part is large enough or empty', () => {
    expect(
      shown([
        {
          place: 'north',
          persons: 100,
          slug: 'it',
          breakdown: [
            ['female', 55],
            ['male', 45],
          ],
        },
      ]),
    ).toEqual(['it', 'it by sex']);
    expect(
      shown([
        {
          place: 'north',
          persons: 100,
          slug: 'it',
          breakdown: [
            ['female', 100],
            ['male', 0],
          ],
        },
      ]),
    ).toEqual(['it', 'it by sex']);
  });

  test('is withheld with a small part, and the total stays', () => {
    expect(
      shown([
        {
          place: 'north',
          persons: 100,
          slug: 'it',
          breakdown: [
            ['female', 96],
            ['male', 4],
          ],
        },
      ]),
    ).toEqual(['it']);
  });

  test('is withheld where its remainder is small', () => {
    expect(
      shown([
        {
          place: 'north',
          persons: 100,
          slug: 'it',
          breakdown: [
            ['female', 50],
            ['male', 46],
          ],
        },
      ]),
    ).toEqual(['it']);
  });

  test('is withheld where the breakdown of another place would tell a small part', () => {
    expect(
      shown([
        {
          place: 'district',
          persons: 200,
          slug: 'district',
          breakdown: [
            ['female', 100],
            ['male', 100],
          ],
        },
        {
          place: 'north',
          persons: 150,
          slug: 'north',
          breakdown: [
            ['female', 96],
            ['male', 54],
          ],
        },
      ]),
    ).toEqual(['district', 'district by sex', 'north']);
  });
});

test('sources that contradict each other widely do not hold up what is large', () => {
  expect(
    shown([
      { place: 'district', persons: 500, slug: 'district', isAlreadyPublic: true },
      { place: 'north', persons: 900, slug: 'one source', isAlreadyPublic: true },
      { place: 'north', persons: 700, slug: 'another source' },
      { place: 'south', persons: 120, slug: 'south' },
    ]),
  ).toEqual(['district', 'one source', 'another source', 'south']);
});

describe('in a record that was loaded from its archive', () => {
  const withheld = afterLoading({
    ...aCount({ place: 'north', persons: 4, slug: 'it', on: '2024-01-31' }),
    totals: false,
    breakdown: false,
  });
  const decided = (past: readonly DecidedVersion[], ...fresh: readonly CountVersion[]) =>
    disclose({ threshold, gazetteer, past, fresh });

  test('a count that is not held is never shown, whatever is said of it', () => {
    const again = { ...withheld, id: 'again', publication: 2 };
    for (const facts of [{}, { isWithdrawn: true }, { isAlreadyPublic: true }]) {
      expect(decided([withheld], { ...again, ...facts }).get('again')).toEqual({
        totals: false,
        breakdown: false,
        totalsBecause: 'not_held',
        breakdownBecause: 'not_held',
      });
    }
  });

  test('nothing is shown that would say how large a small one may be', () => {
    // Of a village that is withheld, a running total of none later would tell that it was none.
    const later = aCount({ place: 'north', persons: 0, slug: 'later', on: '2024-02-29' }, 2);
    expect(decided([withheld], later).get('later/2')).toMatchObject({ totals: false, totalsBecause: 'would_reveal' });
    expect(decided([], later).get('later/2')).toMatchObject({ totals: true });
  });

  test('what leaves it as open as before is shown', () => {
    const later = aCount({ place: 'north', persons: 600, slug: 'later', on: '2024-02-29' }, 2);
    const district = aCount({ place: 'district', persons: 1000, slug: 'district' }, 2);
    const decisions = decided([withheld], later, district);
    expect([...decisions].filter(([, { totals }]) => totals).map(([id]) => id)).toEqual(['later/2', 'district/2']);
  });

  test('its number may be entered again, and is decided like any other', () => {
    const again = aCount({ place: 'north', persons: 60, slug: 'it' }, 2);
    expect(decided([withheld], again).get('it/2')).toMatchObject({ totals: true, totalsBecause: 'shown' });
    const small = aCount({ place: 'north', persons: 4, slug: 'it' }, 2);
    expect(decided([withheld], small).get('it/2')).toMatchObject({ totals: false, totalsBecause: 'small' });
  });
});
