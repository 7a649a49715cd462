import type { RecordKind } from './record/kinds';
import type { Problem } from './problem';
import { error } from './record/finding';
import { accept, refuse, type Result } from './result';
import type { ChangeAction } from './submission/change';

/** What an address can be told of. */
export const webhookEvents = ['record.published', 'record.withdrawn', 'submission.waiting'] as const;
export type WebhookEvent = (typeof webhookEvents)[number];
/** Sent when an administrator asks for it, to whichever address. */
export const testEvent = 'webhook.test';

/** Why an attempt to deliver failed. Each has its words in the messages under `webhooks.failure`. */
export const deliveryFailures = [
  'refused',
  'redirected',
  'not-reached',
  'too-slow',
  'private-address',
  'unknown-host',
  'not-secure',
  'stopped',
] as const;
export type DeliveryFailure = (typeof deliveryFailures)[number];

const minute = 60;
const hour = 60 * minute;
/** How long is waited after each attempt that failed, as the Standard Webhooks specification proposes. */
export const waitsAfterFailure: readonly number[] = [
  5,
  5 * minute,
  30 * minute,
  2 * hour,
  5 * hour,
  10 * hour,
  14 * hour,
  20 * hour,
  24 * hour,
];
export const mostAttempts = waitsAfterFailure.length + 1;

/** Seconds until the next attempt after so many that failed; null when it is given up. */
export const waitAfter = (attempts: number): number | null => waitsAfterFailure[attempts - 1] ?? null;

/** More records than these are not listed one by one: a webhook tells that something happened, the record tells what. */
export const mostRecordsTold = 200;

export interface ToldRecord {
  readonly kind: RecordKind;
  readonly slug: string;
  readonly version: number;
  readonly action: ChangeAction;
}

/** What is sent: which records, in which version, and where to read them. No value of the record and no name of a person. */
export interface WebhookMessage {
  readonly type: WebhookEvent | typeof testEvent;
  readonly timestamp: string;
  readonly data: {
    readonly submission?: string;
    readonly recordCount?: number;
    /** The first of them; `recordCount` says how many there are. */
    readonly records?: readonly (ToldRecord & { readonly href: string })[];
    readonly href: string;
  };
}

/** An address as it is typed: https, without a name and password in it; http where the operator lets private networks be told. */
export function readWebhookAddress(
  typed: string,
  mayBePrivate: boolean,
): Result<string, Extract<Problem, { kind: 'invalid-form' }>> {
  const wrong = () =>
    refuse({
      kind: 'invalid-form' as const,
      findings: [error(mayBePrivate ? 'not-an-address' : 'not-a-secure-address', 'url')],
    });
  const text = typed.trim();
  if (text.length > 2000 || !URL.canParse(text)) return wrong();
  const url = new URL(text);
  const isSecure = url.protocol === 'https:' || (mayBePrivate && url.protocol === 'http:');
  if (!isSecure || url.username || url.password || url.hash) return wrong();
  return accept(url.href);
}
