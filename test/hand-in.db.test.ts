import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { handIn, type HandIn } from '@/server/commands/hand-in';
import type { Actor } from '@/domain/permission';
import { db } from '@/server/db';
import { readHandedIn } from '@/server/workspace/read-handed-in';
import { aPerson } from './people';
import { adding, anOrganisation, approvedBy, aSource } from './record';

const aProgramOf = (actor: Actor, scopes: readonly ('submissions:write' | 'submissions:read')[]): Actor => ({
  ...actor,
  token: { id: randomUUID(), scopes },
});
const writing = async (facts: Partial<Actor> = {}) =>
  aProgramOf(await aPerson({ role: 'editor', ...facts }), ['submissions:write', 'submissions:read']);

let made = 0;
function handed(facts: Partial<HandIn> = {}): HandIn {
  made += 1;
  return { title: 'Sources', changes: [aSource(`a-source-${made}`)], isDraft: false, key: `key-${made}`, ...facts };
}
const idOf = (result: Awaited<ReturnType<typeof handIn>>) => {
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value.submissionId;
};

describe('what a program hands in', () => {
  test('waits for review, by its holder, as from a program', async () => {
    const program = await writing();
    const id = idOf(await handIn(program, handed()));
    expect(await db.submission.findUnique({ where: { id } })).toMatchObject({
      state: 'submitted',
      channel: 'api',
      authorId: program.id,
    });
    expect(await db.revision.count({ where: { submissionId: id } })).toBe(0);
  });

  test('is only kept, where it asks for a draft, complete or not', async () => {
    const change = { ...aSource('half-a-source'), content: { publisher: 'Ministry' } };
    const id = idOf(await handIn(await writing(), handed({ isDraft: true, changes: [change] })));
    expect(await db.submission.findUnique({ where: { id } })).toMatchObject({ state: 'draft' });
  });

  test('is told where it stands, and which version it became', async () => {
    const program = await writing();
    const input = handed();
    const submissionId = idOf(await handIn(program, input));
    expect(await readHandedIn(program, submissionId)).toMatchObject({ value: { state: 'submitted' } });
    const { contentHash } = await db.submission.findUniqueOrThrow({ where: { id: submissionId } });
    await approvedBy(await aPerson({ role: 'reviewer' }), { submissionId, contentHash: contentHash ?? '' });
    expect(await readHandedIn(program, submissionId)).toMatchObject({
      value: { state: 'approved', changes: [{ slug: input.changes[0]?.slug, publishedVersion: 1 }] },
    });
  });

  test('is not read by a program of somebody else, whatever their role', async () => {
    const id = idOf(await handIn(await writing(), handed()));
    const other = aProgramOf(await aPerson({ role: 'administrator' }), ['submissions:read']);
    expect(await readHandedIn(other, id)).toMatchObject({ problem: { kind: 'not-permitted' } });
  });

  test('leaves nothing when it is refused, and may be sent again with the same key', async () => {
    const program = await writing();
    const before = await db.submission.count();
    const events = await db.auditEvent.count();
    const wrong = handed({
      changes: [adding('source', 'wrong', { publisher: '', title: 'x', invented: 1 })],
      key: 'mended',
    });
    const refused = await handIn(program, wrong);
    expect(refused).toMatchObject({
      problem: { kind: 'invalid-changes', changes: [{ recordKind: 'source', slug: 'wrong' }] },
    });
    expect([await db.submission.count(), await db.auditEvent.count()]).toEqual([before, events]);
    expect(await handIn(program, { ...wrong, changes: [aSource('right')] })).toMatchObject({ value: { isNew: true } });
  });

  test.each([
    ['an identifier that is none', [aSource('Not One')], 'not-an-identifier'],
    ['the same record twice', [aSource('twice'), aSource('twice')], 'already-taken'],
    ['half of a character', [{ ...aSource('half'), reason: '\ud800' }], 'not-text'],
  ])('is refused at its record: %s', async (_, changes, code) => {
    const refused = await handIn(await writing(), handed({ changes }));
    expect(refused).toMatchObject({
      problem: { kind: 'invalid-changes', changes: [{ slug: changes.at(-1)?.slug, findings: [{ code }] }] },
    });
  });

  test('stays within the limits of its holder', async () => {
    const limited = await writing({ limitedToSectors: ['housing'] });
    const project = adding('project', 'a-bridge', { title: 'A bridge', sector: 'infrastructure' });
    expect(await handIn(limited, handed({ changes: [project] }))).toMatchObject({ ok: false });
  });

  test.each([[['submissions:read']], [[]]] as const)('is refused to a token for %j', async (scopes) => {
    const reading = aProgramOf(await aPerson(), scopes);
    expect(await handIn(reading, handed())).toMatchObject({ problem: { because: 'token-without-scope' } });
  });
});

describe('the same key', () => {
  test('with the same body is the same submission', async () => {
    const [program, input] = [await writing(), handed()];
    const first = await handIn(program, input);
    expect(await handIn(program, input)).toEqual({ ok: true, value: { submissionId: idOf(first), isNew: false } });
  });

  test.each([
    ['title', { title: 'Another' }],
    ['changes', { changes: [anOrganisation('another')] }],
    ['draft', { isDraft: true }],
  ])('with another %s is refused', async (_, facts) => {
    const [program, input] = [await writing(), handed()];
    await handIn(program, input);
    expect(await handIn(program, { ...input, ...facts })).toMatchObject({ problem: { kind: 'key-of-other-content' } });
  });

  test('of another person is another submission', async () => {
    const input = handed({ isDraft: true });
    const [one, other] = [await handIn(await writing(), input), await handIn(await writing(), input)];
    expect(idOf(one)).not.toBe(idOf(other));
  });

  test('while it is being worked on is told to wait', async () => {
    const [program, input] = [await writing(), handed()];
    await db.$transaction(async (tx) => {
      await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`${program.id}/${input.key}`}, 0))`;
      expect(await handIn(program, input)).toMatchObject({ problem: { kind: 'key-in-use' } });
    });
    expect(await handIn(program, input)).toMatchObject({ value: { isNew: true } });
  });

  test('asked for many times at once makes one submission', async () => {
    const [program, input] = [await writing(), handed()];
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => handIn(program, input)));
    expect(outcomes.filter((outcome) => outcome.ok && outcome.value.isNew)).toHaveLength(1);
    expect(await db.submission.count({ where: { authorId: program.id } })).toBe(1);
  });
});
