import { describe, expect, test } from 'vitest';
import { changePerson } from '../people/change-person';
import { disablePerson, enablePerson } from '../people/disable-person';
import { approve } from '../approve';
import { makeToken } from './make-token';
import { revokeToken } from './revoke-token';
import type { Actor } from '@/domain/permission';
import { isTokenForm, mostTokens, type TokenAsked } from '@/domain/token';
import { readTokenActor } from '@/server/auth/tokens';
import { db } from '@/server/db';
import { aPerson } from '@/test/people';
import { aSubmission, theGround } from '@/test/record';

const asked: TokenAsked = { name: 'Reports', scopes: ['submissions:write', 'submissions:read'], lifeDays: 90 };

async function aToken(holder: Actor, facts: Partial<TokenAsked> = {}): Promise<{ token: string; id: string }> {
  const made = await makeToken(holder, { ...asked, ...facts });
  if (!made.ok) throw new Error(made.problem.kind);
  const actor = await readTokenActor(made.value.token);
  return { token: made.value.token, id: actor?.token?.id ?? '' };
}

describe('a token', () => {
  test('is its holder, with no more than its scopes, and is kept as a hash alone', async () => {
    const holder = await aPerson({ role: 'reviewer' });
    const { token, id } = await aToken(holder, { scopes: ['submissions:read'] });
    expect(isTokenForm(token)).toBe(true);
    expect(await readTokenActor(token)).toEqual({ ...holder, token: { id, scopes: ['submissions:read'] } });
    const kept = await db.accessToken.findUniqueOrThrow({ where: { id } });
    expect(JSON.stringify(kept)).not.toContain(token.slice(4));
    expect(kept.lastUsedAt).not.toBeNull();
    expect((kept.expiresAt.getTime() - kept.createdAt.getTime()) / 86_400_000).toBe(90);
  });

  test.each(['', 'cst_', 'Bearer x', `cst_${'a'.repeat(43)}`, `cst_${'a'.repeat(44)}`])('is not %j', async (text) => {
    expect(await readTokenActor(text)).toBeNull();
  });

  test('that was revoked works no longer, by its holder and by an administrator, and by nobody else', async () => {
    const [holder, other, administrator] = [await aPerson(), await aPerson(), await aPerson({ role: 'administrator' })];
    const [one, two] = [await aToken(holder), await aToken(holder)];
    expect(await revokeToken(other, { tokenId: one.id })).toMatchObject({ problem: { because: 'only-holder' } });
    expect(await readTokenActor(one.token)).not.toBeNull();
    expect((await revokeToken(holder, { tokenId: one.id })).ok).toBe(true);
    expect((await revokeToken(administrator, { tokenId: two.id })).ok).toBe(true);
    expect([await readTokenActor(one.token), await readTokenActor(two.token)]).toEqual([null, null]);
    expect(await revokeToken(holder, { tokenId: one.id })).toMatchObject({ problem: { kind: 'not-found' } });
  });

  test('ends with its holder being disabled, for good', async () => {
    const [holder, administrator] = [await aPerson(), await aPerson({ role: 'administrator' })];
    const { token } = await aToken(holder);
    await disablePerson(administrator, { userId: holder.id });
    expect(await readTokenActor(token)).toBeNull();
    await enablePerson(administrator, { userId: holder.id });
    expect(await readTokenActor(token)).toBeNull();
  });

  test('has another role and other limits with its holder, at once', async () => {
    const [holder, administrator] = [await aPerson({ role: 'reviewer' }), await aPerson({ role: 'administrator' })];
    const { token } = await aToken(holder);
    await changePerson(administrator, {
      userId: holder.id,
      name: 'New name',
      role: 'editor',
      organisationSlug: null,
      limitedToPlaces: [],
      limitedToSectors: ['housing'],
    });
    expect(await readTokenActor(token)).toMatchObject({ role: 'editor', limitedToSectors: ['housing'] });
  });

  test('that has ended is nobody', async () => {
    const { token, id } = await aToken(await aPerson());
    // Its days are fixed when it is made: one is made that ended already.
    const { tokenHash } = await db.accessToken.findUniqueOrThrow({ where: { id } });
    await db.$executeRaw`delete from access_token where id = ${id}::uuid`;
    const { id: userId } = await aPerson();
    const createdAt = new Date(Date.now() - 31 * 86_400_000);
    const expiresAt = new Date(Date.now() - 86_400_000);
    await db.accessToken.create({
      data: { userId, name: 'Old', tokenHash, scopes: ['submissions:read'], createdAt, expiresAt },
    });
    expect(await readTokenActor(token)).toBeNull();
  });

  test('approves nothing, whatever its holder may', async () => {
    const [author, holder] = [await aPerson({ role: 'administrator' }), await aPerson({ role: 'administrator' })];
    const submission = await aSubmission(author, theGround);
    const actor = await readTokenActor((await aToken(holder)).token);
    if (!actor) throw new Error('The token works.');
    expect(await approve(actor, submission)).toMatchObject({ problem: { because: 'tokens-only-propose' } });
    expect(await makeToken(actor, asked)).toMatchObject({ problem: { because: 'tokens-only-propose' } });
    expect(await db.revision.count()).toBe(0);
  });

  test('is one of a few, also when many are asked for at once', async () => {
    const holder = await aPerson();
    const outcomes = await Promise.all(Array.from({ length: mostTokens + 3 }, () => makeToken(holder, asked)));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(mostTokens);
  });
});

describe('the database refuses', () => {
  const row = { name: 'A', tokenHash: 'a'.repeat(64), expiresAt: new Date(Date.now() + 86_400_000) };

  test.each([
    ['a scope that publishes', { scopes: ['submissions:approve'] }, 'a_token_only_proposes_and_reads'],
    ['a token for nothing', { scopes: [] }, 'a_token_only_proposes_and_reads'],
    ['a token itself in the place of its hash', { tokenHash: `cst_${'a'.repeat(43)}` }, 'a_token_is_kept_as_its_hash'],
    ['a token that never ends', { expiresAt: new Date(Date.now() + 400 * 86_400_000) }, 'a_token_ends_within_a_year'],
  ])('%s', async (_, facts, constraint) => {
    const { id: userId } = await aPerson();
    const data = { ...row, scopes: ['submissions:read'], userId, ...facts };
    await expect(db.accessToken.create({ data })).rejects.toThrow(constraint);
  });

  test('to widen a token, to lengthen it, and to give back a revoked one', async () => {
    const holder = await aPerson();
    const { id } = await aToken(holder, { scopes: ['submissions:read'] });
    const change = (data: object) => db.accessToken.update({ where: { id }, data });
    await expect(change({ scopes: ['submissions:write'] })).rejects.toThrow('is fixed');
    await expect(change({ expiresAt: new Date(Date.now() + 200 * 86_400_000) })).rejects.toThrow('is fixed');
    await change({ revokedAt: new Date() });
    await expect(change({ revokedAt: null })).rejects.toThrow('is fixed');
  });
});

test('what a token did stands in the log as done by a token', async () => {
  const holder = await aPerson({ role: 'administrator' });
  const { token, id } = await aToken(holder);
  const actor = await readTokenActor(token);
  if (!actor) throw new Error('The token works.');
  await aSubmission(actor, theGround);
  const events = await db.auditEvent.findMany({ where: { actorId: holder.id }, orderBy: { at: 'asc' } });
  expect(events.map(({ verb, details }) => [verb, (details as { token?: string }).token])).toEqual([
    ['token.made', undefined],
    ['submission.saved', id],
    ['submission.submitted', id],
  ]);
});
