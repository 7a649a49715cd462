import 'server-only';
import { normalEmail } from '@/domain/credentials';
import { may, type Actor } from '@/domain/permission';
import type { Problem } from '@/domain/problem';
import { accept, refuse, type Result } from '@/domain/result';
import type { User } from '@/prisma/generated/client/client';
import { recordAudit } from '../../audit';
import { endSessionsOf } from '../../auth/sessions';
import { transact, type Transaction } from '../../db';
import { revokeTokensOf } from '../../auth/tokens';
import { isLastAdministrator } from './last-administrator';

/** Shuts a person out at once, wherever they are signed in. What they wrote stays. */
export async function disablePerson(
  actor: Actor,
  { userId }: { readonly userId: string },
): Promise<Result<true, Problem>> {
  const permission = may(actor, 'people.manage');
  if (!permission.ok) return permission;
  return transact(async (tx) => disable(tx, actor, await tx.user.findUnique({ where: { id: userId } })));
}

export async function enablePerson(
  actor: Actor,
  { userId }: { readonly userId: string },
): Promise<Result<true, Problem>> {
  const permission = may(actor, 'people.manage');
  if (!permission.ok) return permission;
  return transact(async (tx) => {
    const { count } = await tx.user.updateMany({
      where: { id: userId, maySignIn: true, disabledAt: { not: null } },
      data: { disabledAt: null },
    });
    if (count === 0) return refuse({ kind: 'not-found', what: 'person' });
    await recordAudit(tx, actor, { verb: 'person.enabled', subject: `user/${userId}` });
    return accept(true);
  });
}

/** For the operator. */
export async function disableUser({ email }: { readonly email: string }): Promise<Result<true, Problem>> {
  return transact(async (tx) => disable(tx, null, await tx.user.findUnique({ where: { email: normalEmail(email) } })));
}

async function disable(tx: Transaction, actor: Actor | null, user: User | null): Promise<Result<true, Problem>> {
  if (!user || !user.maySignIn || user.disabledAt !== null) return refuse({ kind: 'not-found', what: 'person' });
  if (await isLastAdministrator(tx, user.id)) return refuse({ kind: 'last-administrator' });
  await tx.user.update({ where: { id: user.id }, data: { disabledAt: new Date() } });
  // A link made earlier must not let them in again after they are enabled.
  await tx.oneTimeLink.updateMany({
    where: { userId: user.id, usedAt: null, expiresAt: { gt: new Date() } },
    data: { expiresAt: new Date() },
  });
  const sessions = await endSessionsOf(tx, user.id);
  await revokeTokensOf(tx, user.id, actor?.id ?? null);
  await recordAudit(tx, actor, { verb: 'person.disabled', subject: `user/${user.id}`, details: { sessions } });
  return accept(true);
}
