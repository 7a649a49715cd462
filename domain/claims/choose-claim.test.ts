import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day, type DateSpan } from '../calendar';
import { type Claim, chooseClaim, claimUses, isContested, type NamedRival, verificationOrder } from './choose-claim';

const on = (date: string): DateSpan => ({ first: day(date), last: day(date), precision: 'day' });

interface Count extends Claim {
  readonly persons: number | null;
}

const rival = (facts: Partial<NamedRival> = {}): NamedRival => ({
  disagreement: 'd',
  field: null,
  isPreferred: false,
  ...facts,
});
const aClaim = (
  slug: string,
  persons: number | null,
  {
    date = '2024-01-01',
    verification = 'reported',
    sourceOn,
    rivals = [],
  }: {
    date?: string | null;
    verification?: Claim['statement']['verification'];
    sourceOn?: string;
    rivals?: readonly NamedRival[];
  } = {},
): Count => ({
  slug,
  persons,
  referenceOn: date === null ? null : on(date),
  rivals,
  statement: { verification, source: sourceOn ? { publishedOn: on(sourceOn) } : null },
});

const choose = (claims: readonly Count[], use?: (typeof claimUses)[number]) =>
  chooseClaim(claims, 'persons', ({ persons }) => persons, use);

describe('of several claims of one figure', () => {
  test('the latest day alone stands where nobody disagrees', () => {
    const chosen = choose([aClaim('old', 10), aClaim('new', 20, { date: '2024-06-01' })]);
    expect(chosen).toMatchObject({ value: 20, because: 'only', others: [], lowest: 20, highest: 20 });
  });

  test('all claims of the latest day stand, and the result says so', () => {
    const chosen = choose([aClaim('one', 84_770), aClaim('other', 88_000)]);
    expect(chosen).toMatchObject({ lowest: 84_770, highest: 88_000 });
    expect(chosen?.others).toHaveLength(1);
    expect(chosen && isContested(chosen)).toBe(true);
  });

  test('the rivals that a disagreement names stand too, of whatever day', () => {
    const claims = [
      aClaim('december', 24_729, { rivals: [rival()] }),
      aClaim('january', 26_000, { date: '2024-02-01', rivals: [rival()] }),
    ];
    expect(choose(claims)).toMatchObject({ value: 26_000, because: 'date', lowest: 24_729, highest: 26_000 });
  });

  test('a disagreement on another field does not count', () => {
    const about = rival({ field: 'families' });
    const claims = [
      aClaim('december', 24_729, { rivals: [about] }),
      aClaim('january', 26_000, { date: '2024-02-01', rivals: [about] }),
    ];
    expect(choose(claims)).toMatchObject({ value: 26_000, because: 'only', others: [] });
  });

  test.each([
    [
      'the one a reviewer preferred',
      'reviewer',
      aClaim('b', 2, { rivals: [rival({ isPreferred: true })] }),
      aClaim('a', 1, { verification: 'verified', rivals: [rival()] }),
    ],
    [
      'the better verified',
      'verification',
      aClaim('b', 2, { verification: 'documented' }),
      aClaim('a', 1, { sourceOn: '2024-05-01' }),
    ],
    [
      'the one whose source was published later',
      'source',
      aClaim('b', 2, { sourceOn: '2024-05-01' }),
      aClaim('a', 1, { sourceOn: '2024-04-01' }),
    ],
    ['the lower', 'value', aClaim('b', 1), aClaim('a', 2)],
    ['the first by identifier', 'identifier', aClaim('a', 1), aClaim('b', 1)],
  ] as const)('%s is preferred', (_, because, winner, loser) => {
    for (const claims of [
      [winner, loser],
      [loser, winner],
    ]) {
      expect(choose(claims)).toMatchObject({ claim: { slug: winner.slug }, because });
    }
  });

  test('a preferred claim that a newer day has overtaken prefers nothing', () => {
    const claims = [
      aClaim('a', 1, { rivals: [rival({ isPreferred: true })] }),
      aClaim('b', 2, { rivals: [rival()] }),
      aClaim('c', 9, { date: '2025-01-01' }),
    ];
    expect(choose(claims)).toMatchObject({ value: 9, because: 'only', others: [] });
  });

  test('what states nothing of it is no claim', () => {
    expect(choose([aClaim('a', null)])).toBeNull();
    expect(choose([aClaim('a', 3), aClaim('b', null, { date: '2025-01-01' })])).toMatchObject({ value: 3 });
  });

  test('one of no known day stands behind every dated one', () => {
    expect(choose([aClaim('a', 3), aClaim('b', 9, { date: null })])).toMatchObject({ value: 3, others: [] });
  });
});

const claims = fc
  .array(
    fc.record({
      date: fc.constantFrom('2024-01-01', '2024-02-01', '2024-03-01'),
      persons: fc.integer({ min: 0, max: 5 }),
      verification: fc.constantFrom(...verificationOrder),
      sourceOn: fc.constantFrom('2024-01-05', '2024-03-05'),
      rivals: fc.array(
        fc.record({ disagreement: fc.constantFrom('d', 'e'), field: fc.constant(null), isPreferred: fc.boolean() }),
        { maxLength: 2 },
      ),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((made) => made.map(({ persons, ...facts }, index) => aClaim(`claim-${index}`, persons, facts)));

describe('whatever is claimed', () => {
  test('the choice does not depend on the order of the claims', () => {
    fc.assert(
      fc.property(claims, fc.constantFrom(...claimUses), (made, use) => {
        expect(choose(made.toReversed(), use)).toEqual(choose(made, use));
      }),
    );
  });

  test('the lowest is never above the preferred, and the highest never below it; both are claimed', () => {
    fc.assert(
      fc.property(claims, (made) => {
        const [lowest, preferred, highest] = (['lowest', 'preferred', 'highest'] as const).map(
          (use) => choose(made, use)?.value ?? NaN,
        );
        expect(lowest).toBeLessThanOrEqual(preferred ?? NaN);
        expect(highest).toBeGreaterThanOrEqual(preferred ?? NaN);
        expect(made.map(({ persons }) => persons)).toEqual(expect.arrayContaining([lowest, highest]));
      }),
    );
  });

  test('no claim of the latest day disappears', () => {
    fc.assert(
      fc.property(claims, fc.constantFrom(...claimUses), (made, use) => {
        const chosen = choose(made, use);
        const latest = made
          .map(({ referenceOn }) => referenceOn?.last ?? '')
          .sort()
          .at(-1);
        const shown = chosen ? [chosen.claim, ...chosen.others] : [];
        expect(shown).toEqual(expect.arrayContaining(made.filter(({ referenceOn }) => referenceOn?.last === latest)));
      }),
    );
  });
});
