import 'server-only';
import { isStrongPassword, normalEmail, shortestPassword } from '@/domain/credentials';
import type { Actor } from '@/domain/permission';
import type { Problem } from '@/domain/problem';
import { accept, refuse, type Result } from '@/domain/result';
import { recordAudit } from '../../audit';
import { checkCredentials } from '../../auth/check-credentials';
import { hashPassword } from '../../auth/password-hash';
import { endSessionsOf, type OpenSession } from '../../auth/sessions';
import { db, transact, type Transaction } from '../../db';

/** For the operator. The person is signed out everywhere. */
export async function setPassword({
  email,
  password,
}: {
  readonly email: string;
  readonly password: string;
}): Promise<Result<true, Problem>> {
  const user = await db.user.findUnique({ where: { email: normalEmail(email) } });
  if (!user || !user.maySignIn) return refuse({ kind: 'not-found', what: 'person' });
  if (!isStrongPassword(password, user.email)) return refuse({ kind: 'weak-password', shortest: shortestPassword });
  const passwordHash = await hashPassword(password);
  return transact(async (tx) => accept(await storePassword(tx, null, { userId: user.id, passwordHash })));
}

export interface ChangeOwnPassword {
  readonly oldPassword: string;
  readonly newPassword: string;
  /** Network address of who asks: guessing the old password is throttled like signing in. */
  readonly address: string;
}

/** Sets one's own password, and signs one out everywhere but here. */
export async function changeOwnPassword(
  { actor, email, sessionId }: OpenSession,
  { oldPassword, newPassword, address }: ChangeOwnPassword,
): Promise<Result<true, Problem>> {
  if (!isStrongPassword(newPassword, email)) return refuse({ kind: 'weak-password', shortest: shortestPassword });
  const checked = await checkCredentials({ email, password: oldPassword, address });
  if (!checked.ok) return checked;
  const passwordHash = await hashPassword(newPassword);
  return transact(async (tx) =>
    accept(await storePassword(tx, actor, { userId: actor.id, passwordHash, exceptSessionId: sessionId })),
  );
}

interface StoredPassword {
  readonly userId: string;
  readonly passwordHash: string;
  readonly exceptSessionId?: string;
}

export async function storePassword(tx: Transaction, actor: Actor | null, stored: StoredPassword): Promise<true> {
  const { userId, passwordHash, exceptSessionId } = stored;
  await tx.user.update({ where: { id: userId }, data: { passwordHash } });
  const sessions = await endSessionsOf(tx, userId, exceptSessionId);
  await recordAudit(tx, actor, { verb: 'person.password-set', subject: `user/${userId}`, details: { sessions } });
  return true;
}
