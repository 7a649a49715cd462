import 'server-only';
import { may, type Actor } from '@/domain/permission';
import type { Problem } from '@/domain/problem';
import { accept, refuse, type Result } from '@/domain/result';
import { mostTokens, type TokenAsked } from '@/domain/token';
import { recordAudit } from '../../audit';
import { newToken } from '../../auth/tokens';
import { transact } from '../../db';

const dayMs = 24 * 3_600_000;

/** Makes a token of one's own. It is answered this once; afterwards nobody knows it but whoever has it. */
export async function makeToken(
  actor: Actor,
  { name, scopes, lifeDays }: TokenAsked,
): Promise<Result<{ readonly token: string }, Problem>> {
  const permission = may(actor, 'token.make', { authorId: actor.id });
  if (!permission.ok) return permission;
  return transact(async (tx) => {
    // Two at once count each other.
    await tx.$executeRaw`select 1 from app_user where id = ${actor.id}::uuid for update`;
    const now = new Date();
    const working = await tx.accessToken.count({
      where: { userId: actor.id, revokedAt: null, expiresAt: { gt: now } },
    });
    if (working >= mostTokens) return refuse({ kind: 'too-many-tokens', most: mostTokens });
    const { token, tokenHash } = newToken();
    const { id } = await tx.accessToken.create({
      data: {
        userId: actor.id,
        name,
        tokenHash,
        scopes: [...scopes],
        createdAt: now,
        expiresAt: new Date(now.getTime() + lifeDays * dayMs),
      },
    });
    await recordAudit(tx, actor, {
      verb: 'token.made',
      subject: `token/${id}`,
      details: { name, scopes: scopes.join(', '), days: lifeDays },
    });
    return accept({ token });
  });
}
