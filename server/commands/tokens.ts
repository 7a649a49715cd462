import 'server-only';
import { db } from '../db';

// What the operator's command line asks of tokens; it knows the machine, and so needs no permission.
export { revokeTokenById } from './tokens/revoke-token';

/** The tokens that work now, those that end first before the others. */
export const listTokens = () =>
  db.accessToken.findMany({
    where: { revokedAt: null, expiresAt: { gt: new Date() } },
    orderBy: { expiresAt: 'asc' },
    select: {
      id: true,
      name: true,
      scopes: true,
      expiresAt: true,
      lastUsedAt: true,
      user: { select: { email: true } },
    },
  });
