import 'server-only';
import { createHash, randomBytes } from 'node:crypto';
import type { Actor } from '@/domain/permission';
import { isTokenForm, tokenPrefix, tokenScopes } from '@/domain/token';
import { db, type Transaction } from '../db';
import { actorOf } from './sessions';

/** How exactly "last used" is kept; it is not worth a write on every request. */
const usedEveryMs = 60_000;

/** A new token, and what is kept of it. */
export function newToken(): { readonly token: string; readonly tokenHash: string } {
  const token = `${tokenPrefix}${randomBytes(32).toString('base64url')}`;
  return { token, tokenHash: hashOf(token) };
}

/**
 * Who acts by this token, as the database says now; null when it is none, was revoked or has ended, or when its holder may
 * no longer sign in. Role and limits are the holder's of this moment.
 */
export async function readTokenActor(token: string): Promise<Actor | null> {
  if (!isTokenForm(token)) return null;
  const found = await db.accessToken.findUnique({ where: { tokenHash: hashOf(token) }, include: { user: true } });
  if (!found || found.revokedAt || found.expiresAt.getTime() <= Date.now()) return null;
  if (!found.user.maySignIn || found.user.disabledAt !== null) return null;
  if (Date.now() - (found.lastUsedAt?.getTime() ?? 0) >= usedEveryMs)
    await db.accessToken.update({ where: { id: found.id }, data: { lastUsedAt: new Date() } });
  const scopes = tokenScopes.filter((scope) => found.scopes.includes(scope));
  return { ...actorOf(found.user), token: { id: found.id, scopes } };
}

/** For good: who is enabled again makes new ones. */
export async function revokeTokensOf(tx: Transaction, userId: string, revokedById: string | null): Promise<number> {
  const { count } = await tx.accessToken.updateMany({
    where: { userId, revokedAt: null },
    data: { revokedAt: new Date(), revokedById },
  });
  return count;
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');
