import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Actor } from '@/domain/permission';
import { mostAttempts, mostRecordsTold, readWebhookAddress, waitAfter, type WebhookMessage } from '@/domain/webhook';
import { addWebhook } from '@/server/commands/webhooks/add-webhook';
import {
  pauseWebhook,
  removeWebhook,
  resumeWebhook,
  sendAgain,
  testWebhook,
} from '@/server/commands/webhooks/change-webhook';
import { approve } from '@/server/commands/approve';
import { db } from '@/server/db';
import { env, settle } from '@/server/env';
import { type Deliveries, deliverWebhooks, type DeliverOptions } from '@/server/webhooks/deliver';
import { isPublicAddress } from '@/server/webhooks/public-address';
import { readWebhook, readWebhooks } from '@/server/workspace/webhooks';
import { aPerson } from './people';
import { adding, approvedBy, aSource, aSubmission, changing, published, theGround } from './record';
import { startReceiver } from './webhook-receiver';

type Receiver = Awaited<ReturnType<typeof startReceiver>>;

let administrator: Actor;
let receiver: Receiver;
let running: Deliveries[] = [];

const everything = ['record.published', 'record.withdrawn', 'submission.waiting'];
const count = (families: number) =>
  adding('resettlement', `a-count-${families}`, {
    placeSlug: 'a-village',
    kind: 'return',
    populationGroup: 'returned_idp',
    stage: 'happened',
    counting: 'running_total',
    referenceOn: '2026-05-31',
    families,
    personsMethod: 'not_stated',
    sourceSlug: 'a-bulletin',
    statedBySlug: 'a-ministry',
    obtained: 'found',
    verification: 'reported',
  });

beforeAll(async () => {
  settle({ CORNERSTONE_WEBHOOKS_PRIVATE: 'yes' });
  administrator = await aPerson({ role: 'administrator', name: 'Zsófia Named' });
  await published(...theGround);
});
beforeEach(async () => {
  await db.webhookDelivery.deleteMany();
  await db.webhook.deleteMany();
  receiver = await startReceiver();
});
afterEach(async () => {
  await Promise.all(running.map((each) => each.stop()));
  running = [];
  await receiver.stop();
});

async function aWebhook(at: Receiver = receiver, events: readonly string[] = everything): Promise<string> {
  const added = await addWebhook(administrator, { url: at.url, events });
  if (!added.ok) throw new Error(JSON.stringify(added.problem));
  at.expects(added.value.secret);
  return added.value.id;
}

function deliver(facts: Partial<DeliverOptions> = {}): Deliveries {
  const deliveries = deliverWebhooks({
    databaseUrl: env.DATABASE_URL ?? '',
    mayBePrivate: true,
    report: () => {},
    lookEveryMs: 20,
    ...facts,
  });
  running.push(deliveries);
  return deliveries;
}

const until = (check: () => Promise<void> | void) => vi.waitFor(check, { timeout: 10_000, interval: 20 });
const states = async () =>
  (await db.webhookDelivery.findMany({ orderBy: { id: 'asc' } })).map(
    ({ state, attempts, lastStatus, lastFailure }) => ({
      state,
      attempts,
      lastStatus,
      lastFailure,
    }),
  );
const messages = () => receiver.received.map(({ message }) => message as WebhookMessage);
/** Waits are hours: a test lets them pass. */
const nowIsLater = () => db.$executeRaw`update webhook_delivery set next_attempt_at = now() where state = 'waiting'`;

let made = 0;
const aPublication = async () => published(aSource(`a-source-${(made += 1)}`));

describe('what is published', () => {
  test('is told, signed: which records, in which version, and where to read them', async () => {
    await aWebhook();
    deliver();
    await published(
      adding('programme', 'a-programme', {
        title: 'Secret plans',
        sourceSlug: 'a-bulletin',
        statedBySlug: 'a-ministry',
        obtained: 'found',
        verification: 'reported',
      }),
    );
    await until(() =>
      expect(
        messages()
          .map(({ type }) => type)
          .sort(),
      ).toEqual(['record.published', 'submission.waiting']),
    );
    const told = messages().find(({ type }) => type === 'record.published');
    expect(told?.data).toMatchObject({
      recordCount: 1,
      records: [{ kind: 'programme', slug: 'a-programme', version: 1, action: 'add' }],
    });
    expect(told?.data.records?.[0]?.href).toMatch(/\/en\/history\/programme\/a-programme$/);
    expect(receiver.unverified).toEqual([]);
    await until(async () => expect((await states()).every(({ state }) => state === 'delivered')).toBe(true));
  });

  test('is told without values and names, small counts among them', async () => {
    await aWebhook();
    const author = administrator;
    await approvedBy(await aPerson({ role: 'reviewer', name: 'Aygün Named' }), await aSubmission(author, [count(3)]));
    const kept = JSON.stringify(await db.webhookDelivery.findMany());
    expect(kept).toContain('a-count-3');
    expect(kept).not.toMatch(/families|Named|example\.org|a-bulletin/);
  });

  test('is told as withdrawn where it was', async () => {
    await published(aSource('to-go'));
    await aWebhook(receiver, ['record.withdrawn']);
    const content = aSource('to-go').content as Record<string, unknown>; // as a test made it
    await published(
      changing('source', 'to-go', 1, content, { action: 'withdraw', reasonKind: 'withdrawn', reason: 'Gone' }),
    );
    deliver();
    await until(() =>
      expect(messages()).toMatchObject([{ type: 'record.withdrawn', data: { records: [{ version: 2 }] } }]),
    );
  });

  test('leaves no message when it is refused', async () => {
    await aWebhook(receiver, ['record.published']);
    const submission = await aSubmission(administrator, [aSource('refused')]);
    expect((await approve(administrator, submission)).ok).toBe(false);
    expect(await db.webhookDelivery.count()).toBe(0);
  });

  test('in a large set is told by its number, and its first records', async () => {
    await aWebhook(receiver, ['record.published']);
    await published(...Array.from({ length: mostRecordsTold + 5 }, (_, index) => aSource(`many-${index}`)));
    const [delivery] = await db.webhookDelivery.findMany();
    const { data } = delivery?.payload as unknown as WebhookMessage; // as it was written
    expect([data.recordCount, data.records?.length]).toEqual([mostRecordsTold + 5, mostRecordsTold]);
  });
});

