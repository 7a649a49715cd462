import { describe, expect, test } from 'vitest';
import { reasonKinds } from '../vocabulary';
import { changeActions } from './change';
import { reasonFindings, reasonKindsOf } from './reasons';

describe('what is published', () => {
  test.each([null, '', '  \n'])('neither changes nor ends without a reason in words: %j', (reason) => {
    const missing = [{ code: 'needs-reason', severity: 'error', path: 'reason', words: {} }];
    expect(reasonFindings({ action: 'change', reasonKind: 'new_report', reason })).toEqual(missing);
    expect(reasonFindings({ action: 'withdraw', reasonKind: 'withdrawn', reason })).toEqual(missing);
  });

  test('needs none when it is published first', () => {
    expect(reasonFindings({ action: 'add', reasonKind: 'first_publication', reason: null })).toEqual([]);
  });
});

describe('the kind of a reason', () => {
  test.each([
    ['add', 'correction_of_error'],
    ['add', 'withdrawn'],
    ['change', 'first_publication'],
    ['change', 'withdrawn'],
    ['withdraw', 'first_publication'],
  ] as const)('to %s a record is never %s', (action, reasonKind) => {
    expect(reasonFindings({ action, reasonKind, reason: 'Because' })).toEqual([
      { code: 'not-a-choice', severity: 'error', path: 'reasonKind', words: {} },
    ]);
  });

  test('is each of use somewhere', () => {
    expect(new Set(changeActions.flatMap((action) => reasonKindsOf[action]))).toEqual(new Set(reasonKinds));
  });
});
