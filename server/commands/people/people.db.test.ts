import { beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '@/domain/permission';
import { checkCredentials } from '@/server/auth/check-credentials';
import { readLink } from '@/server/auth/one-time-link';
import { openSession, readSession } from '@/server/auth/sessions';
import {
  addUser,
  disableUser,
  firstAdministratorNeeded,
  inviteFirstAdministrator,
  listUsers,
  setPassword,
} from '@/server/commands/people';
import { db } from '@/server/db';
import { aPerson } from '@/test/people';
import { changePerson } from './change-person';
import { disablePerson } from './disable-person';
import { setUpFirstAdministrator } from './first-administrator';
import { invitePerson, makePersonLink } from './invite-person';
import { changeOwnPassword } from './set-password';
import { choosePassword } from './use-link';

const password = 'correct horse battery';
const nowhere = { organisationSlug: null, limitedToPlaces: [], limitedToSectors: [] };
const invitation = { ...nowhere, email: 'new@example.org', name: 'New Person', role: 'editor' as const };
const spent = { ok: false, problem: { kind: 'link-spent' } };
const tokenIn = (path: string) => path.split('/').at(-1) ?? '';

/** Someone who can sign in. */
async function aSignedUp(email: string, role: 'editor' | 'administrator' = 'editor'): Promise<Actor> {
  const added = await addUser({ email, name: email, role, password });
  if (!added.ok) throw new Error(added.problem.kind);
  const { id, name, organisationSlug } = await db.user.findUniqueOrThrow({ where: { email } });
  return { id, name, role, organisationSlug, limitedToPlaces: [], limitedToSectors: [] };
}

async function invited(administrator: Actor) {
  const made = await invitePerson(administrator, invitation);
  if (!made.ok) throw new Error(made.problem.kind);
  return { userId: made.value.userId, token: tokenIn(made.value.path) };
}

// The log cannot be emptied, and so its people cannot be deleted: those of earlier tests are made strangers.
beforeEach(async () => {
  const users = await db.user.findMany({ select: { id: true } });
  for (const { id } of users)
    await db.user.update({ where: { id }, data: { email: `gone-${id}@example.org`, maySignIn: false } });
});

describe('the first administrator', () => {
  test('is needed until somebody may sign in; accounts of the service do not count', async () => {
    expect(await firstAdministratorNeeded()).toBe(true);
    await aSignedUp('a@example.org');
    expect(await firstAdministratorNeeded()).toBe(false);
  });

  test('sets themselves up by a link, which works once', async () => {
    const { path } = await inviteFirstAdministrator();
    expect(path).toMatch(/^\/en\/set-up\/[\w-]{43}$/);
    const given = { token: tokenIn(path), email: 'First@example.org', name: 'First', password };

    expect(await setUpFirstAdministrator(given)).toMatchObject({ ok: true });
    expect(await listUsers()).toMatchObject([{ email: 'first@example.org', role: 'administrator' }]);
    expect(await setUpFirstAdministrator({ ...given, email: 'second@example.org' })).toEqual(spent);
  });

  test('is one, though two use the link at once', async () => {
    const token = tokenIn((await inviteFirstAdministrator()).path);
    const given = ['one@example.org', 'two@example.org'].map((email) => ({ token, email, name: 'First', password }));
    const outcomes = await Promise.all(given.map(setUpFirstAdministrator));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await listUsers()).toHaveLength(1);
  });

  test('does not come by an earlier link, nor when somebody else can sign in already', async () => {
    const earlier = tokenIn((await inviteFirstAdministrator()).path);
    const newest = tokenIn((await inviteFirstAdministrator()).path);
    const given = { email: 'first@example.org', name: 'First', password };
    expect(await setUpFirstAdministrator({ ...given, token: earlier })).toEqual(spent);
    await aSignedUp('a@example.org');
    expect(await setUpFirstAdministrator({ ...given, token: newest })).toEqual(spent);
  });

  test('keeps the link when a field is wrong', async () => {
    const token = tokenIn((await inviteFirstAdministrator()).path);
    const given = { token, email: 'first@example.org', name: 'First', password };
    expect(await setUpFirstAdministrator({ ...given, password: 'short' })).toMatchObject({
      problem: { kind: 'weak-password', shortest: 12 },
    });
    expect(await setUpFirstAdministrator({ ...given, email: 'first' })).toMatchObject({
      problem: { kind: 'invalid-form' },
    });
    expect(await setUpFirstAdministrator({ ...given, name: ' ' })).toMatchObject({ problem: { kind: 'invalid-form' } });
    expect(await setUpFirstAdministrator(given)).toMatchObject({ ok: true });
  });
});