describe('an address that does not take a message', () => {
  test.each<[string, number, string, number | null]>([
    ['refuses it', 500, 'refused', 500],
    ['is gone', 410, 'refused', 410],
    ['redirects', 302, 'redirected', 302],
  ])('because it %s is told again later', async (_, status, failure, lastStatus) => {
    await aWebhook(receiver, ['record.published']);
    receiver.answers((response) => response.writeHead(status, { location: `${receiver.url}/elsewhere` }).end());
    await aPublication();
    deliver();
    await until(async () =>
      expect(await states()).toEqual([{ state: 'waiting', attempts: 1, lastStatus, lastFailure: failure }]),
    );
    expect(receiver.received.every(({ path }) => path === '/hook')).toBe(true);

    receiver.answers((response) => response.writeHead(200).end());
    await nowIsLater();
    await until(async () =>
      expect(await states()).toMatchObject([{ state: 'delivered', attempts: 2, lastFailure: null }]),
    );
    expect(new Set(receiver.received.map(({ id }) => id)).size).toBe(1);
  });

  test('because it is slow is told again later, and holds up no other', async () => {
    await aWebhook(receiver, ['record.published']);
    receiver.answers(() => {});
    const other = await startReceiver();
    await aWebhook(other, ['record.published']);
    await aPublication();
    await aPublication();
    deliver({ patienceMs: 400 });
    await until(() => expect(other.received).toHaveLength(2));
    await until(async () =>
      expect((await states()).filter(({ lastFailure }) => lastFailure === 'too-slow')).toHaveLength(2),
    );
    await other.stop();
  });

  test('is given up after the last attempt, shown, and can be tried anew', async () => {
    const webhookId = await aWebhook(receiver, ['record.published']);
    receiver.answers((response) => response.writeHead(503).end());
    await aPublication();
    await db.webhookDelivery.updateMany({ data: { attempts: mostAttempts - 1 } });
    deliver();
    await until(async () => expect(await states()).toMatchObject([{ state: 'dead', attempts: mostAttempts }]));
    const shown = await readWebhook(administrator, webhookId);
    expect(shown).toMatchObject({ value: { dead: 1, deliveries: [{ state: 'dead', lastStatus: 503 }] } });

    receiver.answers((response) => response.writeHead(200).end());
    const { id: deliveryId } = await db.webhookDelivery.findFirstOrThrow();
    expect((await sendAgain(administrator, { deliveryId })).ok).toBe(true);
    await until(async () => expect(await states()).toMatchObject([{ state: 'delivered' }]));
  });

  test('because nothing listens there is told again later', async () => {
    await aWebhook(receiver, ['record.published']);
    await receiver.stop();
    await aPublication();
    deliver();
    await until(async () => expect(await states()).toMatchObject([{ state: 'waiting', lastFailure: 'not-reached' }]));
    receiver = await startReceiver();
  });

  test('waits longer each time, and three days in all', () => {
    const waits = Array.from({ length: mostAttempts }, (_, index) => waitAfter(index + 1));
    expect(waits.at(-1)).toBeNull();
    const known = waits.filter((wait) => wait !== null);
    expect(known).toEqual([...known].sort((one, other) => one - other));
    expect(known.reduce((sum, wait) => sum + wait, 0)).toBeGreaterThan(3 * 24 * 3600);
  });
});

