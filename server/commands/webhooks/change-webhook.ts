import 'server-only';
import { may, type Actor } from '@/domain/permission';
import type { Problem } from '@/domain/problem';
import { accept, refuse, type Result } from '@/domain/result';
import type { Prisma, Webhook } from '@/prisma/generated/client/client';
import { type AuditVerb, recordAudit } from '../../audit';
import { transact, type Transaction } from '../../db';
import { tellTrial } from '../../webhooks/outbox';

interface ThisWebhook {
  readonly webhookId: string;
}

/** Sends nothing until it is resumed; what happens meanwhile waits. */
export const pauseWebhook = (actor: Actor, { webhookId }: ThisWebhook) =>
  change(actor, webhookId, 'webhook.paused', ({ pausedAt }) => (pausedAt ? null : { pausedAt: new Date() }));

export const resumeWebhook = (actor: Actor, { webhookId }: ThisWebhook) =>
  change(actor, webhookId, 'webhook.resumed', ({ pausedAt }) => (pausedAt ? { pausedAt: null } : null));

/** For good: what waits is not sent any more. */
export const removeWebhook = (actor: Actor, { webhookId }: ThisWebhook) =>
  change(actor, webhookId, 'webhook.removed', () => ({ removedAt: new Date() }));

/** Sends a message that says nothing, once, so that the other side can be tried. */
export const testWebhook = (actor: Actor, { webhookId }: ThisWebhook) =>
  change(actor, webhookId, 'webhook.tested', async (_, tx) => {
    await tellTrial(tx, webhookId);
    return {};
  });

/** Tries anew what was given up. */
export async function sendAgain(
  actor: Actor,
  { deliveryId }: { readonly deliveryId: string },
): Promise<Result<true, Problem>> {
  const permission = may(actor, 'webhook.manage');
  if (!permission.ok) return permission;
  return transact(async (tx) => {
    const { count } = await tx.webhookDelivery.updateMany({
      where: { id: deliveryId, state: 'dead', webhook: { removedAt: null } },
      data: { state: 'waiting', attempts: 0, nextAttemptAt: new Date() },
    });
    return count > 0 ? accept(true) : refuse({ kind: 'not-found', what: 'webhook' });
  });
}

async function change(
  actor: Actor,
  webhookId: string,
  verb: AuditVerb,
  /** What becomes of it; null: it is so already. */
  into: (webhook: Webhook, tx: Transaction) => Prisma.WebhookUpdateInput | null | Promise<Prisma.WebhookUpdateInput>,
): Promise<Result<true, Problem>> {
  const permission = may(actor, 'webhook.manage');
  if (!permission.ok) return permission;
  return transact(async (tx) => {
    await tx.$executeRaw`select 1 from webhook where id = ${webhookId}::uuid for update`;
    const webhook = await tx.webhook.findFirst({ where: { id: webhookId, removedAt: null } });
    if (!webhook) return refuse({ kind: 'not-found', what: 'webhook' });
    const data = await into(webhook, tx);
    if (data === null) return accept(true);
    await tx.webhook.update({ where: { id: webhookId }, data });
    await recordAudit(tx, actor, {
      verb,
      subject: `webhook/${webhookId}`,
      details: { host: new URL(webhook.url).host },
    });
    return accept(true);
  });
}
