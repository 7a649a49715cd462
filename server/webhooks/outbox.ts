import 'server-only';
import { randomUUID } from 'node:crypto';
import { apiRoot } from '@/domain/api/route';
import { historyPath } from '@/domain/history/history-path';
import { mostRecordsTold, testEvent, type ToldRecord, type WebhookEvent, type WebhookMessage } from '@/domain/webhook';
import { defaultLocale } from '@/i18n/locales';
import { Prisma } from '@/prisma/generated/client/client';
import type { Transaction } from '../db';
import { baseUrl } from '../env';

/**
 * Writes down what was published for the addresses that want to know, in the transaction that publishes it: they are told
 * of it if and only if it was. Nothing is sent here; the service does so afterwards.
 */
export async function tellOfPublication(
  tx: Transaction,
  submissionId: string,
  publishedAt: Date,
  versions: readonly ToldRecord[],
): Promise<void> {
  for (const event of ['record.published', 'record.withdrawn'] as const) {
    const told = versions.filter(({ action }) => (action === 'withdraw') === (event === 'record.withdrawn'));
    if (told.length === 0) continue;
    await tell(tx, event, {
      type: event,
      timestamp: publishedAt.toISOString(),
      data: {
        submission: submissionId,
        recordCount: told.length,
        records: told.slice(0, mostRecordsTold).map(({ kind, slug, version, action }) => ({
          kind,
          slug,
          version,
          action,
          href: `${baseUrl()}/${defaultLocale}${historyPath({ of: 'record', kind, slug })}`,
        })),
        href: `${baseUrl()}${apiRoot}/revisions`,
      },
    });
  }
}

/** The same of a submission that waits for a reviewer. What it says is not public, so its records are not named. */
export const tellOfWaiting = (tx: Transaction, submissionId: string): Promise<void> =>
  tell(tx, 'submission.waiting', {
    type: 'submission.waiting',
    timestamp: new Date().toISOString(),
    data: { submission: submissionId, href: `${baseUrl()}/${defaultLocale}/workspace/review/${submissionId}` },
  });

/** To one address, a message that says nothing. */
export async function tellTrial(tx: Transaction, webhookId: string): Promise<void> {
  const href = `${baseUrl()}/${defaultLocale}`;
  await write(tx, [webhookId], { type: testEvent, timestamp: new Date().toISOString(), data: { href } });
}

async function tell(tx: Transaction, event: WebhookEvent, message: WebhookMessage): Promise<void> {
  const webhooks = await tx.webhook.findMany({
    where: { removedAt: null, events: { has: event } },
    select: { id: true },
  });
  const told = webhooks.map(({ id }) => id);
  if (told.length > 0) await write(tx, told, message);
}

async function write(tx: Transaction, webhookIds: readonly string[], message: WebhookMessage): Promise<void> {
  const payload = message as unknown as Prisma.InputJsonValue; // plain JSON by its type
  await tx.webhookDelivery.createMany({
    data: webhookIds.map((webhookId) => ({ id: randomUUID(), webhookId, event: message.type, payload })),
  });
}
