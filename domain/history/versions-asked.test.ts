import { expect, test } from 'vitest';
import { readVersionsAsked } from './versions-asked';

test('two versions are compared as asked, in either direction', () => {
  expect(readVersionsAsked({ from: '3', to: '1' }, [1, 2, 3])).toEqual({ ok: true, value: { from: 3, to: 1 } });
});

test('without being asked, the latest is compared with the one before it; one alone with itself', () => {
  expect(readVersionsAsked({}, [2, 1, 3])).toEqual({ ok: true, value: { from: 2, to: 3 } });
  expect(readVersionsAsked({ from: '' }, [1])).toEqual({ ok: true, value: { from: 1, to: 1 } });
});

test.each(['4', '0', '01', '1.0', 'one', '-1'])('a version that is not there is refused by name: %s', (found) => {
  expect(readVersionsAsked({ from: '1', to: found }, [1, 2, 3])).toEqual({
    ok: false,
    problem: { kind: 'unknown-filter-value', name: 'to', found, allowed: ['1', '2', '3'] },
  });
});

test('what cannot be asked is refused by name', () => {
  expect(readVersionsAsked({ between: '1' }, [1])).toMatchObject({ ok: false, problem: { name: 'between' } });
});
