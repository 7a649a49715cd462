import { describe, expect, test } from 'vitest';
import { comparedDays } from './compared-days';
import { day } from './calendar';

const today = day('2026-11-22');

describe('two days to compare', () => {
  test('are the last thirty days when none is asked for', () => {
    expect(comparedDays({}, today)).toEqual({ ok: true, value: { from: '2026-10-23', to: '2026-11-22' } });
  });

  test('may be asked for one by one', () => {
    expect(comparedDays({ to: '2026-03-31' }, today)).toEqual({
      ok: true,
      value: { from: '2026-03-01', to: '2026-03-31' },
    });
    expect(comparedDays({ from: '2026-03-31' }, today)).toEqual({
      ok: true,
      value: { from: '2026-03-31', to: '2026-11-22' },
    });
  });

  test.each([
    [{ from: '2026-02-30' }, 'from'],
    [{ from: '2027-01-01' }, 'from'],
    [{ to: 'yesterday' }, 'to'],
    [{ to: '2026-11-23' }, 'to'],
  ])('that are no past days are refused by name: %o', (asked, name) => {
    expect(comparedDays(asked, today)).toMatchObject({ ok: false, problem: { kind: 'not-a-past-day', name } });
  });

  test('that are reversed are refused, never turned round', () => {
    expect(comparedDays({ from: '2026-06-01', to: '2026-05-01' }, today)).toEqual({
      ok: false,
      problem: { kind: 'reversed-days', name: 'from', found: '2026-06-01', to: '2026-05-01' },
    });
  });
});