describe('an invited person', () => {
  test('chooses a password and signs in with it', async () => {
    const { token, userId } = await invited(await aPerson({ role: 'administrator' }));
    expect(await readLink(token)).toEqual({
      purpose: 'invitation',
      person: { email: 'new@example.org', name: 'New Person' },
    });

    expect(await choosePassword({ token, name: 'Newer Name', password })).toEqual({ ok: true, value: { userId } });
    expect(await checkCredentials({ email: 'new@example.org', password, address: 'here' })).toEqual({
      ok: true,
      value: { userId },
    });
    expect(await db.user.findUnique({ where: { id: userId } })).toMatchObject({ name: 'Newer Name' });
    expect(await readLink(token)).toBeNull();
  });

  test('uses the link once, though it is used twice at once', async () => {
    const { token } = await invited(await aPerson({ role: 'administrator' }));
    const outcomes = await Promise.all(
      [password, 'another long password'].map((each) => choosePassword({ token, name: null, password: each })),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.filter(({ ok }) => !ok)).toEqual([spent]);
  });

  test('keeps the link when the password is too weak or is the address', async () => {
    const { token } = await invited(await aPerson({ role: 'administrator' }));
    expect(await choosePassword({ token, name: null, password: 'short' })).toMatchObject({
      problem: { kind: 'weak-password' },
    });
    expect(await choosePassword({ token, name: null, password: 'NEW@example.org' })).toMatchObject({
      problem: { kind: 'weak-password' },
    });
    expect(await choosePassword({ token, name: null, password })).toMatchObject({ ok: true });
  });

  test('does not come by a link that is too old, was replaced, or is of someone disabled', async () => {
    const administrator = await aPerson({ role: 'administrator' });
    const { token, userId } = await invited(administrator);
    const again = await makePersonLink(administrator, { userId });
    expect(await choosePassword({ token, name: null, password })).toEqual(spent);

    const newest = again.ok ? tokenIn(again.value.path) : '';
    await disablePerson(administrator, { userId });
    expect(await choosePassword({ token: newest, name: null, password })).toEqual(spent);
    expect(await readLink(newest)).toBeNull();
    expect(await choosePassword({ token: 'x'.repeat(43), name: null, password })).toEqual(spent);
  });

  test('whose link is too old is nobody', async () => {
    const { token, userId } = await invited(await aPerson({ role: 'administrator' }));
    await db.oneTimeLink.updateMany({ where: { userId }, data: { expiresAt: new Date(Date.now() - 1) } });
    expect(await choosePassword({ token, name: null, password })).toEqual(spent);
  });

  test('has the address alone, however it is typed', async () => {
    const administrator = await aPerson({ role: 'administrator' });
    const outcomes = await Promise.all([
      invitePerson(administrator, invitation),
      invitePerson(administrator, { ...invitation, email: 'NEW@example.org' }),
    ]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ problem: { kind: 'email-taken' } });
  });

  test('cannot be limited to a place that is not in the record, nor work for an unknown organisation', async () => {
    const administrator = await aPerson({ role: 'administrator' });
    const refused = await invitePerson(administrator, {
      ...invitation,
      limitedToPlaces: ['atlantis'],
      organisationSlug: 'nobody',
    });
    expect(refused).toMatchObject({
      problem: {
        kind: 'invalid-form',
        findings: [
          { code: 'unknown-record', path: 'places' },
          { code: 'unknown-record', path: 'organisation' },
        ],
      },
    });
    expect(await db.user.count({ where: { email: invitation.email } })).toBe(0);
  });
});

