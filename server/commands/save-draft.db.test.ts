import { describe, expect, test } from 'vitest';
import { aPerson } from '@/test/people';
import { aReport } from '@/test/record';
import { saveDraft } from './save-draft';

test('a draft that changes one record twice is refused, and leaves nothing', async () => {
  const changes = [aReport('a-report'), aReport('a-report', { physicalProgressPercent: 50 })];
  const refused = await saveDraft(await aPerson(), { title: 'A draft', changes });
  expect(refused).toMatchObject({
    ok: false,
    problem: {
      kind: 'invalid-form',
      findings: [{ code: 'already-taken', path: 'slug', words: { found: 'a-report' } }],
    },
  });
});

describe('text that no database keeps', () => {
  test.each([
    ['a zero byte', 'narrative', { narrative: 'a\u0000b' }],
    ['half a surrogate pair', 'narrative', { narrative: 'a\ud800' }],
    ['a zero byte in a list', 'quantities', { quantities: [{ measure: '\\\u0000' }] }],
  ])('is refused and named: %s', async (_, path, facts) => {
    const refused = await saveDraft(await aPerson(), { title: 'A draft', changes: [aReport('a-report', facts)] });
    expect(refused).toMatchObject({
      ok: false,
      problem: { kind: 'invalid-form', findings: [{ code: 'not-text', path }] },
    });
  });

  test('is not what only looks like it', async () => {
    const changes = [aReport('a-report', { narrative: '\\u0000 and \ud83c\udfe0' })];
    expect(await saveDraft(await aPerson(), { title: 'A draft', changes })).toMatchObject({ ok: true });
  });
});
