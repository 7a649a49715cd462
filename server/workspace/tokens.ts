import 'server-only';
import { may, type Actor } from '@/domain/permission';
import type { Problem } from '@/domain/problem';
import { accept, type Result } from '@/domain/result';
import { type TokenScope, tokenScopes } from '@/domain/token';
import { db } from '../db';

export interface ListedToken {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly TokenScope[];
  readonly madeAt: Date;
  readonly endsAt: Date;
  readonly usedAt: Date | null;
  readonly state: 'works' | 'ended' | 'revoked';
}

/** The tokens of one person, those that work first; what they are is not among it, for it is not kept. */
export async function readTokens(actor: Actor, userId: string): Promise<Result<readonly ListedToken[], Problem>> {
  const permission = may(actor, 'token.revoke', { authorId: userId });
  if (!permission.ok) return permission;
  const tokens = await db.accessToken.findMany({
    where: { userId },
    orderBy: { createdAt: 'desc' },
    take: 100,
    omit: { tokenHash: true },
  });
  const listed = tokens.map(
    ({ id, name, scopes, createdAt, expiresAt, lastUsedAt, revokedAt }): ListedToken => ({
      id,
      name,
      scopes: tokenScopes.filter((scope) => scopes.includes(scope)),
      madeAt: createdAt,
      endsAt: expiresAt,
      usedAt: lastUsedAt,
      state: revokedAt ? 'revoked' : expiresAt.getTime() <= Date.now() ? 'ended' : 'works',
    }),
  );
  return accept([
    ...listed.filter(({ state }) => state === 'works'),
    ...listed.filter(({ state }) => state !== 'works'),
  ]);
}
