import { describe, expect, test } from 'vitest';
import { day } from './calendar';
import { dayOf, keepPast, now, type Past, readPast, yearEnds } from './past';

const today = day('2026-11-22');
const both: Past = { asOf: day('2026-05-01'), until: day('2023-12-31') };

describe('the past that an address asks for', () => {
  test('is what was said on a day, and what had happened by one, apart', () => {
    expect(readPast({ asOf: '2026-05-01', until: '2023-12-31', sector: 'housing' }, today)).toEqual({
      ok: true,
      value: { past: both, rest: { sector: 'housing' } },
    });
  });

  test('is now when it asks for today, or leaves the day of a form empty', () => {
    expect(readPast({ asOf: '2026-11-22', until: '' }, today)).toEqual({ ok: true, value: { past: now, rest: {} } });
  });

  test.each(['2026-11-23', '2023-02-30', '2023', 'yesterday'])('is refused by name when %s is no past day', (found) => {
    expect(readPast({ until: found }, today)).toEqual({
      ok: false,
      problem: { kind: 'not-a-past-day', name: 'until', found, latest: today },
    });
  });

  test('is refused when it is asked for twice', () => {
    expect(readPast({ asOf: ['2026-01-01', '2026-02-01'] }, today)).toMatchObject({
      ok: false,
      problem: { name: 'asOf' },
    });
  });

  test('has the earlier of its days as its today', () => {
    expect(dayOf(both, today)).toBe('2023-12-31');
    expect(dayOf(now, today)).toBe(today);
  });
});

describe('a link within a past', () => {
  test('keeps both days, its own parameters and its part of the page', () => {
    expect(keepPast('/en/places?q=a+b#method', both)).toBe('/en/places?q=a+b&asOf=2026-05-01&until=2023-12-31#method');
  });

  test('keeps a day that it names itself', () => {
    expect(keepPast('/en?until=2022-12-31', both)).toBe('/en?until=2022-12-31&asOf=2026-05-01');
  });

  test.each(['https://example.org/page', '#method', '?'])(
    'leaves alone what leads elsewhere or nowhere: %s',
    (address) => {
      expect(keepPast(address, both)).toBe(address);
    },
  );

  test('is the plain address today', () => {
    expect(keepPast('/en/places', now)).toBe('/en/places');
  });
});

describe('the years that can be played', () => {
  test('end on their last day, and the year that is not over is not among them', () => {
    expect(yearEnds(day('2024-05-01'), today)).toEqual(['2024-12-31', '2025-12-31']);
    expect(yearEnds(day('2026-05-01'), today)).toEqual([]);
  });
});
