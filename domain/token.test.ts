import { expect, test } from 'vitest';
import { readTokenAsked } from './token';

const asked = { name: ' Reports\n', scopes: ['submissions:write'], lifeDays: '90' };

test('a token is asked for with a name, a scope and its days', () => {
  expect(readTokenAsked(asked)).toEqual({
    ok: true,
    value: { name: 'Reports', scopes: ['submissions:write'], lifeDays: 90 },
  });
});

test.each([
  [{ name: ' ' }, 'name'],
  [{ name: 'a'.repeat(101) }, 'name'],
  [{ scopes: [] }, 'scopes'],
  [{ scopes: ['submissions:write', 'submissions:approve'] }, 'scopes'],
  [{ lifeDays: '366' }, 'lifeDays'],
  [{ lifeDays: '' }, 'lifeDays'],
])('%o is refused at its field', (facts, path) => {
  expect(readTokenAsked({ ...asked, ...facts })).toMatchObject({ ok: false, problem: { findings: [{ path }] } });
});
