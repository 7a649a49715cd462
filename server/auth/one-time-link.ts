import 'server-only';
import { createHash, randomBytes } from 'node:crypto';
import { defaultLocale } from '@/i18n/locales';
import type { LinkPurpose } from '@/prisma/generated/client/enums';
import { db, type Transaction } from '../db';

const hourMs = 3_600_000;
/** How long a link works. An invitation waits for someone who may be away; the others are asked for to be used now. */
export const linkLifeMs: Readonly<Record<LinkPurpose, number>> = {
  invitation: 7 * 24 * hourMs,
  reset: 24 * hourMs,
  first_administrator: 24 * hourMs,
};

export interface LinkFor {
  readonly purpose: LinkPurpose;
  /** Null for the first administrator, who is nobody yet. */
  readonly userId: string | null;
}

/** Makes a link, and spends every earlier one of this person: only the newest works. The path is known here and nowhere else. */
export async function makeLink(tx: Transaction, { purpose, userId }: LinkFor): Promise<{ readonly path: string }> {
  const now = new Date();
  await tx.oneTimeLink.updateMany({
    where: { userId, usedAt: null, expiresAt: { gt: now }, ...(userId === null ? { purpose } : {}) },
    data: { expiresAt: now },
  });
  const token = randomBytes(32).toString('base64url');
  await tx.oneTimeLink.create({
    data: { tokenHash: hashOf(token), purpose, userId, expiresAt: new Date(now.getTime() + linkLifeMs[purpose]) },
  });
  const page = purpose === 'first_administrator' ? 'set-up' : 'password';
  return { path: `/${defaultLocale}/${page}/${token}` };
}

/** Spends a link, in one statement: of two who use it at once, the second finds it spent. Null when it does not work. */
export async function spendLink(
  tx: Transaction,
  token: string,
  purposes: readonly LinkPurpose[],
): Promise<LinkFor | null> {
  const [link] = await tx.oneTimeLink.updateManyAndReturn({
    where: { tokenHash: hashOf(token), usedAt: null, expiresAt: { gt: new Date() }, purpose: { in: [...purposes] } },
    data: { usedAt: new Date() },
  });
  return link ?? null;
}

export interface OpenLink {
  readonly purpose: LinkPurpose;
  readonly person: { readonly email: string; readonly name: string } | null;
}

/** What a link is for, as long as it works. Looking at it does not spend it: mail programs look at links too. */
export async function readLink(token: string): Promise<OpenLink | null> {
  const link = await db.oneTimeLink.findUnique({ where: { tokenHash: hashOf(token) }, include: { user: true } });
  if (!link || link.usedAt !== null || link.expiresAt.getTime() <= Date.now() || link.user?.disabledAt) return null;
  return { purpose: link.purpose, person: link.user && { email: link.user.email, name: link.user.name } };
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');
