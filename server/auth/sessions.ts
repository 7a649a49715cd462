import 'server-only';
import type { Actor } from '@/domain/permission';
import type { Session, User } from '@/prisma/generated/client/client';
import { recordAudit } from '../audit';
import { db, transact, type Transaction } from '../db';
import { accept } from '@/domain/result';

const hourMs = 3_600_000;
/** A session ends a week after its last use, and after 30 days whatever its use. */
export const sessionLife = { idleMs: 7 * 24 * hourMs, longestMs: 30 * 24 * hourMs };

/** How exactly "last seen" is kept; it is not worth a write on every request. */
const seenEveryMs = 60_000;

export interface OpenSession {
  readonly sessionId: string;
  readonly email: string;
  readonly actor: Actor;
}

export async function openSession(userId: string): Promise<string> {
  const opened = await transact(async (tx) => {
    const user = await tx.user.findUniqueOrThrow({ where: { id: userId } });
    const session = await tx.session.create({ data: { userId, expiresAt: new Date(Date.now() + sessionLife.idleMs) } });
    await recordAudit(tx, actorOf(user), { verb: 'session.started', subject: `session/${session.id}` });
    return accept(session.id);
  });
  if (!opened.ok) throw new Error('A session is never refused.');
  return opened.value;
}

/** Who acts in this session, as the database says now; null when it ended, or its person may no longer sign in. */
export async function readSession(sessionId: string): Promise<OpenSession | null> {
  const session = await db.session.findUnique({ where: { id: sessionId }, include: { user: true } });
  if (!session || !isOpen(session) || !session.user.maySignIn || session.user.disabledAt !== null) return null;
  await keepSeen(session);
  return { sessionId, email: session.user.email, actor: actorOf(session.user) };
}

/** Ends one session of this person; false when it is not theirs or has ended. */
export async function endSession(tx: Transaction, actor: Actor, sessionId: string): Promise<boolean> {
  const { count } = await tx.session.updateMany({
    where: { id: sessionId, userId: actor.id, endedAt: null },
    data: { endedAt: new Date() },
  });
  if (count > 0) await recordAudit(tx, actor, { verb: 'session.ended', subject: `session/${sessionId}` });
  return count > 0;
}

/** Signs a person out everywhere, but for the session they are using, where that is named. */
export async function endSessionsOf(tx: Transaction, userId: string, exceptSessionId?: string): Promise<number> {
  const { count } = await tx.session.updateMany({
    where: { userId, endedAt: null, ...(exceptSessionId ? { id: { not: exceptSessionId } } : {}) },
    data: { endedAt: new Date() },
  });
  return count;
}

export const actorOf = ({ id, name, role, organisationSlug, limitedToPlaces, limitedToSectors }: User): Actor => ({
  id,
  name,
  role,
  organisationSlug,
  limitedToPlaces,
  limitedToSectors,
});

/** Who acts for this person outside a session, as the database says now; null when they may no longer sign in. */
export async function readActor(userId: string): Promise<Actor | null> {
  const user = await db.user.findUnique({ where: { id: userId } });
  return user?.maySignIn && user.disabledAt === null ? actorOf(user) : null;
}

/** The same by the address they sign in with. */
export async function readActorByEmail(email: string): Promise<Actor | null> {
  const user = await db.user.findUnique({ where: { email: email.normalize('NFKC').trim().toLowerCase() } });
  return user?.maySignIn && user.disabledAt === null ? actorOf(user) : null;
}

const isOpen = ({ endedAt, expiresAt }: Session): boolean => endedAt === null && expiresAt.getTime() > Date.now();

async function keepSeen({ id, createdAt, lastSeenAt }: Session): Promise<void> {
  const now = Date.now();
  if (now - lastSeenAt.getTime() < seenEveryMs) return;
  const expiresAt = new Date(Math.min(now + sessionLife.idleMs, createdAt.getTime() + sessionLife.longestMs));
  await db.session.updateMany({ where: { id, endedAt: null }, data: { lastSeenAt: new Date(now), expiresAt } });
}
