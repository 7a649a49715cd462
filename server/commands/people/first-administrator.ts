import 'server-only';
import { isStrongPassword, shortestPassword } from '@/domain/credentials';
import type { Problem } from '@/domain/problem';
import { accept, refuse, type Result } from '@/domain/result';
import { recordAudit } from '../../audit';
import { makeLink, spendLink } from '../../auth/one-time-link';
import { hashPassword } from '../../auth/password-hash';
import { actorOf } from '../../auth/sessions';
import { db, transact } from '../../db';
import { createPerson } from './create-person';

/** Whether nobody may sign in yet. Accounts that act for the service do not count: they cannot. */
export async function firstAdministratorNeeded(): Promise<boolean> {
  return (await db.user.count({ where: { maySignIn: true } })) === 0;
}

/** A link by which the first administrator sets themselves up; it replaces earlier ones. */
export const inviteFirstAdministrator = (): Promise<{ readonly path: string }> =>
  db.$transaction((tx) => makeLink(tx, { purpose: 'first_administrator', userId: null }));

export interface SetUpFirstAdministrator {
  readonly token: string;
  readonly email: string;
  readonly name: string;
  readonly password: string;
}

/** Refused, and the link not spent, when a field is wrong; refused for ever when somebody may sign in already. */
export async function setUpFirstAdministrator(
  given: SetUpFirstAdministrator,
): Promise<Result<{ userId: string }, Problem>> {
  const { token, email, name, password } = given;
  return transact(async (tx) => {
    const link = await spendLink(tx, token, ['first_administrator']);
    if (!link || (await tx.user.count({ where: { maySignIn: true } })) > 0) return refuse({ kind: 'link-spent' });
    if (!isStrongPassword(password, email)) return refuse({ kind: 'weak-password', shortest: shortestPassword });
    const passwordHash = await hashPassword(password);
    const created = await createPerson(tx, { email, name, role: 'administrator', passwordHash });
    if (!created.ok) return created;
    const { id } = created.value;
    await recordAudit(tx, actorOf(created.value), {
      verb: 'person.added',
      subject: `user/${id}`,
      details: { role: 'administrator' },
    });
    return accept({ userId: id });
  });
}
