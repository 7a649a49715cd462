import 'server-only';
import { may, type Actor, type Role } from '@/domain/permission';
import type { Problem } from '@/domain/problem';
import { accept, refuse, type Result } from '@/domain/result';
import { recordAudit } from '../../audit';
import { makeLink } from '../../auth/one-time-link';
import { transact } from '../../db';
import { createPerson } from './create-person';
import { checkLimits, type Limits } from './limits';

export interface InvitePerson extends Limits {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
}

/** Adds a person without a password, and the link by which they choose one. Whoever invites hands it over. */
export async function invitePerson(
  actor: Actor,
  invited: InvitePerson,
): Promise<Result<{ userId: string; path: string }, Problem>> {
  const permission = may(actor, 'people.manage');
  if (!permission.ok) return permission;
  return transact(async (tx) => {
    const limits = await checkLimits(tx, invited);
    if (!limits.ok) return limits;
    const created = await createPerson(tx, { ...invited, passwordHash: null });
    if (!created.ok) return created;
    const { id } = created.value;
    const { path } = await makeLink(tx, { purpose: 'invitation', userId: id });
    await recordAudit(tx, actor, { verb: 'person.added', subject: `user/${id}`, details: { role: invited.role } });
    await recordAudit(tx, actor, {
      verb: 'person.link-made',
      subject: `user/${id}`,
      details: { purpose: 'invitation' },
    });
    return accept({ userId: id, path });
  });
}

/** A new link for a person: to set another password, or, for one who never came, the invitation anew. Their password works until it is used. */
export async function makePersonLink(
  actor: Actor,
  { userId }: { readonly userId: string },
): Promise<Result<{ path: string }, Problem>> {
  const permission = may(actor, 'people.manage');
  if (!permission.ok) return permission;
  return transact(async (tx) => {
    const user = await tx.user.findFirst({ where: { id: userId, maySignIn: true, disabledAt: null } });
    if (!user) return refuse({ kind: 'not-found', what: 'person' });
    const purpose = user.passwordHash ? 'reset' : 'invitation';
    const { path } = await makeLink(tx, { purpose, userId });
    await recordAudit(tx, actor, { verb: 'person.link-made', subject: `user/${userId}`, details: { purpose } });
    return accept({ path });
  });
}