describe('the last administrator', () => {
  test('can be neither disabled nor given another role', async () => {
    const last = await aSignedUp('last@example.org', 'administrator');
    const refused = { ok: false, problem: { kind: 'last-administrator' } };
    expect(await disablePerson(last, { userId: last.id })).toEqual(refused);
    expect(await disableUser({ email: 'last@example.org' })).toEqual(refused);
    expect(await changePerson(last, { ...nowhere, userId: last.id, name: 'Last', role: 'editor' })).toEqual(refused);
    expect(
      await changePerson(last, { ...nowhere, userId: last.id, name: 'Renamed', role: 'administrator' }),
    ).toMatchObject({ ok: true });
  });

  test('is one of two who disable each other at once', async () => {
    const [one, other] = [
      await aSignedUp('one@example.org', 'administrator'),
      await aSignedUp('other@example.org', 'administrator'),
    ];
    const outcomes = await Promise.all([
      disablePerson(one, { userId: other.id }),
      disablePerson(other, { userId: one.id }),
    ]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ problem: { kind: 'last-administrator' } });
  });

  test('is not someone who was invited and never came', async () => {
    const last = await aSignedUp('last@example.org', 'administrator');
    await invitePerson(last, { ...invitation, role: 'administrator' });
    expect(await disablePerson(last, { userId: last.id })).toMatchObject({ problem: { kind: 'last-administrator' } });
  });
});

describe('a password', () => {
  test('of one’s own is changed with the old one, and signs one out everywhere but here', async () => {
    const actor = await aSignedUp('me@example.org');
    const [here, there] = [await openSession(actor.id), await openSession(actor.id)];
    const session = { actor, email: 'me@example.org', sessionId: here };
    const wanted = { newPassword: 'another long password', address: 'here' };

    expect(await changeOwnPassword(session, { ...wanted, oldPassword: 'not this one, ever' })).toMatchObject({
      problem: { kind: 'wrong-credentials' },
    });
    expect(await changeOwnPassword(session, { ...wanted, oldPassword: password })).toMatchObject({ ok: true });
    expect(await readSession(there)).toBeNull();
    expect(await readSession(here)).not.toBeNull();
    expect(
      await checkCredentials({ email: 'me@example.org', password: 'another long password', address: 'here' }),
    ).toMatchObject({ ok: true });
  });

  test('set by the operator is held to the same rule', async () => {
    await aSignedUp('me@example.org');
    expect(await setPassword({ email: 'me@example.org', password: 'short' })).toMatchObject({
      problem: { kind: 'weak-password' },
    });
    expect(await setPassword({ email: 'nobody@example.org', password })).toMatchObject({
      problem: { kind: 'not-found' },
    });
    expect(await setPassword({ email: 'ME@example.org', password: 'another long password' })).toMatchObject({
      ok: true,
    });
  });
});

describe('people are managed', () => {
  const refused = { problem: { kind: 'not-permitted', because: 'administrators-manage' } };

  test.each(['editor', 'reviewer'] as const)('not by a %s', async (role) => {
    const actor = await aPerson({ role });
    expect(await invitePerson(actor, invitation)).toMatchObject(refused);
    expect(await makePersonLink(actor, { userId: actor.id })).toMatchObject(refused);
    expect(
      await changePerson(actor, { ...nowhere, userId: actor.id, name: 'Me', role: 'administrator' }),
    ).toMatchObject(refused);
    expect(await disablePerson(actor, { userId: actor.id })).toMatchObject(refused);
  });

  test('with an entry in the log for each act, by whom and to whom', async () => {
    const administrator = await aPerson({ role: 'administrator' });
    const { userId } = await invited(administrator);
    await changePerson(administrator, { ...nowhere, userId, name: 'New Person', role: 'reviewer' });
    await disablePerson(administrator, { userId });

    const written = await db.auditEvent.findMany({ where: { subject: `user/${userId}` }, orderBy: { id: 'asc' } });
    expect(written.map(({ verb }) => verb)).toEqual([
      'person.added',
      'person.link-made',
      'person.changed',
      'person.disabled',
    ]);
    expect(new Set(written.map(({ actorId }) => actorId))).toEqual(new Set([administrator.id]));
    expect(JSON.stringify(written)).not.toContain('new@example.org');
  });
});
