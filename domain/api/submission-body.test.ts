import { describe, expect, test } from 'vitest';
import { exampleSubmission } from './example-submission';
import { idempotencyKeySchema, readSubmissionBody } from './submission-body';

const read = (body: unknown) => readSubmissionBody(JSON.stringify(body));
const [change] = exampleSubmission.changes;

test('a change set with its title is read as it stands', () => {
  expect(read(exampleSubmission)).toEqual({ ok: true, value: exampleSubmission });
});

describe('is refused at its field:', () => {
  test.each([
    [{ ...exampleSubmission, title: ' ' }, 'title'],
    [{ ...exampleSubmission, title: 'a\u0000b' }, 'title'],
    [{ ...exampleSubmission, title: { $gt: '' } }, 'title'],
    [{ ...exampleSubmission, changes: [] }, 'changes'],
    [{ ...exampleSubmission, draft: 'yes' }, 'draft'],
    [{ ...exampleSubmission, state: 'approved' }, ''],
    [{ ...exampleSubmission, changes: [{ ...change, kind: 'castle' }] }, 'changes.0.kind'],
    [{ ...exampleSubmission, changes: [{ ...change, slug: { not: '' } }] }, 'changes.0.slug'],
    [{ ...exampleSubmission, changes: [{ ...change, baseVersion: '1' }] }, 'changes.0.baseVersion'],
    [{ ...exampleSubmission, changes: [{ ...change, content: [] }] }, 'changes.0.content'],
    [{ ...exampleSubmission, changes: [{ ...change, approvedById: 'x' }] }, 'changes.0'],
  ])('%#', (body, field) => {
    expect(read(body)).toMatchObject({ problem: { kind: 'not-a-submission', findings: [{ field }] } });
  });
});

test.each(['', '{', 'null x', '{"__proto__":{}}', '{"title":"a","changes":[{"content":{"__proto__":1}}]}'])(
  '%j is no JSON that is taken in',
  (text) => expect(readSubmissionBody(text)).toMatchObject({ problem: { kind: 'not-json' } }),
);

test('what is nested without end is refused before it is looked into', () => {
  const deep = '['.repeat(500_000);
  expect(readSubmissionBody(`${deep}${']'.repeat(500_000)}`)).toMatchObject({ problem: { kind: 'not-json' } });
  expect(read({ title: deep, changes: exampleSubmission.changes })).toMatchObject({
    problem: { kind: 'not-a-submission' },
  });
});

test.each([
  ['0b0e2a1c-5a43-4d7e-8ad9-3c1b6f7a2d10', true],
  ['month-6', true],
  ['', false],
  ['a b', false],
  ['a'.repeat(201), false],
  ['ключ', false],
])('the key %j: %s', (key, expected) => {
  expect(idempotencyKeySchema.safeParse(key).success).toBe(expected);
});
