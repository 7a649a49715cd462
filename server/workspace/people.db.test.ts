import { expect, test } from 'vitest';
import { db } from '@/server/db';
import { aPerson } from '@/test/people';
import { readOwnSessions, readPeople, readPerson } from './people';

test('people are listed with where they stand and when they were last seen', async () => {
  const administrator = await aPerson({ role: 'administrator', name: 'Anna' });
  const disabled = await aPerson({ name: 'Boris' });
  const service = await aPerson({ name: 'Service' });
  const lastSeenAt = new Date('2026-03-01T10:00:00Z');
  await db.user.update({ where: { id: administrator.id }, data: { passwordHash: 'set' } });
  await db.user.update({ where: { id: disabled.id }, data: { disabledAt: new Date() } });
  await db.user.update({ where: { id: service.id }, data: { maySignIn: false } });
  await db.session.create({ data: { userId: administrator.id, lastSeenAt, expiresAt: lastSeenAt } });
  await aPerson({ name: 'Clara' });

  const people = await readPeople(administrator);
  const shown = people.ok ? people.value.map(({ name, state, lastSeenAt: seen }) => ({ name, state, seen })) : [];
  expect(shown).toEqual([
    { name: 'Anna', state: 'active', seen: lastSeenAt },
    { name: 'Boris', state: 'disabled', seen: null },
    { name: 'Clara', state: 'invited', seen: null },
  ]);
  expect(await readPerson(administrator, service.id)).toMatchObject({ problem: { kind: 'not-found', what: 'person' } });
});

test.each(['editor', 'reviewer'] as const)('people are not shown to a %s', async (role) => {
  const actor = await aPerson({ role });
  const refused = { problem: { kind: 'not-permitted', because: 'administrators-manage' } };
  expect(await readPeople(actor)).toMatchObject(refused);
  expect(await readPerson(actor, actor.id)).toMatchObject(refused);
});

test('one sees one’s own open sessions and nobody else’s', async () => {
  const [me, other] = [await aPerson(), await aPerson()];
  const [soon, gone] = [new Date(Date.now() + 60_000), new Date(Date.now() - 60_000)];
  const mine = await db.session.create({ data: { userId: me.id, expiresAt: soon } });
  await db.session.createMany({
    data: [
      { userId: me.id, expiresAt: gone },
      { userId: me.id, expiresAt: soon, endedAt: gone },
      { userId: other.id, expiresAt: soon },
    ],
  });
  expect((await readOwnSessions(me)).map(({ id }) => id)).toEqual([mine.id]);
});
