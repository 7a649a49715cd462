import 'server-only';
import { randomBytes } from 'node:crypto';
import { may, type Actor } from '@/domain/permission';
import type { Problem } from '@/domain/problem';
import { error } from '@/domain/record/finding';
import { accept, refuse, type Result } from '@/domain/result';
import { readWebhookAddress, webhookEvents } from '@/domain/webhook';
import { recordAudit } from '../../audit';
import { transact } from '../../db';
import { env } from '../../env';

export interface AddWebhook {
  readonly url: string;
  /** As a form gives them; one that there is not is refused. */
  readonly events: readonly string[];
}

/** Adds an address that is told of what happens. Its secret is answered this once: the other side checks messages with it. */
export async function addWebhook(
  actor: Actor,
  { url, events: asked }: AddWebhook,
): Promise<Result<{ readonly id: string; readonly secret: string }, Problem>> {
  const permission = may(actor, 'webhook.manage');
  if (!permission.ok) return permission;
  const address = readWebhookAddress(url, env.CORNERSTONE_WEBHOOKS_PRIVATE === 'yes');
  const events = webhookEvents.filter((event) => asked.includes(event));
  const hasEvents = events.length > 0 && events.length === new Set(asked).size;
  if (!address.ok || !hasEvents) {
    const findings = [
      ...(address.ok ? [] : address.problem.findings),
      ...(hasEvents ? [] : [error('required', 'events')]),
    ];
    return refuse({ kind: 'invalid-form', findings });
  }
  const secret = `whsec_${randomBytes(32).toString('base64')}`;
  return transact(async (tx) => {
    const { id } = await tx.webhook.create({ data: { url: address.value, events, secret, addedById: actor.id } });
    const { host } = new URL(address.value);
    // The address itself may be a secret of the other side.
    await recordAudit(tx, actor, {
      verb: 'webhook.added',
      subject: `webhook/${id}`,
      details: { host, events: events.join(', ') },
    });
    return accept({ id, secret });
  });
}
