import { expect, test } from 'vitest';
import { claimsParameter, readClaimUse } from './claim-use';

test('totals use what is preferred unless the address says otherwise', () => {
  expect(readClaimUse({ place: 'a-village' })).toEqual({
    ok: true,
    value: { use: 'preferred', rest: { place: 'a-village' } },
  });
  expect(readClaimUse({ claims: 'lowest', place: 'a-village' })).toEqual({
    ok: true,
    value: { use: 'lowest', rest: { place: 'a-village' } },
  });
});

test.each([['average'], [['lowest', 'highest']]])('claims=%s is refused and named', (claims) => {
  expect(readClaimUse({ claims })).toMatchObject({
    ok: false,
    problem: { kind: 'unknown-filter-value', name: 'claims' },
  });
});

test('the preferred has one address: the one that says nothing', () => {
  expect(claimsParameter('preferred')).toEqual({});
  expect(claimsParameter('highest')).toEqual({ claims: 'highest' });
});