describe('a private network', () => {
  test('is not reached where the operator has not let it', async () => {
    await aWebhook(receiver, ['record.published']);
    await db.$executeRaw`update webhook set url = replace(url, 'http://', 'https://')`;
    await aPublication();
    deliver({ mayBePrivate: false });
    await until(async () => expect(await states()).toMatchObject([{ lastFailure: 'private-address' }]));
    expect(receiver.received).toEqual([]);
  });

  test.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.31.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '::1',
    '::',
    'fe80::1',
    'fc00::1',
    '::ffff:127.0.0.1',
    '::ffff:10.0.0.1',
    '64:ff9b::a00:1',
    '224.0.0.1',
    'not an address',
  ])('%s is private', (address) => expect(isPublicAddress(address)).toBe(false));

  test.each(['93.184.216.34', '8.8.8.8', '2606:4700::1111', '::ffff:8.8.8.8'])('%s is not', (address) =>
    expect(isPublicAddress(address)).toBe(true),
  );

  test.each([
    ['https://example.org/hook', false, true],
    ['http://example.org/hook', false, false],
    ['http://localhost:8080/', true, true],
    ['https://name:word@example.org/', true, false],
    ['ftp://example.org', true, false],
    ['nothing', true, false],
  ])('%s, private networks %s: %s', (typed, mayBePrivate, expected) =>
    expect(readWebhookAddress(typed, mayBePrivate).ok).toBe(expected),
  );
});

describe('the service', () => {
  test('that is stopped while it sends sends again at the next start, and the attempt does not count', async () => {
    await aWebhook(receiver, ['record.published']);
    receiver.answers(() => {});
    await aPublication();
    const first = deliver();
    await until(() => expect(receiver.received).toHaveLength(1));
    await first.stop();
    expect(await states()).toMatchObject([{ state: 'waiting', attempts: 0, lastFailure: 'stopped' }]);
    receiver.answers((response) => response.writeHead(204).end());
    deliver();
    await until(async () => expect(await states()).toMatchObject([{ state: 'delivered', attempts: 1 }]));
  });

  test('that was killed leaves a message that is taken up again when its lease is over', async () => {
    await aWebhook(receiver, ['record.published']);
    await aPublication();
    await db.$executeRaw`update webhook_delivery set attempts = 1, next_attempt_at = now() + interval '60 seconds'`;
    deliver();
    expect(receiver.received).toEqual([]);
    await nowIsLater();
    await until(() => expect(receiver.received).toHaveLength(1));
  });

  test('that runs twice sends each message once', async () => {
    await aWebhook(receiver, ['record.published']);
    for (let index = 0; index < 10; index += 1) await aPublication();
    deliver();
    deliver();
    await until(async () => expect((await states()).filter(({ state }) => state === 'delivered')).toHaveLength(10));
    expect(new Set(receiver.received.map(({ id }) => id)).size).toBe(10);
    expect(receiver.received).toHaveLength(10);
  });
});

describe('an administrator', () => {
  test('pauses an address, which waits, and resumes it', async () => {
    const webhookId = await aWebhook(receiver, ['record.published']);
    await pauseWebhook(administrator, { webhookId });
    await aPublication();
    deliver();
    const other = await startReceiver();
    const otherId = await aWebhook(other, ['record.withdrawn']);
    await testWebhook(administrator, { webhookId: otherId });
    await until(() => expect(other.received).toHaveLength(1));
    expect(receiver.received).toEqual([]);
    await resumeWebhook(administrator, { webhookId });
    await until(() => expect(receiver.received).toHaveLength(1));
    await other.stop();
  });

  test('tries an address once, and sees at once that it failed', async () => {
    const webhookId = await aWebhook();
    receiver.answers((response) => response.writeHead(404).end());
    await testWebhook(administrator, { webhookId });
    deliver();
    await until(async () => expect(await states()).toMatchObject([{ state: 'dead', lastStatus: 404 }]));
    expect(messages()).toMatchObject([{ type: 'webhook.test' }]);
  });

  test('removes an address for good', async () => {
    const webhookId = await aWebhook();
    await removeWebhook(administrator, { webhookId });
    await aPublication();
    expect(await db.webhookDelivery.count()).toBe(0);
    expect(await readWebhooks(administrator)).toMatchObject({ value: [] });
    expect(await testWebhook(administrator, { webhookId })).toMatchObject({ problem: { kind: 'not-found' } });
  });

  test('is the only one who may', async () => {
    const [reviewer, webhookId] = [await aPerson({ role: 'reviewer' }), await aWebhook()];
    const refused = { ok: false, problem: { kind: 'not-permitted' } };
    expect(await addWebhook(reviewer, { url: 'https://example.org', events: everything })).toMatchObject(refused);
    expect(await readWebhooks(reviewer)).toMatchObject(refused);
    for (const act of [pauseWebhook, resumeWebhook, testWebhook, removeWebhook])
      expect(await act(reviewer, { webhookId })).toMatchObject(refused);
  });

  test('is told what is wrong with an address or with what it is told of', async () => {
    const refused = await addWebhook(administrator, { url: 'x', events: ['record.approved'] });
    expect(refused).toMatchObject({ problem: { findings: [{ path: 'url' }, { path: 'events' }] } });
  });
});
