import 'server-only';
import { normalEmail } from '@/domain/credentials';
import type { Problem } from '@/domain/problem';
import { accept, refuse, type Result } from '@/domain/result';
import { recordAudit } from '../audit';
import { db } from '../db';
import { isPassword } from './password-hash';
import { countAttempt, forgive } from './throttle';

export interface Credentials {
  readonly email: string;
  readonly password: string;
  /** Network address of who asks. */
  readonly address: string;
}

/** Whose credentials these are. The same answer, after the same time, for a wrong password and for a person unknown or disabled. */
export async function checkCredentials({
  email: typed,
  password,
  address,
}: Credentials): Promise<Result<{ userId: string }, Problem>> {
  const email = normalEmail(typed).slice(0, 254);
  const counted = await countAttempt({ email, address });
  if (!counted.ok) return counted;

  const user = await db.user.findUnique({ where: { email } });
  const mayEnter = user !== null && user.maySignIn && user.disabledAt === null;
  const isRight = await isPassword(password, mayEnter ? user.passwordHash : null);
  if (!mayEnter || !isRight) {
    await recordAudit(db, null, { verb: 'session.refused', subject: `user/${user?.id ?? 'unknown'}` });
    return refuse({ kind: 'wrong-credentials' });
  }
  await forgive({ email, address });
  return accept({ userId: user.id });
}
