import { describe, expect, test } from 'vitest';
import {
  aDate,
  aToldContract,
  aToldLine,
  aToldMilestone,
  aToldProject,
  aToldReport,
  theDay,
} from '@/test/told-project';
import { plainAddress } from './address';
import { sectorCodes } from './codes';
import { momentsIn } from './moments';
import { measureId } from './metrics';
import { standardProject } from './project';
import { prefixShape } from './prefix';
import type { Publishing } from './publishing';
import type { ToldContractChange, ToldProject } from './told';
import { day } from '../calendar';

const publishing: Publishing = {
  prefix: 'oc4ids-abc123',
  baseUrl: 'https://record.example.org',
  language: 'en',
  moments: momentsIn('Asia/Baku'),
  day: theDay,
  words: (key) => key,
};

const standard = (facts: Partial<ToldProject>) => standardProject(aToldProject(facts), publishing);

describe('a project in the standard', () => {
  test('has the prefix before its identifier, which stands alone among the local ones', () => {
    expect(standard({})).toMatchObject({
      id: 'oc4ids-abc123-a-bridge',
      identifiers: [{ id: 'a-bridge', scheme: 'cornerstone' }],
    });
  });

  test('says nothing of what is not known', () => {
    expect(Object.keys(standard({})).sort()).toEqual([
      'additionalClassifications',
      'cornerstone',
      'documents',
      'id',
      'identifiers',
      'language',
      'sector',
      'status',
      'title',
      'updated',
    ]);
  });

  test('that is on hold keeps its stage, and says so in a field of ours', () => {
    expect(standard({ isOnHold: true, onHoldReason: 'Water is short' })).toMatchObject({
      status: 'implementation',
      cornerstone: { status: 'underway', isOnHold: true, onHoldReason: 'Water is short' },
    });
  });

  test('has longitude before latitude', () => {
    const place = { slug: 'a', name: 'A', type: null, within: null, pointPrecisionKm: null, names: [] };
    expect(standard({ places: [{ ...place, latitude: 39.9, longitude: 46.7 }] })).toMatchObject({
      locations: [{ geometry: { type: 'Point', coordinates: [46.7, 39.9] } }],
    });
  });

  test('has no parent sector without its child', () => {
    expect(sectorCodes('infrastructure', { code: 'bridge', standard: 'transport.road' })).toEqual([
      'transport',
      'transport.road',
    ]);
    expect(sectorCodes('infrastructure', { code: 'mine_clearance', standard: null })).toEqual([
      'infrastructure',
      'infrastructure.mineClearance',
    ]);
    expect(sectorCodes('infrastructure', { code: 'education', standard: 'education' })).toEqual(['education']);
  });

  test('is part of a whole by the identifier of the whole', () => {
    expect(standard({ whole: { slug: 'a-road', name: 'A road' } })).toMatchObject({
      relatedProjects: [{ scheme: 'oc4ids', identifier: 'oc4ids-abc123-a-road', relationship: 'partOf' }],
    });
  });
});

describe('a date in the standard', () => {
  test('covers all of what it may be, and says how precisely it is known', () => {
    expect(standard({ baselineStartOn: aDate('2021'), baselineEndOn: aDate('2023-Q2') })).toMatchObject({
      period: { startDate: '2021-01-01T00:00:00+04:00', endDate: '2023-06-30T23:59:59+04:00' },
      cornerstone: { dates: { baselineEndOn: { precision: 'quarter', written: '2023-Q2' } } },
    });
  });

  test.each([
    // Summer time was kept in Baku until 2015.
    ['Asia/Baku', '2015-07-01', '2015-07-01T00:00:00+05:00'],
    ['Asia/Baku', '2016-07-01', '2016-07-01T00:00:00+04:00'],
    ['America/St_Johns', '2024-01-01', '2024-01-01T00:00:00-03:30'],
    ['UTC', '2024-01-01', '2024-01-01T00:00:00+00:00'],
    // Clocks go forward on this day, two hours after it began.
    ['Europe/Kyiv', '2024-03-31', '2024-03-31T00:00:00+02:00'],
  ])('of %s on %s begins at %s', (timeZone, text, moment) => {
    expect(momentsIn(timeZone).startOf(day(text))).toBe(moment);
  });
});

