import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day, readDateSpan } from './calendar';
import { isUnreported, lateByDays, lateness, passedByDays, twelveMonthsBefore } from './lateness';
import { projectStatuses } from './vocabulary';

const on = (text: string) => {
  const read = readDateSpan(text);
  if (!read.ok) throw new Error(text);
  return read.value;
};

const today = day('2026-01-01');
const open = { status: 'underway', promisedEndOn: on('2025'), lastReportOn: on('2025-06') } as const;

describe('a promise', () => {
  test('has passed the day after its last day', () => {
    expect(passedByDays(open, day('2025-12-31'))).toBeNull();
    expect(passedByDays(open, today)).toBe(1);
  });

  test.each(['completed', 'in_use', 'cancelled'] as const)('no longer passes with an outcome: %s', (status) => {
    expect(passedByDays({ ...open, status }, today)).toBeNull();
    expect(lateness({ ...open, status }, null, today)).toBeNull();
  });
});

describe('a project is late', () => {
  test('when the promise passed and a later day says that it is open', () => {
    expect(lateByDays({ ...open, promisedEndOn: on('2024'), lastReportOn: on('2025-06') }, today)).toBe(366);
  });

  test('never where nothing was said since: it may be finished', () => {
    expect(lateByDays({ ...open, lastReportOn: on('2025-12-31') }, today)).toBeNull();
    expect(lateByDays({ ...open, lastReportOn: null }, today)).toBeNull();
  });

  test('never without a promise', () => {
    expect(lateByDays({ ...open, promisedEndOn: null }, today)).toBeNull();
  });
});

describe('the late list', () => {
  const toCome = { ...open, promisedEndOn: on('2027'), lastReportOn: on('2025-10') };
  test.each([
    ['late', { ...open, promisedEndOn: on('2024') }, null],
    ['passed_unreported', open, null],
    ['passed_unreported', open, day('2028-01-01')],
    ['no_promise', { ...open, promisedEndOn: null }, day('2028-01-01')],
    ['unreported', { ...toCome, lastReportOn: on('2024') }, day('2028-01-01')],
    ['expected_late', toCome, day('2028-01-01')],
    ['to_come', toCome, day('2027-12-31')],
    ['to_come', toCome, null],
  ] as const)('says %s', (expected, project, expectedOn) => {
    expect(lateness(project, expectedOn, today)).toBe(expected);
  });

  test('is late exactly where days late are known, and knows nothing where it says so', () => {
    const spans = fc.constantFrom(...['2024', '2025', '2025-12', '2026', '2027-03'].map(on), null);
    fc.assert(
      fc.property(fc.constantFrom(...projectStatuses), spans, spans, (status, promisedEndOn, lastReportOn) => {
        const project = { status, promisedEndOn, lastReportOn };
        expect(lateness(project, null, today) === 'late').toBe(lateByDays(project, today) !== null);
        expect(lateness(project, null, today) === null).toBe(['completed', 'in_use', 'cancelled'].includes(status));
      }),
    );
  });
});

describe('no report in twelve months', () => {
  test('counts from the last day that a report speaks of', () => {
    const project = { status: 'underway', lastReportOn: on('2025-06') } as const;
    expect(isUnreported(project, day('2026-06-30'))).toBe(false);
    expect(isUnreported(project, day('2026-07-01'))).toBe(true);
  });

  test('holds for what was never reported on', () => {
    expect(isUnreported({ status: 'planned', lastReportOn: null }, day('2026-07-01'))).toBe(true);
  });

  test('says nothing of what has an outcome', () => {
    const silent = projectStatuses.filter((status) => isUnreported({ status, lastReportOn: null }, day('2026-07-01')));
    expect(silent).toEqual(['proposed', 'planned', 'underway']);
  });

  test('is counted as the database counts it', () => {
    expect(twelveMonthsBefore(day('2024-02-29'))).toBe('2023-02-28');
    expect(twelveMonthsBefore(day('2026-11-22'))).toBe('2025-11-22');
  });
});
