import { describe, expect, test } from 'vitest';
import { day, readDateSpan } from './calendar';
import { isUnreported, lateByDays, twelveMonthsBefore } from './lateness';
import { projectStatuses } from './vocabulary';

const on = (text: string) => {
  const read = readDateSpan(text);
  if (!read.ok) throw new Error(text);
  return read.value;
};

describe('lateness', () => {
  test('begins the day after the last day of the promise', () => {
    const project = { status: 'underway', promisedEndOn: on('2025') } as const;
    expect(lateByDays(project, day('2025-12-31'))).toBeNull();
    expect(lateByDays(project, day('2026-01-01'))).toBe(1);
  });

  test('is not known without a promise', () => {
    expect(lateByDays({ status: 'underway', promisedEndOn: null }, day('2026-01-01'))).toBeNull();
  });

  test.each(['completed', 'in_use', 'cancelled'] as const)('ends with an outcome: %s', (status) => {
    expect(lateByDays({ status, promisedEndOn: on('2020') }, day('2026-01-01'))).toBeNull();
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
