import 'server-only';
import { may, type Actor } from '@/domain/permission';
import type { Problem } from '@/domain/problem';
import { accept, refuse, type Result } from '@/domain/result';
import { recordAudit } from '../../audit';
import { endSession, endSessionsOf } from '../../auth/sessions';
import { transact } from '../../db';

/** Signs oneself out in one browser. */
export async function endOwnSession(
  actor: Actor,
  { sessionId }: { readonly sessionId: string },
): Promise<Result<true, Problem>> {
  return transact(async (tx) => {
    await endSession(tx, actor, sessionId);
    return accept(true);
  });
}

/** Signs oneself out everywhere, this browser included. */
export const endOwnSessions = (actor: Actor): Promise<Result<true, Problem>> =>
  transact(async (tx) => {
    const sessions = await endSessionsOf(tx, actor.id);
    await recordAudit(tx, actor, { verb: 'session.ended', subject: `user/${actor.id}`, details: { sessions } });
    return accept(true);
  });

/** Signs someone out everywhere; they may sign in again. */
export async function endSessionsOfPerson(
  actor: Actor,
  { userId }: { readonly userId: string },
): Promise<Result<true, Problem>> {
  const permission = may(actor, 'people.manage');
  if (!permission.ok) return permission;
  return transact(async (tx) => {
    const user = await tx.user.findFirst({ where: { id: userId, maySignIn: true } });
    if (!user) return refuse({ kind: 'not-found', what: 'person' });
    const sessions = await endSessionsOf(tx, userId);
    await recordAudit(tx, actor, { verb: 'session.ended', subject: `user/${userId}`, details: { sessions } });
    return accept(true);
  });
}
