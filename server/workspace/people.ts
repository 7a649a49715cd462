import 'server-only';
import { may, type Actor, type Role } from '@/domain/permission';
import type { Problem } from '@/domain/problem';
import { accept, refuse, type Result } from '@/domain/result';
import type { Sector } from '@/domain/vocabulary';
import { db } from '../db';

export type PersonState = 'invited' | 'active' | 'disabled';

export interface Person {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly organisationSlug: string | null;
  readonly limitedToPlaces: readonly string[];
  readonly limitedToSectors: readonly Sector[];
  readonly state: PersonState;
  readonly lastSeenAt: Date | null;
}

/** Everyone who may sign in or could once; accounts that act for the service are nobody. */
export async function readPeople(actor: Actor): Promise<Result<readonly Person[], Problem>> {
  const permission = may(actor, 'people.manage');
  if (!permission.ok) return permission;
  const users = await db.user.findMany({
    where: { maySignIn: true },
    include: lastSession,
    orderBy: [{ name: 'asc' }, { email: 'asc' }],
  });
  return accept(users.map(personOf));
}

export async function readPerson(actor: Actor, userId: string): Promise<Result<Person, Problem>> {
  const permission = may(actor, 'people.manage');
  if (!permission.ok) return permission;
  const user = await db.user.findFirst({ where: { id: userId, maySignIn: true }, include: lastSession });
  return user ? accept(personOf(user)) : refuse({ kind: 'not-found', what: 'person' });
}

export interface OwnSession {
  readonly id: string;
  readonly startedAt: Date;
  readonly lastSeenAt: Date;
}

/** Where this person is signed in now, latest first. */
export async function readOwnSessions(actor: Actor): Promise<readonly OwnSession[]> {
  const sessions = await db.session.findMany({
    where: { userId: actor.id, endedAt: null, expiresAt: { gt: new Date() } },
    orderBy: { lastSeenAt: 'desc' },
  });
  return sessions.map(({ id, createdAt, lastSeenAt }) => ({ id, startedAt: createdAt, lastSeenAt }));
}

/** Whether this person agreed to be named in public. */
export async function readOwnNaming(actor: Actor): Promise<boolean> {
  const { isNamedInPublic } = await db.user.findUniqueOrThrow({
    where: { id: actor.id },
    select: { isNamedInPublic: true },
  });
  return isNamedInPublic;
}

const lastSession = { sessions: { orderBy: { lastSeenAt: 'desc' as const }, take: 1, select: { lastSeenAt: true } } };

type UserWithLastSession = Awaited<ReturnType<typeof db.user.findMany<{ include: typeof lastSession }>>>[number];

function personOf(user: UserWithLastSession): Person {
  const { id, email, name, role, organisationSlug, limitedToPlaces, limitedToSectors } = user;
  const state = user.disabledAt ? 'disabled' : user.passwordHash ? 'active' : 'invited';
  const lastSeenAt = user.sessions[0]?.lastSeenAt ?? null;
  return { id, email, name, role, organisationSlug, limitedToPlaces, limitedToSectors, state, lastSeenAt };
}
