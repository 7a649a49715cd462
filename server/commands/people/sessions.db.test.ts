import { describe, expect, test } from 'vitest';
import { changePerson } from './change-person';
import { disablePerson, enablePerson } from './disable-person';
import { endOwnSession, endOwnSessions, endSessionsOfPerson } from './end-sessions';
import { setPassword } from '@/server/commands/people';
import { db } from '@/server/db';
import { aPerson } from '@/test/people';
import { openSession, readSession, sessionLife } from '@/server/auth/sessions';

const nowhere = { organisationSlug: null, limitedToPlaces: [], limitedToSectors: [] };

describe('an open session', () => {
  test('is its person, as the database has them', async () => {
    const editor = await aPerson({ role: 'editor' });
    expect(await readSession(await openSession(editor.id))).toMatchObject({ actor: editor });
  });

  test('is refused at once when the person is disabled, also after they are enabled again', async () => {
    const [administrator, editor] = [await aPerson({ role: 'administrator' }), await aPerson()];
    const session = await openSession(editor.id);

    await disablePerson(administrator, { userId: editor.id });
    expect(await readSession(session)).toBeNull();
    await enablePerson(administrator, { userId: editor.id });
    expect(await readSession(session)).toBeNull();
  });

  test('has another role, name and limits at once', async () => {
    const [administrator, editor] = [await aPerson({ role: 'administrator' }), await aPerson()];
    const session = await openSession(editor.id);

    await changePerson(administrator, {
      ...nowhere,
      userId: editor.id,
      name: 'New name',
      role: 'reviewer',
      limitedToSectors: ['housing'],
    });
    expect(await readSession(session)).toMatchObject({
      actor: { role: 'reviewer', name: 'New name', limitedToSectors: ['housing'] },
    });
  });

  test('ends when the password is set anew', async () => {
    const editor = await aPerson();
    const session = await openSession(editor.id);
    const { email } = await db.user.findUniqueOrThrow({ where: { id: editor.id } });
    await setPassword({ email, password: 'another long password' });
    expect(await readSession(session)).toBeNull();
  });

  test('ends with signing out there, and the others go on', async () => {
    const editor = await aPerson();
    const [here, there] = [await openSession(editor.id), await openSession(editor.id)];
    await endOwnSession(editor, { sessionId: there });
    expect(await readSession(there)).toBeNull();
    expect(await readSession(here)).not.toBeNull();
  });

  test('of someone else cannot be ended', async () => {
    const [editor, other] = [await aPerson(), await aPerson()];
    const session = await openSession(editor.id);
    await endOwnSession(other, { sessionId: session });
    expect(await readSession(session)).not.toBeNull();
  });

  test('ends with signing out everywhere, by oneself or by an administrator', async () => {
    const [administrator, editor] = [await aPerson({ role: 'administrator' }), await aPerson()];
    const sessions = [await openSession(editor.id), await openSession(editor.id)];
    await endOwnSessions(editor);
    expect(await Promise.all(sessions.map(readSession))).toEqual([null, null]);

    const another = await openSession(editor.id);
    await endSessionsOfPerson(administrator, { userId: editor.id });
    expect(await readSession(another)).toBeNull();
  });

  test('ends by itself a week after its last use', async () => {
    const session = await openSession((await aPerson()).id);
    await db.session.update({ where: { id: session }, data: { expiresAt: new Date(Date.now() - 1000) } });
    expect(await readSession(session)).toBeNull();
  });

  test('lasts 30 days at most, however much it is used', async () => {
    const session = await openSession((await aPerson()).id);
    const createdAt = new Date(Date.now() - sessionLife.longestMs + 60_000);
    await db.session.update({
      where: { id: session },
      data: { createdAt, lastSeenAt: new Date(Date.now() - 3_600_000) },
    });
    await readSession(session);
    const { expiresAt } = await db.session.findUniqueOrThrow({ where: { id: session } });
    expect(expiresAt.getTime()).toBe(createdAt.getTime() + sessionLife.longestMs);
  });
});
