import 'server-only';
import { may, type Actor } from '@/domain/permission';
import type { Problem } from '@/domain/problem';
import { accept, refuse, type Result } from '@/domain/result';
import { type DeliveryFailure, deliveryFailures, testEvent, type WebhookEvent, webhookEvents } from '@/domain/webhook';
import { db } from '../db';

export interface ListedWebhook {
  readonly id: string;
  readonly url: string;
  readonly events: readonly WebhookEvent[];
  readonly isPaused: boolean;
  readonly addedAt: Date;
  readonly waiting: number;
  readonly dead: number;
}

export interface ListedDelivery {
  readonly id: string;
  readonly event: WebhookEvent | typeof testEvent;
  readonly createdAt: Date;
  readonly state: 'waiting' | 'delivered' | 'dead';
  readonly attempts: number;
  readonly nextAttemptAt: Date;
  readonly deliveredAt: Date | null;
  readonly lastStatus: number | null;
  readonly lastFailure: DeliveryFailure | null;
}

const recentDeliveries = 50;

/** The addresses that are told of what happens. Their secrets are not among it: they were shown once. */
export async function readWebhooks(actor: Actor): Promise<Result<readonly ListedWebhook[], Problem>> {
  const permission = may(actor, 'webhook.manage');
  if (!permission.ok) return permission;
  const webhooks = await db.webhook.findMany({
    where: { removedAt: null },
    orderBy: { createdAt: 'asc' },
    omit: { secret: true },
  });
  const counts = await db.webhookDelivery.groupBy({
    by: ['webhookId', 'state'],
    where: { state: { in: ['waiting', 'dead'] } },
    _count: true,
  });
  const countOf = (webhookId: string, state: string) =>
    counts.find((each) => each.webhookId === webhookId && each.state === state)?._count ?? 0;
  return accept(
    webhooks.map(({ id, url, events, pausedAt, createdAt }) => ({
      id,
      url,
      events: webhookEvents.filter((event) => events.includes(event)),
      isPaused: pausedAt !== null,
      addedAt: createdAt,
      waiting: countOf(id, 'waiting'),
      dead: countOf(id, 'dead'),
    })),
  );
}

export interface WebhookDetail extends ListedWebhook {
  /** The last messages to it, latest first. */
  readonly deliveries: readonly ListedDelivery[];
}

export async function readWebhook(actor: Actor, id: string): Promise<Result<WebhookDetail, Problem>> {
  const all = await readWebhooks(actor);
  if (!all.ok) return all;
  const webhook = all.value.find((each) => each.id === id);
  if (!webhook) return refuse({ kind: 'not-found', what: 'webhook' });
  const deliveries = await db.webhookDelivery.findMany({
    where: { webhookId: id },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: recentDeliveries,
    omit: { payload: true },
  });
  return accept({
    ...webhook,
    deliveries: deliveries.map(
      (delivery): ListedDelivery => ({
        ...delivery,
        event: webhookEvents.find((event) => event === delivery.event) ?? testEvent,
        state: (['waiting', 'delivered', 'dead'] as const).find((state) => state === delivery.state) ?? 'waiting',
        lastFailure: deliveryFailures.find((failure) => failure === delivery.lastFailure) ?? null,
      }),
    ),
  });
}