describe('money in the standard', () => {
  test('keeps its kinds apart and adds nothing up', () => {
    const project = standard({ money: [aToldLine('a'), aToldLine('b', { kind: 'draft' }), aToldLine('c')] });
    expect(project).toMatchObject({
      budget: {
        budgetBreakdowns: [
          { id: 'draft', budgetBreakdown: [{ id: 'b', amount: { amount: 1250000.5, currency: 'AZN' } }] },
          { id: 'approved', budgetBreakdown: [{ id: 'a' }, { id: 'c' }] },
        ],
      },
    });
    expect(project.budget).not.toHaveProperty('amount');
  });

  test('has one amount for all where one was approved for all, the latest', () => {
    const inAll = { accumulation: 'cumulative' } as const;
    const lines = [
      aToldLine('earlier', { ...inAll, minorUnits: '100', period: aDate('2022') }),
      aToldLine('later', { ...inAll, minorUnits: '300', period: aDate('2024') }),
    ];
    expect(standard({ money: lines })).toMatchObject({ budget: { amount: { amount: 3, currency: 'AZN' } } });
    const rival = aToldLine('rival', { ...inAll, minorUnits: '500', period: aDate('2024') });
    expect(standard({ money: [...lines, rival] }).budget).not.toHaveProperty('amount');
  });

  test.each([
    ['JPY', '1234', 1234],
    ['AZN', '1234', 12.34],
    ['KWD', '1234', 1.234],
  ])('in %s has the decimals of the currency', (currency, minorUnits, amount) => {
    expect(standard({ money: [aToldLine('a', { currency, minorUnits })] })).toMatchObject({
      budget: { budgetBreakdowns: [{ budgetBreakdown: [{ amount: { amount, currency } }] }] },
    });
  });

  test('in a currency that the standard lacks is in our own field alone', () => {
    expect(standard({ money: [aToldLine('a', { currency: 'QQQ' })] }).budget).toEqual({
      budgetBreakdowns: [
        expect.objectContaining({
          budgetBreakdown: [
            expect.objectContaining({
              cornerstone: expect.objectContaining({ exactAmount: { amount: '1250000.50', currency: 'QQQ' } }),
            }),
          ],
        }),
      ],
    });
  });

  test('that was spent is measured and is no budget', () => {
    const project = standard({
      money: [aToldLine('a', { kind: 'spent' })],
      reports: [aToldReport('r', { spentMinorUnits: '500', currency: 'AZN' })],
    });
    expect(project).not.toHaveProperty('budget');
    expect(project.metrics).toMatchObject([
      {
        id: 'financialProgress',
        observations: [
          { value: { amount: 5 }, dimensions: { accumulation: 'cumulative' } },
          { value: { amount: 1250000.5 }, dimensions: { accumulation: 'in_period' } },
        ],
      },
    ]);
  });
});

describe('planned and actual', () => {
  const road = {
    measure: 'road_length',
    label: 'Road',
    meaning: null,
    unit: 'km',
    unitAsStated: null,
    qualifier: null,
  };

  test('share the identifier of their series', () => {
    const project = standard({
      baselineEndOn: aDate('2025'),
      measures: [{ ...road, planned: 40 }],
      reports: [aToldReport('r', { percent: 60, quantities: [{ ...road, quantity: 24, basis: 'total_to_date' }] })],
    });
    expect(project.forecasts).toMatchObject([
      { id: 'physicalProgress', observations: [{ measure: 100, period: { endDate: '2025-12-31T23:59:59+04:00' } }] },
      { id: 'roadLength', observations: [{ measure: 40, unit: { scheme: 'UNCEFACT', id: 'KMT' } }] },
    ]);
    expect(project.metrics).toMatchObject([
      {
        id: 'physicalProgress',
        observations: [{ measure: 60, cornerstone: { statement: { verification: 'reported' } } }],
      },
      { id: 'roadLength', observations: [{ measure: 24, dimensions: { basis: 'total_to_date' } }] },
    ]);
  });

  test('every promise stands, the first and each later one', () => {
    const project = standard({
      baselineEndOn: aDate('2023'),
      forecastEndOn: aDate('2026'),
      reports: [aToldReport('r', { promisedEndOn: aDate('2025') })],
    });
    expect(project.forecasts).toMatchObject([
      {
        observations: [
          { id: 'project/baselineEndOn', cornerstone: { promise: 'baseline' } },
          { id: 'progress_report/r/promisedEndOn', cornerstone: { promise: 'report' } },
          { id: 'project/forecastEndOn', cornerstone: { promise: 'forecast' } },
        ],
      },
    ]);
  });

  test('what a plan says is a forecast', () => {
    const project = standard({ reports: [aToldReport('r', { kind: 'plan', percent: 50 })] });
    expect(project).toMatchObject({ forecasts: [{ observations: [{ measure: 50 }] }] });
    expect(project).not.toHaveProperty('metrics');
  });

  test('a measure is never taken for a series of the standard', () => {
    expect(measureId('families_housed')).toBe('familiesHoused');
    expect(measureId('physical_progress')).toBe('measure:physical_progress');
    expect(measureId('roadLength')).toBe('measure:roadLength');
  });
});

