import 'server-only';
import type { Actor } from '@/domain/permission';
import { db } from '@/server/db';

/** Two named accounts, since nobody approves their own. Neither has a password or may sign in. */
export const starterAccounts = {
  enters: {
    email: 'starter-facts-entered@cornerstone.invalid',
    name: 'Starter facts: entered by',
    role: 'administrator',
  },
  checks: { email: 'starter-facts-checked@cornerstone.invalid', name: 'Starter facts: checked by', role: 'reviewer' },
} as const;

export async function starterAccount(what: keyof typeof starterAccounts): Promise<Actor> {
  const account = starterAccounts[what];
  const { id, name, role, organisationSlug, limitedToPlaces, limitedToSectors } = await db.user.upsert({
    where: { email: account.email },
    create: { ...account, maySignIn: false },
    update: {},
  });
  return { id, name, role, organisationSlug, limitedToPlaces, limitedToSectors };
}
