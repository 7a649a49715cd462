import 'server-only';
import { may, type Actor } from '@/domain/permission';
import type { Problem } from '@/domain/problem';
import { accept, refuse, type Result } from '@/domain/result';
import { recordAudit } from '../../audit';
import { transact, type Transaction } from '../../db';

/** Ends a token at once, for good: one's own, or as an administrator anyone's. */
export async function revokeToken(
  actor: Actor,
  { tokenId }: { readonly tokenId: string },
): Promise<Result<true, Problem>> {
  return transact(async (tx) => {
    const token = await tx.accessToken.findUnique({ where: { id: tokenId }, select: { userId: true } });
    if (!token) return refuse({ kind: 'not-found', what: 'token' });
    const permission = may(actor, 'token.revoke', { authorId: token.userId });
    if (!permission.ok) return permission;
    return revoke(tx, actor, tokenId);
  });
}

/** For the operator. */
export const revokeTokenById = (tokenId: string): Promise<Result<true, Problem>> =>
  transact((tx) => revoke(tx, null, tokenId));

async function revoke(tx: Transaction, actor: Actor | null, tokenId: string): Promise<Result<true, Problem>> {
  const { count } = await tx.accessToken.updateMany({
    where: { id: tokenId, revokedAt: null },
    data: { revokedAt: new Date(), revokedById: actor?.id ?? null },
  });
  if (count === 0) return refuse({ kind: 'not-found', what: 'token' });
  await recordAudit(tx, actor, { verb: 'token.revoked', subject: `token/${tokenId}` });
  return accept(true);
}