describe('a milestone', () => {
  test.each([
    [{ actualOn: aDate('2026-03') }, 'met'],
    [{ plannedOn: aDate('2027') }, 'scheduled'],
    [{ plannedOn: aDate('2025'), forecastOn: aDate('2027') }, 'scheduled'],
    [{ plannedOn: aDate('2025') }, undefined],
    [{}, undefined],
  ])('with %o is %s', (facts, status) => {
    const [milestone] = standard({ milestones: [aToldMilestone(facts)] }).milestones as { status?: string }[]; // the list just made
    expect(milestone?.status).toBe(status);
  });
});

describe('the changes of a contract', () => {
  const summaryOf = (facts: Parameters<typeof aToldContract>[0]) => {
    const [process] = standard({ contracts: [aToldContract(facts)] }).contractingProcesses as { summary: object }[]; // the list just made
    return process?.summary;
  };
  const amendment = { amendedOn: aDate('2023-02-01'), newValueMinorUnits: null, newEndsOn: null };
  const change: ToldContractChange = {
    version: 2,
    publishedAt: '2024-01-01T00:00:00.000Z',
    reasonKind: 'source_changed',
    reason: 'The ministry says otherwise',
    oldMinorUnits: '900',
    newMinorUnits: '1000',
    oldCurrency: 'AZN',
    newCurrency: 'AZN',
    oldStartsOn: null,
    newStartsOn: null,
    oldEndsOn: null,
    newEndsOn: null,
    isToldByAmendments: false,
  };

  test('are reasoned, each from what the one before left', () => {
    expect(
      summaryOf({
        amendments: [
          { ...amendment, reason: 'More stone', newValueMinorUnits: '1200' },
          { ...amendment, reason: 'More steel', newValueMinorUnits: '1500' },
        ],
      }),
    ).toMatchObject({
      contractValue: { amount: 10 },
      modifications: [
        { type: 'value', rationale: 'More stone', oldContractValue: { amount: 10 }, newContractValue: { amount: 12 } },
        { type: 'value', rationale: 'More steel', oldContractValue: { amount: 12 }, newContractValue: { amount: 15 } },
      ],
    });
  });

  test('of value and of time are two', () => {
    const both = { ...amendment, reason: 'Both', newValueMinorUnits: '1200', newEndsOn: aDate('2024') };
    expect(summaryOf({ amendments: [both] })).toMatchObject({
      modifications: [
        { id: 'works/amendment/1/value', type: 'value' },
        {
          id: 'works/amendment/1/duration',
          type: 'duration',
          oldContractPeriod: { endDate: '2023-12-31T23:59:59+04:00' },
          newContractPeriod: { endDate: '2024-12-31T23:59:59+04:00' },
        },
      ],
    });
  });

  test('are those that the record was published anew with, too', () => {
    expect(summaryOf({ changes: [change] })).toMatchObject({
      contractValue: { amount: 9 },
      modifications: [
        {
          type: 'value',
          rationale: 'The ministry says otherwise',
          oldContractValue: { amount: 9 },
          newContractValue: { amount: 10 },
        },
      ],
    });
  });

  test.each([
    ['a corrected error', { reasonKind: 'correction_of_error' } as const],
    ['what its amendments tell', { isToldByAmendments: true }],
  ])('are not %s', (_, facts) => {
    expect(summaryOf({ changes: [{ ...change, ...facts }] })).not.toHaveProperty('modifications');
  });
});

describe('an address', () => {
  test.each([
    ['https://example.org/şuşa?q=[1]|2', 'https://example.org/%C5%9Fu%C5%9Fa?q=%5B1%5D%7C2'],
    ['https://example.org/a%20b#c', 'https://example.org/a%20b#c'],
    ['not an address', null],
    ['mailto:a@example.org', null],
  ])('%s is written %s', (text, plain) => {
    expect(plainAddress(text)).toBe(plain);
  });
});

test.each([
  ['oc4ids-xxxxxx', true],
  ['oc4ids-a1b2c3', true],
  ['oc4ids-A1B2C3', false],
  ['oc4ids-abc', false],
  ['ocds-a1b2c3', false],
])('whether %s has the shape of a prefix: %s', (prefix, isShaped) => {
  expect(prefixShape.test(prefix)).toBe(isShaped);
});
