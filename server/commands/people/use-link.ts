import 'server-only';
import { isStrongPassword, shortestPassword } from '@/domain/credentials';
import type { Problem } from '@/domain/problem';
import { accept, refuse, type Result } from '@/domain/result';
import { spendLink } from '../../auth/one-time-link';
import { hashPassword } from '../../auth/password-hash';
import { actorOf } from '../../auth/sessions';
import { transact } from '../../db';
import { checkName } from './create-person';
import { storePassword } from './set-password';

export interface UseLink {
  readonly token: string;
  /** What an invited person wants to be called; null leaves the name as it is. */
  readonly name: string | null;
  readonly password: string;
}

/** Sets a password by an invitation or a reset. When anything is wrong the link stays as it was. */
export async function choosePassword({ token, name, password }: UseLink): Promise<Result<{ userId: string }, Problem>> {
  return transact(async (tx) => {
    const link = await spendLink(tx, token, ['invitation', 'reset']);
    const user = link?.userId
      ? await tx.user.findFirst({ where: { id: link.userId, maySignIn: true, disabledAt: null } })
      : null;
    if (!link || !user) return refuse({ kind: 'link-spent' });
    if (!isStrongPassword(password, user.email)) return refuse({ kind: 'weak-password', shortest: shortestPassword });

    if (name !== null && link.purpose === 'invitation') {
      const checked = checkName(name);
      if (!checked.ok) return checked;
      await tx.user.update({ where: { id: user.id }, data: { name: checked.value } });
    }
    // Hashed only now: it is dear, and the link shows that it is not for a stranger.
    await storePassword(tx, actorOf(user), { userId: user.id, passwordHash: await hashPassword(password) });
    return accept({ userId: user.id });
  });
}
