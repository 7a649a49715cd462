import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { missingParts, type Part, rollUp, sumOfWholes } from './roll-up';
import { projectStatuses } from './vocabulary';

const aPart = (facts: Partial<Part> = {}): Part => ({
  status: 'underway',
  weight: null,
  progressPercent: 50,
  planned: {},
  ...facts,
});

describe('progress of a whole', () => {
  test('is weighed by weights where every part has one', () => {
    const parts = [aPart({ weight: 3, progressPercent: 100 }), aPart({ weight: 1, progressPercent: 0 })];
    expect(rollUp(parts)).toMatchObject({ percent: 75, rule: 'weights' });
  });

  test('else by planned quantity in a measure that every part plans', () => {
    const parts = [
      aPart({ planned: { homes: 30, road_length: 5 }, progressPercent: 100 }),
      aPart({ planned: { homes: 10 }, progressPercent: 20 }),
    ];
    expect(rollUp(parts)).toMatchObject({ percent: 80, rule: 'planned-quantity', measure: 'homes' });
  });

  test('else is the plain mean', () => {
    const parts = [aPart({ weight: 9, progressPercent: 100 }), aPart({ planned: { homes: 1 }, progressPercent: 0 })];
    expect(rollUp(parts)).toMatchObject({ percent: 50, rule: 'plain-mean', measure: null });
  });

  test('leaves unknown parts out and says how many', () => {
    expect(rollUp([aPart({ progressPercent: 40 }), aPart({ progressPercent: null })])).toMatchObject({
      percent: 40,
      knownParts: 1,
      unknownParts: 1,
    });
  });

  test('counts what is built as 100, and what is cancelled not at all', () => {
    const parts = [
      aPart({ status: 'in_use', progressPercent: null }),
      aPart({ status: 'cancelled', progressPercent: 0 }),
    ];
    expect(rollUp(parts)).toMatchObject({ percent: 100, knownParts: 1, unknownParts: 0 });
  });

  test('is unknown when nothing is known of any part', () => {
    expect(rollUp([])).toBeNull();
    expect(rollUp([aPart({ progressPercent: null })])).toBeNull();
  });

  test('is not computed from parts that are clearly not all of it', () => {
    const parts = [aPart({ status: 'in_use', planned: { power_capacity: 157 } }), aPart({ status: 'in_use' })];
    expect(rollUp(parts, { power_capacity: 500 })).toBeNull();
    expect(missingParts(parts, { power_capacity: 500 })).toEqual({
      measure: 'power_capacity',
      wholeQuantity: 500,
      partsQuantity: 157,
    });
    expect(rollUp(parts, { power_capacity: 160 })).not.toBeNull();
  });

  test('lies between the least and the most of its known parts', () => {
    const parts = fc.array(
      fc.record({
        status: fc.constantFrom(...projectStatuses),
        weight: fc.option(fc.integer({ min: 0, max: 100 })),
        progressPercent: fc.option(fc.integer({ min: 0, max: 100 })),
        planned: fc.constantFrom<Part['planned']>({}, { homes: 10 }, { homes: 250 }),
      }),
      { minLength: 1 },
    );
    fc.assert(
      fc.property(parts, (all) => {
        const rolled = rollUp(all);
        const known = all
          .filter(({ status }) => status !== 'cancelled')
          .flatMap(
            ({ status, progressPercent }) =>
              progressPercent ?? (status === 'completed' || status === 'in_use' ? 100 : []),
          );
        expect(rolled === null || rolled.knownParts === known.length).toBe(true);
        expect(rolled === null || rolled.percent >= Math.min(...known) - 1e-9).toBe(true);
        expect(rolled === null || rolled.percent <= Math.max(...known) + 1e-9).toBe(true);
      }),
    );
  });
});

describe('a sum over projects', () => {
  const partOf = new Map([
    ['plant-a', 'fleet'],
    ['plant-b', 'fleet'],
    ['turbine', 'plant-a'],
  ]);

  test("never adds a whole's figure to its parts'", () => {
    const statements = [
      { slug: 'fleet', quantity: 500 },
      { slug: 'plant-a', quantity: 8 },
      { slug: 'turbine', quantity: 4 },
      { slug: 'dam', quantity: 20 },
    ];
    expect(sumOfWholes(statements, partOf)).toEqual({ total: 520, stated: 2, unknown: 0, parts: 2 });
  });

  test('counts the parts where the whole states nothing', () => {
    const statements = [
      { slug: 'fleet', quantity: null },
      { slug: 'plant-a', quantity: 8 },
      { slug: 'plant-b', quantity: 7 },
    ];
    expect(sumOfWholes(statements, partOf)).toEqual({ total: 15, stated: 2, unknown: 1, parts: 0 });
  });

  test('is unknown, not zero, when nothing is known', () => {
    expect(sumOfWholes([{ slug: 'dam', quantity: null }], partOf)).toEqual({
      total: null,
      stated: 0,
      unknown: 1,
      parts: 0,
    });
  });

  test('ends where parts belong to each other in a circle', () => {
    const circle = new Map([
      ['a', 'b'],
      ['b', 'a'],
    ]);
    expect(sumOfWholes([{ slug: 'a', quantity: 1 }], circle).total).not.toBeUndefined();
  });
});
