import 'server-only';
import { isEmail, isStrongPassword, normalEmail, shortestPassword } from '@/domain/credentials';
import type { Role } from '@/domain/permission';
import type { Problem } from '@/domain/problem';
import { error } from '@/domain/record/finding';
import { accept, refuse, type Result } from '@/domain/result';
import { recordAudit } from '../../audit';
import { hashPassword } from '../../auth/password-hash';
import { transact } from '../../db';
import { createPerson } from './create-person';

export interface AddUser {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly password: string;
}

/** Adds a person who can sign in at once; for the operator, who needs no permission but the machine itself. */
export async function addUser({ email, name, role, password }: AddUser): Promise<Result<{ userId: string }, Problem>> {
  if (!isEmail(normalEmail(email))) return refuse({ kind: 'invalid-form', findings: [error('not-an-email', 'email')] });
  if (!isStrongPassword(password, email)) return refuse({ kind: 'weak-password', shortest: shortestPassword });
  const passwordHash = await hashPassword(password);
  return transact(async (tx) => {
    const created = await createPerson(tx, { email, name, role, passwordHash });
    if (!created.ok) return created;
    await recordAudit(tx, null, { verb: 'person.added', subject: `user/${created.value.id}`, details: { role } });
    return accept({ userId: created.value.id });
  });
}
